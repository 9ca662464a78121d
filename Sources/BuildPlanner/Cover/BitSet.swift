/// A set of small numbers as bits.
struct BitSet: Hashable {
  private(set) var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  /// Puts any number into the set; returns whether it is new.
  mutating func insertGrowing(_ number: Int) -> Bool {
    while words.count <= number >> 6 { words.append(0) }
    if contains(number) { return false }
    insert(number)
    return true
  }

  /// Whether a number is in the set; any number may be asked about.
  func contains(_ number: Int) -> Bool {
    number >> 6 < words.count && words[number >> 6] >> UInt64(number & 63) & 1 == 1
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  mutating func subtract(_ other: BitSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Takes in a set, which may be made for more numbers.
  mutating func formUnion(_ other: BitSet) {
    while words.count < other.words.count { words.append(0) }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  /// Whether all numbers are in another set, which may be made for fewer.
  func isSubset(of other: BitSet) -> Bool {
    for index in words.indices {
      let others = index < other.words.count ? other.words[index] : 0
      if words[index] & ~others != 0 { return false }
    }
    return true
  }

  /// How many numbers are in both.
  func commonCount(_ other: BitSet) -> Int {
    var count = 0
    for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
    return count
  }

  /// The numbers, ascending.
  var numbers: [Int] {
    var numbers: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }
}
