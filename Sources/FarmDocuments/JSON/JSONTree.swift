/// A whole JSON text as a value, for the small files that buildcover itself writes: plans, surveys, outcomes.
///
/// Documents are never read this way; it is read with the same strict reader.
package enum JSONTree: Sendable, Equatable {
  case object([String: JSONTree])
  case array([JSONTree])
  case string(String)
  /// A whole number; other numbers are read as `nil`.
  case integer(Int?)
  case boolean(Bool)
  case null

  /// Why a text is not such a value.
  package struct Problem: Error, Hashable, Sendable {
    /// In bytes from the start of the text.
    package var offset: Int
    /// What would have been right there.
    package var expected: String
  }

  /// Reads a text that holds one value; a key that stands twice in an object is an error. Complexity: O(bytes).
  package static func read(_ bytes: [UInt8]) throws(Problem) -> JSONTree {
    let buffer = DocumentBuffer(bytes)
    var cursor = JSONCursor(buffer.bytes, from: 0)
    do throws(JSONFault) {
      let tree = try value(&cursor)
      cursor.skipBlanks()
      guard cursor.offset >= buffer.bytes.count else { throw cursor.fault(expected: "the end of the text") }
      return tree
    } catch {
      throw Problem(offset: error.offset, expected: "\(error.expected)")
    }
  }

  private static func value(_ cursor: inout JSONCursor) throws(JSONFault) -> JSONTree {
    switch cursor.peekKind() {
    case .object: return try object(&cursor)
    case .array: return try array(&cursor)
    case .string: return .string(cursor.string(try cursor.readString()))
    case .number: return .integer(try cursor.readInteger())
    case .boolean: return .boolean(try cursor.readBoolean())
    case .null:
      try cursor.skipValue()
      return .null
    case .none: throw cursor.fault(expected: "a value")
    }
  }

  private static func object(_ cursor: inout JSONCursor) throws(JSONFault) -> JSONTree {
    var fields: [String: JSONTree] = [:]
    try cursor.enterObject()
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      let name = cursor.string(key)
      if fields[name] != nil { throw cursor.fault(at: key.start, expected: "each key once") }
      fields[name] = try value(&cursor)
    }
    return .object(fields)
  }

  private static func array(_ cursor: inout JSONCursor) throws(JSONFault) -> JSONTree {
    var elements: [JSONTree] = []
    try cursor.enterArray()
    var isFirst = true
    while try cursor.nextElement(&isFirst) { elements.append(try value(&cursor)) }
    return .array(elements)
  }
}

extension JSONTree {
  /// The field of an object; `nil` for anything else.
  package subscript(key: String) -> JSONTree? {
    if case .object(let fields) = self { fields[key] } else { nil }
  }

  package var string: String? { if case .string(let text) = self { text } else { nil } }

  package var integer: Int? { if case .integer(let number) = self { number } else { nil } }

  package var boolean: Bool? { if case .boolean(let truth) = self { truth } else { nil } }

  package var array: [JSONTree]? { if case .array(let elements) = self { elements } else { nil } }

  /// The elements of an array of strings; `nil` if any is something else.
  package var strings: [String]? {
    guard let array else { return nil }
    let strings = array.compactMap(\.string)
    return strings.count == array.count ? strings : nil
  }
}
