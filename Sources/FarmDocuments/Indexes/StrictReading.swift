/// What the readers of JSON documents have in common: values of the type that the document must have, and a report of
/// everything else.
protocol StrictReading {
  var bytes: DocumentBytes { get }
  var problems: ProblemLog { get set }
}

extension StrictReading {
  mutating func report(
    _ code: DocumentCode, at offset: Int? = nil, length: Int = 1, _ message: String, help: String? = nil
  ) {
    problems.report(DocumentProblem(code: code, offset: offset, length: length, message: message, help: help))
  }

  mutating func report(_ fault: JSONFault) { problems.report(DocumentProblem(fault, in: bytes)) }

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

  /// Reads `true` or `false`; reports anything else.
  mutating func readFlag(_ cursor: inout JSONCursor, key: StaticString) throws(JSONFault) -> Bool? {
    guard cursor.peekKind() == .boolean else {
      try reportWrongType(&cursor, key: key, expected: "true or false")
      return nil
    }
    return try cursor.readBoolean()
  }

  /// Enters an object or list that is to be `key`'s value; reports anything else, passes over it, and says no.
  mutating func enter(_ kind: JSONKind, _ cursor: inout JSONCursor, key: StaticString) throws(JSONFault) -> Bool {
    guard cursor.peekKind() == kind else {
      try reportWrongType(&cursor, key: key, expected: kind == .object ? "an object" : "a list")
      return false
    }
    if kind == .object { try cursor.enterObject() } else { try cursor.enterArray() }
    return true
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

  mutating func reportDuplicate(_ key: JSONText, in cursor: JSONCursor) {
    report(
      .duplicateKey, at: key.start - 1, length: key.count + 2,
      "the key `\(cursor.string(key))` stands here for the second time")
  }

  mutating func reportMissing(_ key: StaticString, at start: Int, of what: StaticString) {
    report(.missingKey, at: start, "\(what) has no `\(key)`")
  }

  /// Reads all of a document that is one object: calls `body` at the value of each key of it.
  mutating func readDocument(_ body: (inout Self, inout JSONCursor, JSONText) throws(JSONFault) -> Void) {
    var cursor = JSONCursor(bytes, from: bytes.startsWithByteOrderMark ? 3 : 0)
    do throws(JSONFault) {
      try cursor.enterObject()
      try readKeys(&cursor, body)
      cursor.skipBlanks()
      if cursor.offset < bytes.count { throw cursor.fault(expected: "the end of the document") }
    } catch {
      report(error)
    }
  }

  /// Reads the rest of an object that was entered: calls `body` at the value of each key, and reports keys that stand
  /// there twice. For objects with few keys; `body` has to read or pass over the value.
  mutating func readKeys(
    _ cursor: inout JSONCursor, _ body: (inout Self, inout JSONCursor, JSONText) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    var register = KeyRegister()
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      if register.insert(key, in: cursor) != nil { reportDuplicate(key, in: cursor) }
      try body(&self, &cursor, key)
    }
  }
}
