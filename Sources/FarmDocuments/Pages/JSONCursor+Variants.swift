extension JSONCursor {
  /// Passes over a list of strings of plain ASCII that are variants with values; `false`, and moves nowhere, where the
  /// next value is anything else. Complexity: O(length).
  mutating func passValuedVariants() -> Bool {
    guard bytes[offset] == UInt8(ascii: "[") else { return false }
    var place = offset + 1
    if bytes[place] == UInt8(ascii: "]") {
      move(to: place + 1)
      return true
    }
    while bytes[place] == UInt8(ascii: "\"") {
      let end = plainEnd(from: place + 1)
      guard bytes[end] == UInt8(ascii: "\""), end > place + 1, !bytes.isBareVariantName(place + 1..<end) else {
        return false
      }
      switch bytes[end + 1] {
      case UInt8(ascii: ","): place = bytes[end + 2] == UInt8(ascii: " ") ? end + 3 : end + 2
      case UInt8(ascii: "]"):
        move(to: end + 2)
        return true
      default: return false
      }
    }
    return false
  }

  /// Where a byte stands next that is a quote, a backslash, a control character or not ASCII; zeros stand behind the
  /// text.
  @inline(__always)
  private func plainEnd(from start: Int) -> Int {
    var place = start
    while true {
      let special = JSONCursor.specials(in: bytes.word(at: place))
      if special != 0 { return place &+ special.trailingZeroBitCount >> 3 }
      place &+= 8
    }
  }
}

extension DocumentBytes {
  /// Whether a variant is only a name, as in pages of 2022 and 2023.
  @inline(__always)
  func isBareVariantName(_ range: Range<Int>) -> Bool {
    switch self[range.lowerBound] {
    case UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "-"): false
    default: !slice(range).contains(UInt8(ascii: "="))
    }
  }
}
