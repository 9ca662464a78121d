/// Writes columns of numbers and texts as bytes, for files that only buildcover reads.
struct ArchiveWriter {
  private(set) var bytes: [UInt8] = []

  /// A number, seven bits a byte, lowest first; the high bit says that more follow (LEB128).
  mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(_ number: Int) { append(UInt64(number)) }

  mutating func append(_ number: UInt32) { append(UInt64(number)) }

  /// A text with its length before it.
  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Texts with their number before them.
  mutating func append(_ texts: [String]) {
    append(texts.count)
    for text in texts { append(text) }
  }

  /// Lists of numbers with their number before them.
  mutating func append(_ lists: RaggedTable) {
    append(lists.count)
    for index in 0..<lists.count {
      let list = lists[index]
      append(list.count)
      for item in list { append(item) }
    }
  }

  /// A number in four or eight bytes, lowest first.
  mutating func append(whole number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
