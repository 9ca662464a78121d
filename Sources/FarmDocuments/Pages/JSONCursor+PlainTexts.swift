extension JSONCursor {
  /// Reads a string that is neither empty nor has anything but plain ASCII, and returns its number; `nil`, and moves
  /// nowhere, where the next value is anything else.
  @inline(__always)
  mutating func readPlain(_ interner: inout ByteInterner) -> UInt32? {
    guard bytes[offset] == UInt8(ascii: "\"") else { return nil }
    let text = interner.plainText(at: offset + 1, in: bytes)
    guard text.count != 0 else { return nil }
    move(to: offset + text.count + 2)
    return text.number
  }

  /// Reads a string that is a hash in Spack's form; `nil`, and moves nowhere, where the next value is anything else.
  @inline(__always)
  mutating func readHash() -> JSONText? {
    let start = offset + 1
    let end = start + DocumentBytes.hashLength
    guard end < bytes.count, bytes[offset] == UInt8(ascii: "\""), bytes[end] == UInt8(ascii: "\""),
      bytes.isHash(at: start)
    else { return nil }
    move(to: end + 1)
    return JSONText(start: start, end: end, hasEscapes: false)
  }

  /// Reads a list of such strings from `[` to `]`; `false`, and moves nowhere, where the next value is anything else.
  @inline(__always)
  mutating func readPlainList(_ interner: inout ByteInterner, _ numbers: inout ReusedList<UInt32>) -> Bool {
    numbers.removeAll()
    guard bytes[offset] == UInt8(ascii: "[") else { return false }
    var place = offset + 1
    if bytes[place] == UInt8(ascii: "]") {
      move(to: place + 1)
      return true
    }
    while bytes[place] == UInt8(ascii: "\"") {
      let text = interner.plainText(at: place + 1, in: bytes)
      if text.count == 0 { return false }
      numbers.append(text.number)
      place = place &+ text.count &+ 2
      if bytes.word(at: place) & 0xFF_FFFF == JSONCursor.commaBlankQuote {
        place = place &+ 2
      } else if bytes[place] == UInt8(ascii: ",") {
        place += 1
      } else if bytes[place] == UInt8(ascii: "]") {
        move(to: place + 1)
        return true
      } else {
        return false
      }
    }
    return false
  }

  /// `, "`, which stands between most texts of a list, the first byte the lowest.
  private static let commaBlankQuote: UInt64 = 0x22_20_2C
}

extension ByteInterner {
  /// The text that begins at an offset, behind its quote, if it is of plain ASCII and not empty; length 0 for any other.
  @inline(__always)
  mutating func plainText(at offset: Int, in bytes: DocumentBytes) -> ShortTexts.Found {
    let known = shortTexts.text(at: offset, in: bytes)
    return known.count != 0 ? known : newPlainText(at: offset, in: bytes)
  }

  private mutating func newPlainText(at start: Int, in bytes: DocumentBytes) -> ShortTexts.Found {
    var place = start
    while true {
      let special = JSONCursor.specials(in: bytes.word(at: place))
      if special != 0 {
        place += special.trailingZeroBitCount / 8
        break
      }
      place += 8
    }
    guard bytes[place] == UInt8(ascii: "\""), place > start else { return .none }
    let number = number(of: bytes.slice(start..<place))
    shortTexts.insert(number, at: start, in: bytes)
    return ShortTexts.Found(number: number, count: place - start)
  }
}
