/// The variant lists of a farm, as numbers of single variants: a farm has many thousand lists of few different variants.
/// A list is put into words when it is asked for.
package struct VariantListTable: Sendable, Equatable, RandomAccessCollection {
  private var variants: [String]
  private var items: [UInt32]
  private var places: [Place]

  /// Where a list lies in `items`.
  private struct Place: Sendable {
    var start: UInt32
    var end: UInt32

    init(_ range: Range<Int>) {
      start = UInt32(range.lowerBound)
      end = UInt32(range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// Takes lists in words.
  package init(_ lists: [VariantList]) {
    let table = NameTable(lists.flatMap(\.written))
    variants = table.names
    items = []
    places = []
    unrecorded = []
    for (index, list) in lists.enumerated() {
      let start = items.count
      items.append(contentsOf: list.written.map { table.number(of: $0) ?? 0 })
      places.append(Place(start..<items.count))
      if !list.areValuesRecorded { unrecorded.insert(index) }
    }
  }

  /// Takes the written forms of single variants and, for each list, where its numbers lie in `items`; no two lists may
  /// mean the same.
  init(variants: [String], items: [UInt32], distinctRanges ranges: some Sequence<Range<Int>>) {
    self.variants = variants
    areDistinct = true
    self.items = items
    places = ranges.map { Place($0) }
    let isBare = variants.map { Variant.isBareName($0) }
    unrecorded = []
    if isBare.contains(true) {
      for (index, place) in places.enumerated() where items[place.range].contains(where: { isBare[Int($0)] }) {
        unrecorded.insert(index)
      }
    }
  }

  /// The lists that have names only.
  private var unrecorded: Set<Int>
  /// Whether it is known that no two lists mean the same.
  private var areDistinct = false

  package static func == (first: VariantListTable, second: VariantListTable) -> Bool { first.elementsEqual(second) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { places.count }

  /// Appends a list in words; for a few lists, for its variants are not looked up among those that are there.
  package mutating func append(_ list: VariantList) {
    areDistinct = false
    let start = items.count
    items.append(contentsOf: list.written.indices.map { UInt32(variants.count + $0) })
    variants.append(contentsOf: list.written)
    if !list.areValuesRecorded { unrecorded.insert(places.count) }
    places.append(Place(start..<items.count))
  }

  /// A list in words. Complexity: O(length of the list).
  package subscript(index: Int) -> VariantList {
    let numbers = items.span.extracting(places[index].range)
    var written: [String] = []
    written.reserveCapacity(numbers.count)
    for position in numbers.indices { written.append(variants[Int(numbers[position])]) }
    return VariantList(written: written, areValuesRecorded: !unrecorded.contains(index))
  }
}

extension VariantListTable {
  /// The variants of all lists as written; a list is numbers of these. One may stand here more than once.
  package var writtenVariants: [String] { variants }

  /// A list as positions in `writtenVariants`, in the document's order.
  package func numbers(of list: Int) -> ArraySlice<UInt32> { items[places[list].range] }

  /// The first of a list's variants that is wanted. Complexity: O(length of the list).
  func firstVariant(of list: Int, where isWanted: [Bool]) -> Int? {
    let numbers = items.span.extracting(places[list].range)
    for index in numbers.indices where isWanted[Int(numbers[index])] { return Int(numbers[index]) }
    return nil
  }

  /// For each of `writtenVariants` its place in the order of their bytes; the same texts have the same.
  /// Complexity: O(n log n) for n variants.
  package var variantOrder: [UInt32] { NameNumbering(variants).numbers }

  /// Compares two lists variant by variant as they are written: negative where the first comes before the second, 0
  /// where they are the same. Complexity: O(length of the shorter list).
  ///
  /// - Parameter order: `variantOrder`, which many comparisons share.
  package func compare(_ first: Int, _ second: Int, by order: [UInt32]) -> Int {
    if first == second { return 0 }
    let (items, order) = (items.span, order.span)
    let (one, other) = (items.extracting(places[first].range), items.extracting(places[second].range))
    for index in 0..<Swift.min(one.count, other.count) where one[index] != other[index] {
      let (left, right) = (order[Int(one[index])], order[Int(other[index])])
      if left != right { return left < right ? -1 : 1 }
    }
    return one.count - other.count
  }

  /// Whether a list has values, not names alone.
  package func areValuesRecorded(of list: Int) -> Bool { !unrecorded.contains(list) }

  /// For each list, whether some variant in it is wanted; each variant is asked about once, as it is written.
  /// Complexity: O(variants + length of all lists).
  package func listsHolding(_ isWanted: (String) -> Bool) -> [Bool] {
    let wanted = variants.map(isWanted)
    return places.map { place in items[place.range].contains { wanted[Int($0)] } }
  }

  /// For each list, the number of the first list that means the same (semantics §1, *Identity*).
  /// Complexity: O(variants + length of all lists).
  package var equivalents: [UInt32] {
    if areDistinct { return Array(0..<UInt32(count)) }
    let canonical = canonicalNumbers
    var firsts: [UInt64: UInt32] = [:]
    firsts.reserveCapacity(places.count)
    // Lists whose fingerprint an earlier list has that does not mean the same.
    var others: [UInt64: [UInt32]] = [:]
    return places.indices.map { list in
      let key = fingerprint(list, canonical)
      guard let first = firsts[key] else {
        firsts[key] = UInt32(list)
        return UInt32(list)
      }
      if isSame(list, Int(first), canonical) { return first }
      if let same = others[key]?.first(where: { isSame(list, Int($0), canonical) }) { return same }
      others[key, default: []].append(UInt32(list))
      return UInt32(list)
    }
  }

  /// For each variant, the number of the first that means the same.
  private var canonicalNumbers: [UInt32] {
    var numbers: [String: UInt32] = [:]
    return variants.enumerated().map { number, variant in
      let canonical = Variant(written: variant).canonical
      let known = numbers[canonical] ?? UInt32(number)
      numbers[canonical] = known
      return known
    }
  }

  /// A number that does not depend on the order of a list's variants.
  private func fingerprint(_ list: Int, _ canonical: [UInt32]) -> UInt64 {
    var sum: UInt64 = 0
    for item in items[places[list].range] {
      var mixed = UInt64(canonical[Int(item)]) &+ 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      sum = sum &+ (mixed ^ (mixed >> 31))
    }
    return sum
  }

  private func isSame(_ first: Int, _ second: Int, _ canonical: [UInt32]) -> Bool {
    guard unrecorded.contains(first) == unrecorded.contains(second) else { return false }
    let lists = (items[places[first].range], items[places[second].range])
    if lists.0.elementsEqual(lists.1, by: { canonical[Int($0)] == canonical[Int($1)] }) { return true }
    func set(_ list: Int) -> Set<UInt32> { Set(items[places[list].range].map { canonical[Int($0)] }) }
    return set(first) == set(second)
  }
}
