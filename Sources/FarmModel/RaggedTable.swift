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
  package var itemCount: Int { items.count }

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
    for offset in 0..<one.count where items[one.lowerBound + offset] != items[other.lowerBound + offset] {
      return false
    }
    return true
  }

  mutating func append(_ list: ArraySlice<UInt32>) {
    items.append(contentsOf: list)
    ends.append(items.count)
  }

  mutating func removeLast() {
    ends.removeLast()
    items.removeSubrange((ends.last ?? 0)...)
  }

  /// Replaces each number of the last list, and says whether each is replaced by itself.
  @discardableResult
  mutating func replaceLast(by numbers: [UInt32]) -> Bool {
    let range = range(ends.count - 1)
    var list = items.mutableSpan
    var changes: UInt32 = 0
    for position in range {
      let number = numbers[Int(list[position])]
      changes |= number ^ list[position]
      list[position] = number
    }
    return changes == 0
  }

  /// Whether each number of the last list is greater than the one before it.
  var isLastStrictlyAscending: Bool {
    for position in range(ends.count - 1).dropFirst() where items[position - 1] >= items[position] { return false }
    return true
  }
}
