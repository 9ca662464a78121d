/// Many short lists of numbers in two arrays.
package struct RaggedTable: Sendable, Hashable {
  /// All lists one behind the other.
  private(set) var items: [UInt32] = []
  private var ends: [Int] = []

  package init() {}

  package init(_ lists: some Sequence<[UInt32]>) {
    for list in lists { append(list) }
  }

  /// Takes all lists one behind the other, and where each ends.
  package init(items: [UInt32], ends: [Int]) {
    precondition(ends.last ?? 0 == items.count)
    self.items = items
    self.ends = ends
  }

  package var count: Int { ends.count }

  /// How many numbers all lists have together.
  package var itemCount: Int { ends.last ?? 0 }

  package mutating func append(_ list: [UInt32]) {
    items.append(contentsOf: list)
    ends.append(items.count)
  }

  package subscript(index: Int) -> ArraySlice<UInt32> { items[range(index)] }

  /// Where a list lies in `item(_:)`.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Whether two lists have the same numbers in the same order.
  func isSame(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (range(first), range(second))
    guard one.count == other.count else { return false }
    let items = items.span
    for offset in 0..<one.count where items[one.lowerBound + offset] != items[other.lowerBound + offset] {
      return false
    }
    return true
  }

  mutating func removeLast() {
    ends.removeLast()
    items.removeSubrange((ends.last ?? 0)...)
  }

  /// Multiply and fold; the numbers are ours, so nobody can choose them to collide.
  var hashOfLast: UInt64 {
    let range = range(ends.count - 1)
    let list = items.span
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(range.count)
    for position in range {
      let product = (state ^ UInt64(list[position])).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      state = product.high ^ product.low
    }
    return state
  }
}
