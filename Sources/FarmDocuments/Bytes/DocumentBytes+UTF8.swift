extension DocumentBytes {
  /// How many bytes the scalar takes that begins at an offset, or 0 where no well-formed one does (Unicode 15, table
  /// 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
  func scalarLength(at offset: Int) -> Int {
    let first = self[offset]
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return isContinuation(offset + 1) ? 2 : 0
    case 0xE0...0xEF:
      let second = self[offset + 1]
      let isSecondGood: Bool =
        switch first {
        case 0xE0: (0xA0...0xBF).contains(second)
        case 0xED: (0x80...0x9F).contains(second)
        default: isContinuation(offset + 1)
        }
      return isSecondGood && isContinuation(offset + 2) ? 3 : 0
    case 0xF0...0xF4:
      let second = self[offset + 1]
      let isSecondGood: Bool =
        switch first {
        case 0xF0: (0x90...0xBF).contains(second)
        case 0xF4: (0x80...0x8F).contains(second)
        default: isContinuation(offset + 1)
        }
      return isSecondGood && isContinuation(offset + 2) && isContinuation(offset + 3) ? 4 : 0
    default: return 0
    }
  }

  private func isContinuation(_ offset: Int) -> Bool { self[offset] & 0xC0 == 0x80 }

  /// The first byte in a range that belongs to no well-formed scalar, or is a control character other than a tab; `nil`
  /// where all is plain text. Complexity: O(length).
  func firstUnreadable(in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if self[offset] < 0x20 && self[offset] != UInt8(ascii: "\t") { return offset }
      let length = scalarLength(at: offset)
      if length == 0 || offset + length > range.upperBound { return offset }
      offset += length
    }
    return nil
  }
}
