/// The variant lists of a farm, as numbers of single variants: a farm has many thousand lists of few different variants.
/// A list is put into words when it is asked for.
package struct VariantListTable: Sendable, Equatable, RandomAccessCollection {
  private var variants: [String]
  private var items: [UInt32]
  private var ranges: [Range<Int>]

  /// Takes lists in words.
  package init(_ lists: [VariantList]) {
    let table = NameTable(lists.flatMap(\.written))
    variants = table.names
    items = []
    ranges = []
    unrecorded = []
    for (index, list) in lists.enumerated() {
      let start = items.count
      items.append(contentsOf: list.written.map { table.number(of: $0) ?? 0 })
      ranges.append(start..<items.count)
      if !list.areValuesRecorded { unrecorded.insert(index) }
    }
  }

  /// Takes the written forms of single variants and, for each list, where its numbers lie in `items`.
  init(variants: [String], items: [UInt32], ranges: [Range<Int>]) {
    self.variants = variants
    self.items = items
    self.ranges = ranges
    let isBare = variants.map { Variant.isBareName($0) }
    unrecorded = []
    if isBare.contains(true) {
      for (index, range) in ranges.enumerated() where items[range].contains(where: { isBare[Int($0)] }) {
        unrecorded.insert(index)
      }
    }
  }

  /// The lists that have names only.
  private var unrecorded: Set<Int>

  package static func == (first: VariantListTable, second: VariantListTable) -> Bool { first.elementsEqual(second) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { ranges.count }

  /// Appends a list in words; for a few lists, for its variants are not looked up among those that are there.
  package mutating func append(_ list: VariantList) {
    let start = items.count
    items.append(contentsOf: list.written.indices.map { UInt32(variants.count + $0) })
    variants.append(contentsOf: list.written)
    if !list.areValuesRecorded { unrecorded.insert(ranges.count) }
    ranges.append(start..<items.count)
  }

  /// A list in words. Complexity: O(length of the list).
  package subscript(index: Int) -> VariantList {
    VariantList(
      written: items[ranges[index]].map { variants[Int($0)] }, areValuesRecorded: !unrecorded.contains(index))
  }
}
