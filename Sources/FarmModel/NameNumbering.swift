/// Names in the order of their bytes, each once, and the number of every name that was given.
struct NameNumbering {
  let table: NameTable
  /// For each name that was given, its number in `table`.
  let numbers: [UInt32]

  /// Takes names in any order, with repetitions. Complexity: O(n log n).
  init(_ names: [String]) {
    var ordered: [String] = []
    ordered.reserveCapacity(names.count)
    var numbers = [UInt32](repeating: 0, count: names.count)
    for position in NameNumbering.positionsInOrder(names) {
      if ordered.last.map({ !NameTable.isSame($0, names[position]) }) ?? true { ordered.append(names[position]) }
      numbers[position] = UInt32(ordered.count - 1)
    }
    table = NameTable(ascending: ordered)
    self.numbers = numbers
  }

  /// A name's position with its first sixteen bytes, which tell most names apart.
  private struct Entry {
    var first: UInt64
    var second: UInt64
    var position: Int

    init(_ name: String, _ position: Int) {
      let bytes = name.utf8.span
      first = bytes.word(at: 0)
      second = bytes.word(at: 8)
      self.position = position
    }
  }

  /// Sorts numbers and not strings, for strings are counted wherever they are moved.
  private static func positionsInOrder(_ names: [String]) -> [Int] {
    var entries = names.indices.map { Entry(names[$0], $0) }
    entries.sort { one, other in
      if one.first != other.first { return one.first < other.first }
      if one.second != other.second { return one.second < other.second }
      return NameTable.precedes(names[one.position], names[other.position])
    }
    return entries.map(\.position)
  }
}

extension Span<UInt8> {
  /// Eight bytes as a number that compares as they do; behind the end there are zeros.
  func word(at start: Int) -> UInt64 {
    var word: UInt64 = 0
    for position in start..<start + 8 { word = word << 8 | (position < count ? UInt64(self[position]) : 0) }
    return word
  }
}
