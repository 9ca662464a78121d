/// Where and why a text is not JSON (RFC 8259) as this reader takes it.
struct JSONFault: Error, Equatable {
  enum Reason: Equatable {
    /// Something else was expected here.
    case unexpected
    /// The text ends too early.
    case unexpectedEnd
    case invalidUTF8
    /// A character below U+0020 in a string, or a NUL byte anywhere.
    case controlCharacter
    case invalidEscape
    /// Half of a surrogate pair, which no text can hold.
    case loneSurrogate
    case invalidNumber
    /// More than `JSONCursor.depthLimit` arrays and objects in each other.
    case tooDeep
  }

  var reason: Reason
  /// In bytes from the start of the document.
  var offset: Int
  /// In bytes; at least 1.
  var length = 1
  /// What would have been right here, to be read after "expected".
  var expected: StaticString

  static func == (first: JSONFault, second: JSONFault) -> Bool {
    first.reason == second.reason && first.offset == second.offset && first.length == second.length
  }
}

/// The kinds of JSON values, told apart by their first byte.
enum JSONKind: String {
  case object = "an object"
  case array = "an array"
  case string = "a string"
  case number = "a number"
  case boolean = "true or false"
  case null = "null"
  /// Not the start of a value.
  case none = "something else"
}

/// A string of a JSON text as it stands between its quotes, already checked.
struct JSONText {
  var start: Int
  var end: Int
  /// Whether the bytes differ from the text that they stand for.
  var hasEscapes: Bool

  var range: Range<Int> { start..<end }
  var count: Int { end - start }
}
