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
    for offset in 0..<one.count where items[one.lowerBound + offset] != items[other.lowerBound + offset] {
      return false
    }
    return true
  }

  mutating func append(_ list: ArraySlice<UInt32>) {
    items.append(contentsOf: list)
    ends.append(items.count)
  }

  /// Puts numbers that belong to no list behind the lists; none may follow.
  mutating func close(behind others: [UInt32]) { items.append(contentsOf: others) }

  mutating func removeLast() {
    ends.removeLast()
    items.removeSubrange((ends.last ?? 0)...)
  }

  /// Replaces each number of the last list.
  mutating func replaceLast(by numbers: [UInt32]) {
    let range = range(ends.count - 1)
    var list = items.mutableSpan
    for position in range { list[position] = numbers[Int(list[position])] }
  }

  /// Replaces each number of the last list by one, and that by another; says whether the second step changed nothing,
  /// and whether each number is greater than the one before it then.
  mutating func replaceLast(by numbers: [UInt32], then others: [UInt32]) -> (isSame: Bool, isAscending: Bool) {
    let range = range(ends.count - 1)
    var list = items.mutableSpan
    var changes: UInt32 = 0
    var isAscending = true
    var last: Int64 = -1
    for position in range {
      let number = numbers[Int(list[position])]
      let other = others[Int(number)]
      changes |= number ^ other
      isAscending = isAscending && Int64(other) > last
      last = Int64(other)
      list[position] = other
    }
    return (changes == 0, isAscending)
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

  mutating func reserveCapacity(lists count: Int, items itemCount: Int) {
    items.reserveCapacity(itemCount)
    ends.reserveCapacity(count)
  }
}
