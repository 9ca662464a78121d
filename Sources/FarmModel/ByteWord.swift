/// Eight bytes of a text, looked at together: what is written is scanned for characters that need care, and hardly any
/// text holds one.
@usableFromInline
package struct ByteWord {
  @usableFromInline let bits: UInt64

  /// The bytes from a position on, of which there must be eight.
  @inlinable
  package init(_ text: Span<UInt8>, at start: Int) {
    // Safe: the bounds are checked, and any bits make a number.
    bits = text.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
  }

  /// A text of less than eight bytes, with letters behind it.
  @inlinable
  package init(short text: Span<UInt8>) {
    var bits: UInt64 = 0x6161_6161_6161_6161
    for index in text.indices { bits = bits << 8 | UInt64(text[index]) }
    self.bits = bits
  }

  @usableFromInline static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @usableFromInline static var tops: UInt64 { 0x8080_8080_8080_8080 }

  /// Whether no byte is above 0x7F.
  @inlinable
  package var isASCII: Bool { bits & ByteWord.tops == 0 }

  /// Whether some byte is this one.
  @inlinable
  package func holds(_ byte: UInt8) -> Bool {
    let difference = bits ^ (ByteWord.ones &* UInt64(byte))
    return (difference &- ByteWord.ones) & ~difference & ByteWord.tops != 0
  }

  /// Whether some byte is below a limit of at most 0x80.
  @inlinable
  package func holdsBelow(_ limit: UInt8) -> Bool {
    (bits &- ByteWord.ones &* UInt64(limit)) & ~bits & ByteWord.tops != 0
  }
}

extension Span<UInt8> {
  /// Whether some eight bytes are wanted, when the whole text is looked at so; the last ones may be looked at twice.
  /// Complexity: O(count).
  @inlinable
  package func holdsWord(where isWanted: (ByteWord) -> Bool) -> Bool {
    if count < 8 { return isWanted(ByteWord(short: self)) }
    var start = 0
    while start < count {
      if isWanted(ByteWord(self, at: Swift.min(start, count - 8))) { return true }
      start += 8
    }
    return false
  }
}

extension [UInt8] {
  /// Appends the bytes of a text; faster than as a sequence. Complexity: O(length).
  package mutating func append(utf8Of text: String) {
    // Only strings that another system made have no bytes to show.
    if text.utf8.withContiguousStorageIfAvailable({ append(contentsOf: $0) }) == nil { append(contentsOf: text.utf8) }
  }
}
