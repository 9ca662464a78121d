/// Many short lists of numbers in two arrays.
package struct RaggedTable: Sendable, Hashable {
  private var items: [UInt32] = []
  private var ends: [UInt32] = []

  package init() {}

  package init(_ lists: some Sequence<[UInt32]>) {
    for list in lists { append(list) }
  }

  /// Takes all lists one behind the other, and where each ends.
  package init(items: [UInt32], ends: [UInt32]) {
    precondition(Int(ends.last ?? 0) == items.count)
    self.items = items
    self.ends = ends
  }

  package var count: Int { ends.count }

  /// How many numbers all lists have together.
  package var itemCount: Int { items.count }

  package mutating func append(_ list: [UInt32]) {
    items.append(contentsOf: list)
    ends.append(UInt32(items.count))
  }

  package subscript(index: Int) -> ArraySlice<UInt32> { items[range(index)] }

  /// Where a list lies in `item(_:)`.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

  func item(_ position: Int) -> UInt32 { items[position] }

  /// Whether a list has just these numbers in this order.
  func isSame(_ index: Int, as list: [UInt32]) -> Bool {
    let range = range(index)
    guard range.count == list.count else { return false }
    for position in list.indices where items[range.lowerBound + position] != list[position] { return false }
    return true
  }
}
