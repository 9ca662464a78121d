extension JSONCursor {
  /// Reads a string. Complexity: O(length).
  @inline(__always)
  mutating func readString() throws(JSONFault) -> JSONText {
    guard bytes[offset] == UInt8(ascii: "\"") else { throw fault(expected: "a string") }
    let start = offset + 1
    var place = start
    while true {
      let special = JSONCursor.specials(in: bytes.word(at: place))
      if special == 0 {
        place += 8
        continue
      }
      place += special.trailingZeroBitCount / 8
      guard bytes[place] == UInt8(ascii: "\"") else { return try readRest(from: start, special: place) }
      move(to: place + 1)
      return JSONText(start: start, end: place, hasEscapes: false)
    }
  }

  /// Marks, by its highest bit, the first byte that is a quote, a backslash, a control character or not ASCII; marks of
  /// higher bytes may be false.
  @inline(__always)
  static func specials(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let found = ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
    return (found | ((word &- (ones &* 0x20)) & ~word) | word) & (ones &* 0x80)
  }

  private func unexpectedEndOfString() -> JSONFault {
    JSONFault(reason: .unexpectedEnd, offset: bytes.count, expected: "the closing quote of the string")
  }

  /// Reads on in a string that holds more than plain ASCII.
  private mutating func readRest(from start: Int, special: Int) throws(JSONFault) -> JSONText {
    var place = special
    var hasEscapes = false
    while true {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        move(to: place + 1)
        return JSONText(start: start, end: place, hasEscapes: hasEscapes)
      } else if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        place = try endOfEscape(at: place)
      } else if byte < 0x20 {
        if place >= bytes.count { throw unexpectedEndOfString() }
        throw controlCharacter(at: place)
      } else if byte < 0x80 {
        place += 1
      } else {
        let length = bytes.scalarLength(at: place)
        if length == 0 { throw JSONFault(reason: .invalidUTF8, offset: place, expected: "UTF-8") }
        place += length
      }
    }
  }

  private func controlCharacter(at place: Int) -> JSONFault {
    let isLineEnd = !spansLines && (bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r"))
    return JSONFault(
      reason: isLineEnd ? .unexpected : .controlCharacter, offset: place, expected: "the closing quote of the string")
  }

  /// Checks an escape and returns where it ends.
  private func endOfEscape(at place: Int) throws(JSONFault) -> Int {
    switch bytes[place + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return place + 2
    case UInt8(ascii: "u"):
      return try endOfUnicodeEscape(at: place)
    default:
      if place + 1 >= bytes.count { throw unexpectedEndOfString() }
      throw JSONFault(
        reason: .invalidEscape, offset: place, length: 2, expected: #"one of \" \\ \/ \b \f \n \r \t \uXXXX"#)
    }
  }

  private func endOfUnicodeEscape(at place: Int) throws(JSONFault) -> Int {
    let unit = try codeUnit(at: place)
    guard unit & 0xF800 == 0xD800 else { return place + 6 }
    let isLeading = unit < 0xDC00
    if isLeading && place + 6 >= bytes.count { throw unexpectedEndOfString() }
    guard isLeading, bytes[place + 6] == UInt8(ascii: "\\"), bytes[place + 7] == UInt8(ascii: "u"),
      try codeUnit(at: place + 6) & 0xFC00 == 0xDC00
    else {
      throw JSONFault(
        reason: .loneSurrogate, offset: place, length: 6, expected: "both halves of a surrogate pair")
    }
    return place + 12
  }

  /// The value of the four hexadecimal digits of `\uXXXX`.
  private func codeUnit(at place: Int) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for digit in 2..<6 {
      guard let digitValue = JSONCursor.hexadecimal(bytes[place + digit]) else {
        if place + digit >= bytes.count { throw unexpectedEndOfString() }
        throw JSONFault(
          reason: .invalidEscape, offset: place, length: digit + 1, expected: #"four hexadecimal digits behind \u"#)
      }
      value = value << 4 | digitValue
    }
    return value
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension JSONCursor {
  /// The text that a string stands for, as UTF-8. Complexity: O(length).
  func decoded(_ text: JSONText) -> [UInt8] {
    guard text.hasEscapes else { return Array(bytes.slice(text.range)) }
    var decoded: [UInt8] = []
    var place = text.start
    while place < text.end {
      if bytes[place] != UInt8(ascii: "\\") {
        decoded.append(bytes[place])
        place += 1
      } else {
        place = decodeEscape(at: place, into: &decoded)
      }
    }
    return decoded
  }

  /// The text that a string stands for.
  func string(_ text: JSONText) -> String {
    text.hasEscapes ? String(decoding: decoded(text), as: UTF8.self) : bytes.text(text.range)
  }

  /// Whether a string stands for an expected text.
  func isSame(_ text: JSONText, _ expected: StaticString) -> Bool {
    guard text.hasEscapes else {
      return text.count == expected.utf8CodeUnitCount && bytes.stands(expected, at: text.start)
    }
    return expected.withUTF8Buffer { decoded(text).elementsEqual($0) }
  }

  /// Decodes an escape that `readString` has found good; returns where it ends.
  private func decodeEscape(at place: Int, into decoded: inout [UInt8]) -> Int {
    switch bytes[place + 1] {
    case UInt8(ascii: "b"): decoded.append(8)
    case UInt8(ascii: "f"): decoded.append(12)
    case UInt8(ascii: "n"): decoded.append(10)
    case UInt8(ascii: "r"): decoded.append(13)
    case UInt8(ascii: "t"): decoded.append(9)
    case UInt8(ascii: "u"): return decodeUnicodeEscape(at: place, into: &decoded)
    default: decoded.append(bytes[place + 1])
    }
    return place + 2
  }

  private func decodeUnicodeEscape(at place: Int, into decoded: inout [UInt8]) -> Int {
    let leading = (try? codeUnit(at: place)) ?? 0xFFFD
    guard leading & 0xF800 == 0xD800 else {
      decoded.append(contentsOf: String(Unicode.Scalar(leading) ?? "\u{FFFD}").utf8)
      return place + 6
    }
    let trailing = (try? codeUnit(at: place + 6)) ?? 0xFFFD
    let value = 0x10000 + (leading & 0x3FF) << 10 + trailing & 0x3FF
    decoded.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    return place + 12
  }
}
