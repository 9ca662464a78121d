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
    return passList { [bytes] place in
      let text = interner.plainText(at: place, in: bytes)
      if text.count == 0 { return nil }
      numbers.append(text.number)
      return place &+ text.count
    }
  }

  /// Passes over a list of strings of plain ASCII that are variants with values; `false`, and moves nowhere, where the
  /// next value is anything else. Complexity: O(length).
  mutating func passValuedVariants() -> Bool {
    passList { [bytes] place in
      let end = bytes.plainEnd(from: place)
      let isVariant = bytes[end] == UInt8(ascii: "\"") && end > place && !bytes.isBareVariantName(place..<end)
      return isVariant ? end : nil
    }
  }

  /// Passes over a list of strings from `[` to `]`; `false`, and moves nowhere, where the next value is anything else.
  ///
  /// - Parameter textEnd: is told where a text begins, behind its quote, and says where the quote behind it stands;
  ///   `nil` where the list is not to be passed over.
  @inline(__always)
  private mutating func passList(_ textEnd: (Int) -> Int?) -> Bool {
    guard bytes[offset] == UInt8(ascii: "[") else { return false }
    var place = offset + 1
    if bytes[place] == UInt8(ascii: "]") {
      move(to: place + 1)
      return true
    }
    while bytes[place] == UInt8(ascii: "\"") {
      guard let end = textEnd(place + 1) else { return false }
      place = end &+ 1
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
    let place = bytes.plainEnd(from: start)
    guard bytes[place] == UInt8(ascii: "\""), place > start else { return .none }
    let number = number(of: bytes.slice(start..<place))
    shortTexts.insert(number, at: start, in: bytes)
    return ShortTexts.Found(number: number, count: place - start)
  }
}

extension DocumentBytes {
  /// Where a byte stands next that is a quote, a backslash, a control character or not ASCII; zeros stand behind the
  /// text.
  @inline(__always)
  func plainEnd(from start: Int) -> Int {
    var place = start
    while true {
      let special = JSONCursor.specials(in: word(at: place))
      if special != 0 { return place &+ special.trailingZeroBitCount >> 3 }
      place &+= 8
    }
  }

  /// Whether a variant is only a name, as in pages of 2022 and 2023.
  @inline(__always)
  func isBareVariantName(_ range: Range<Int>) -> Bool {
    switch self[range.lowerBound] {
    case UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "-"): false
    default: !slice(range).contains(UInt8(ascii: "="))
    }
  }
}
