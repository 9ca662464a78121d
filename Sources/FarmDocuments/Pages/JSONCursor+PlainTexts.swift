extension DocumentBytes {
  /// Whether two places hold the same bytes; for few bytes quicker than a call.
  @inline(__always)
  func isSameShort(at first: Int, and second: Int, count length: Int) -> Bool {
    guard length <= 16, first + 16 <= count + DocumentBytes.padding, second + 16 <= count + DocumentBytes.padding else {
      return second + length <= count && first + length <= count && isSame(at: first, and: second, count: length)
    }
    let low = word(at: first) ^ word(at: second)
    if length <= 8 { return length == 8 ? low == 0 : low << UInt64(64 - 8 * length) == 0 }
    let high = word(at: first + 8) ^ word(at: second + 8)
    return low == 0 && (length == 16 ? high == 0 : high << UInt64(128 - 8 * length) == 0)
  }
}

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
