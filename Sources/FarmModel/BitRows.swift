/// Rows of bits of one length, side by side in one buffer that is reused.
///
/// Every operation works on whole rows, so that callers in other modules cross the border once per row and never once
/// per word.
package struct BitRows: Sendable {
  private var words: [UInt64] = []
  /// Bits and words per row.
  private var length = 0
  private var width = 0
  /// How many rows there are.
  package private(set) var count = 0

  package init() {}

  /// Forgets all rows, keeps the buffer, and sets the length of the rows to come, in bits.
  package mutating func removeAll(bits: Int) {
    length = bits
    width = (bits + 63) / 64
    count = 0
  }

  /// Adds a row without bits and returns its number. Complexity: O(words).
  package mutating func addRow() -> Int {
    addRows(1)
    return count - 1
  }

  /// Adds rows without bits. Complexity: O(words).
  mutating func addRows(_ number: Int) {
    let (start, end) = (count * width, (count + number) * width)
    if end > words.count {
      words.append(contentsOf: repeatElement(0, count: max(end - words.count, words.count / 2)))
    }
    var words = words.mutableSpan
    for index in start..<end { words[index] = 0 }
    count += number
  }

  /// Sets the bits from 0 on, each in the row that is named for it.
  @inline(__always)
  mutating func insert(bits count: Int, in row: (Int) -> Int) {
    let width = width
    var words = words.mutableSpan
    for bit in 0..<count { words[row(bit) * width + bit >> 6] |= 1 << UInt64(bit & 63) }
  }

  /// Sets the bits from 0 on, each in the rows that are named for its positions.
  @inline(__always)
  mutating func insert(bits count: Int, at positions: (Int) -> Range<Int>, in row: (Int) -> Int) {
    let width = width
    var words = words.mutableSpan
    for bit in 0..<count {
      for position in positions(bit) { words[row(position) * width + bit >> 6] |= 1 << UInt64(bit & 63) }
    }
  }

  /// Sets as many bits of a row as there are. Complexity: O(words).
  mutating func insertAll(in row: Int) {
    let start = row * width
    for bit in stride(from: 0, to: length, by: 64) {
      words[start + bit >> 6] = UInt64.max >> UInt64(max(0, 64 - (length - bit)))
    }
  }

  package mutating func insert(_ bit: Int, in row: Int) {
    words[row * width + bit >> 6] |= 1 << UInt64(bit & 63)
  }

  package func contains(_ bit: Int, in row: Int) -> Bool {
    words[row * width + bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// Makes the row equal to another. Complexity: O(words), like all that follow.
  package mutating func assign(_ row: Int, from other: Int) {
    let start = row * width
    let second = other * width
    let width = width
    var words = words.mutableSpan
    for offset in 0..<width { words[start + offset] = words[second + offset] }
  }

  /// Makes the row the bits that two others have in common.
  package mutating func assign(_ row: Int, intersecting first: Int, _ second: Int) {
    let start = row * width
    let firstStart = first * width
    let secondStart = second * width
    let width = width
    var words = words.mutableSpan
    for offset in 0..<width { words[start + offset] = words[firstStart + offset] & words[secondStart + offset] }
  }

  package mutating func formIntersection(_ row: Int, with other: Int) {
    let start = row * width
    let second = other * width
    let width = width
    var words = words.mutableSpan
    for offset in 0..<width { words[start + offset] &= words[second + offset] }
  }

  package mutating func formUnion(_ row: Int, with other: Int) {
    let start = row * width
    let second = other * width
    let width = width
    var words = words.mutableSpan
    for offset in 0..<width { words[start + offset] |= words[second + offset] }
  }

  /// Whether two rows have no bit in common.
  package func isDisjoint(_ first: Int, _ second: Int) -> Bool {
    let start = first * width
    let other = second * width
    let words = words.span
    for offset in 0..<width where words[start + offset] & words[other + offset] != 0 { return false }
    return true
  }

  package func isEmpty(_ row: Int) -> Bool {
    let start = row * width
    let words = words.span
    for offset in 0..<width where words[start + offset] != 0 { return false }
    return true
  }

  /// The positions that two rows have in common, ascending.
  package func common(_ first: Int, _ second: Int) -> [Int] {
    var positions: [Int] = []
    for offset in 0..<width {
      var word = words[first * width + offset] & words[second * width + offset]
      while word != 0 {
        positions.append(offset * 64 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
    return positions
  }
}
