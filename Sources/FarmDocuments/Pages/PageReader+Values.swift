extension PageReader {
  /// Reads a string that is to be `key`'s value; reports anything else, and the empty text if it may not be.
  mutating func readText(_ cursor: inout JSONCursor, key: StaticString, mayBeEmpty: Bool = false) throws(JSONFault)
    -> JSONText?
  {
    guard cursor.peekKind() == .string else {
      try reportWrongType(&cursor, key: key, expected: "a string")
      return nil
    }
    let text = try cursor.readString()
    if text.count == 0 && !mayBeEmpty {
      report(.emptyName, at: text.start - 1, length: 2, "found an empty text as `\(key)`")
      return nil
    }
    return text
  }

  /// Reads a list of strings into `texts`; says whether it was one.
  mutating func readTexts(_ cursor: inout JSONCursor, key: StaticString, mayHoldEmpty: Bool = false)
    throws(JSONFault) -> Bool
  {
    texts.removeAll(keepingCapacity: true)
    guard cursor.peekKind() == .array else {
      try reportWrongType(&cursor, key: key, expected: "a list of strings")
      return false
    }
    var isGood = true
    try cursor.enterArray()
    var isFirst = true
    while try cursor.nextElement(&isFirst) {
      if let text = try readText(&cursor, key: key, mayBeEmpty: mayHoldEmpty) {
        texts.append(text)
      } else {
        isGood = false
      }
    }
    return isGood
  }

  /// Reports a value that is of another type, and passes over it.
  mutating func reportWrongType(_ cursor: inout JSONCursor, key: StaticString, expected: StaticString)
    throws(JSONFault)
  {
    let found = cursor.peekKind()
    let start = cursor.offset
    try cursor.skipValue()
    report(
      .wrongType, at: start, length: min(cursor.offset - start, 40),
      "found \(found.rawValue) as `\(key)`; expected \(expected)")
  }
}

extension JSONCursor {
  /// The number that a string has in an interner.
  @inline(__always)
  func number(of text: JSONText, in interner: inout ByteInterner) -> UInt32 {
    if !text.hasEscapes { return interner.number(of: bytes.slice(text.range)) }
    return decoded(text).withUnsafeBufferPointer { interner.number(of: $0) }
  }
}
