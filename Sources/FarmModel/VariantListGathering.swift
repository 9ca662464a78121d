/// Variant lists, each once however it is written, with the spelling that is shown: that is mostly the list itself, and
/// kept apart where it is not.
struct VariantListGathering {
  /// Lists of canonical variants.
  private(set) var canonical = NumberListTable()
  /// For each list, where its spelling stands in `spellings`; `UInt32.max` where it is the list itself.
  private var places: [UInt32] = []
  private var spellings = RaggedTable()

  var count: Int { canonical.count }

  /// Makes room for the lists of a fragment, and for some of them once more in another spelling.
  mutating func reserveCapacity(for lists: RaggedTable) {
    canonical.reserveCapacity(lists: lists.count, items: lists.items.count * 2)
    places.reserveCapacity(lists.count)
  }

  /// The number of a list of a fragment. Of several spellings the one that is first by its bytes is kept.
  ///
  /// - Parameters:
  ///   - numbers: the numbers of the fragment's variants.
  ///   - forms: the number of the canonical form of each variant.
  mutating func number(of list: ArraySlice<UInt32>, in numbers: [UInt32], canonical forms: [UInt32]) -> UInt32 {
    let (number, isSpelledSo) = canonical.number(of: list, in: numbers, canonical: forms)
    let isNew = Int(number) == places.count
    if isNew { places.append(.max) }
    if isSpelledSo && (isNew || places[Int(number)] == .max) { return number }
    if isNew || list.lazy.map({ numbers[Int($0)] }).lexicographicallyPrecedes(spelling(number)) {
      places[Int(number)] = UInt32(spellings.count)
      spellings.append(list)
      spellings.replaceLast(by: numbers)
    }
    return number
  }

  /// A list as it is shown.
  func spelling(_ number: UInt32) -> ArraySlice<UInt32> {
    places[Int(number)] == .max ? canonical[number] : spellings[Int(places[Int(number)])]
  }

  /// The lists with these numbers, as they are shown. To be asked for after `close`. Complexity: O(lists).
  func table(of numbers: [UInt32], variants: [String]) -> VariantListTable {
    let known = canonical.lists
    let ranges = numbers.map { number in
      let place = places[Int(number)]
      if place == .max { return known.range(Int(number)) }
      let range = spellings.range(Int(place))
      return known.itemCount + range.lowerBound..<known.itemCount + range.upperBound
    }
    return VariantListTable(variants: variants, items: known.items, ranges: ranges)
  }

  /// Puts the other spellings behind the lists, so that one array holds all that is shown; no list may follow.
  mutating func close() { canonical.close(behind: spellings.items) }
}
