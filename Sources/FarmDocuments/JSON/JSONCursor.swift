/// A strict reader of JSON (RFC 8259) that is pulled through a text: the caller says what it reads next, nothing is
/// built that it does not ask for, and every fault has its place.
///
///     var cursor = JSONCursor(bytes, from: 0)
///     try cursor.enterObject()
///     var isFirst = true
///     while let key = try cursor.nextKey(&isFirst) {
///       if cursor.isSame(key, "name") { name = cursor.string(try cursor.readString()) } else { try cursor.skipValue() }
///     }
///
/// Values that are passed over are checked in full. Keys are not compared with each other here: that is for the caller,
/// who knows which objects matter (`KeyRegister`).
struct JSONCursor {
  /// How many arrays and objects may stand in each other.
  static let depthLimit = 512

  let bytes: DocumentBytes
  /// Where the next unread byte stands.
  private(set) var offset: Int
  /// Whether line feeds may stand between tokens; not in a page, where a value is one line.
  let spansLines: Bool
  private var depth = 0

  init(_ bytes: DocumentBytes, from offset: Int, spansLines: Bool = true) {
    self.bytes = bytes
    self.offset = offset
    self.spansLines = spansLines
  }

  /// Goes on at another place, which must stand at the same depth; for readers that recognise what they have read.
  @inline(__always)
  mutating func move(to offset: Int) { self.offset = offset }

  /// Passes over blanks between tokens.
  @inline(__always)
  mutating func skipBlanks() {
    while bytes[offset] <= UInt8(ascii: " "), isBlank(bytes[offset]) { offset += 1 }
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
      || (spansLines && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")))
  }

  /// The kind of the next value, which is not read by this.
  mutating func peekKind() -> JSONKind {
    skipBlanks()
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: return .none
    }
  }

  /// Reads the `{` of an object.
  mutating func enterObject() throws(JSONFault) {
    skipBlanks()
    try enter(UInt8(ascii: "{"), expected: "an object")
  }

  /// Reads the `[` of an array.
  mutating func enterArray() throws(JSONFault) {
    skipBlanks()
    try enter(UInt8(ascii: "["), expected: "an array")
  }

  private mutating func enter(_ bracket: UInt8, expected: StaticString) throws(JSONFault) {
    guard bytes[offset] == bracket else { throw fault(expected: expected) }
    guard depth < JSONCursor.depthLimit else {
      throw JSONFault(reason: .tooDeep, offset: offset, expected: "at most 512 levels of nesting")
    }
    depth += 1
    offset += 1
  }

  /// Reads up to the next key and its colon, or past the end of the object.
  ///
  /// - Parameter isFirst: `true` right behind `enterObject`; set to `false` here.
  @inline(__always)
  mutating func nextKey(_ isFirst: inout Bool) throws(JSONFault) -> JSONText? {
    skipBlanks()
    if bytes[offset] == UInt8(ascii: "}") && isFirst { return leave() }
    if !isFirst {
      if bytes[offset] == UInt8(ascii: "}") { return leave() }
      guard bytes[offset] == UInt8(ascii: ",") else { throw fault(expected: "`,` or `}`") }
      offset += 1
      skipBlanks()
    }
    guard bytes[offset] == UInt8(ascii: "\"") else {
      throw fault(expected: isFirst ? "a key in quotes or `}`" : "a key in quotes")
    }
    isFirst = false
    let key = try readString()
    skipBlanks()
    guard bytes[offset] == UInt8(ascii: ":") else { throw fault(expected: "`:` behind the key") }
    offset += 1
    skipBlanks()
    return key
  }

  /// Reads up to the next element, or past the end of the array; says whether there is an element.
  ///
  /// - Parameter isFirst: `true` right behind `enterArray`; set to `false` here.
  @inline(__always)
  mutating func nextElement(_ isFirst: inout Bool) throws(JSONFault) -> Bool {
    skipBlanks()
    if bytes[offset] == UInt8(ascii: "]") {
      depth -= 1
      offset += 1
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard bytes[offset] == UInt8(ascii: ",") else { throw fault(expected: "`,` or `]`") }
    offset += 1
    skipBlanks()
    guard bytes[offset] != UInt8(ascii: "]") else { throw fault(expected: "a value") }
    return true
  }

  @inline(__always)
  private mutating func leave() -> JSONText? {
    depth -= 1
    offset += 1
    return nil
  }

  /// What to throw where the byte at `offset`, or at another place, is not what it should be.
  func fault(at place: Int? = nil, expected: StaticString) -> JSONFault {
    let place = place ?? offset
    if place >= bytes.count { return JSONFault(reason: .unexpectedEnd, offset: bytes.count, expected: expected) }
    let isLineEnd = !spansLines && (bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r"))
    if bytes[place] < 32 && !isLineEnd && bytes[place] != UInt8(ascii: "\t") {
      let isBreak = bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r")
      if !isBreak { return JSONFault(reason: .controlCharacter, offset: place, expected: expected) }
    }
    if bytes[place] >= 0x80, bytes.scalarLength(at: place) == 0 {
      return JSONFault(reason: .invalidUTF8, offset: place, expected: expected)
    }
    return JSONFault(reason: .unexpected, offset: place, expected: expected)
  }
}
