/// Writes JSON (RFC 8259) with the keys in the order in which they are given, so that the same value is always the same
/// bytes.
///
///     var writer = JSONWriter()
///     writer.object { writer in
///       writer.field("schema", "buildcover/check/1")
///       writer.array("snapshots") { writer in writer.object { … } }
///     }
///     let text = writer.text
///
/// The indented layout is the one of most JSON printers: two spaces a level, every element and field on its own line,
/// `[]` and `{}` for nothing. Complexity: O(bytes written).
package struct JSONWriter: Sendable {
  /// Where line breaks and blanks go.
  package enum Layout: Hashable, Sendable {
    /// Two spaces a level.
    case indented
    /// All on one line, without blanks, for places that take one line.
    case compact
  }

  private let layout: Layout
  private var bytes: [UInt8] = []
  private var depth = 0
  /// What stands before an element: a line break and the blanks of its level.
  private var lineBreak = [UInt8(ascii: "\n")]
  private var isFirstInContainer = true

  /// Starts an empty text; reserve room where the size is known to be large.
  package init(layout: Layout = .indented, reservingBytes capacity: Int = 0) {
    self.layout = layout
    bytes.reserveCapacity(capacity)
  }

  /// What was written, with a final newline in the indented layout.
  package var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return layout == .compact || bytes.last == UInt8(ascii: "\n") ? text : text + "\n"
  }
}

extension JSONWriter {
  /// An object as the whole text or as the next element of an array.
  package mutating func object(_ fields: (inout JSONWriter) -> Void) {
    startElement()
    container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), fields)
  }

  /// An array as the whole text or as the next element of an array.
  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    startElement()
    container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), elements)
  }

  /// A string as the next element of an array.
  package mutating func element(_ value: String) {
    startElement()
    string(value)
  }

  /// A number as the next element of an array.
  package mutating func element(_ value: Int) {
    startElement()
    append(String(value))
  }
}

extension JSONWriter {
  /// A field with an object.
  package mutating func object(_ key: String, _ fields: (inout JSONWriter) -> Void) {
    start(key)
    container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), fields)
  }

  /// A field with an array.
  package mutating func array(_ key: String, _ elements: (inout JSONWriter) -> Void) {
    start(key)
    container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), elements)
  }

  /// A field with an array of strings.
  package mutating func array(_ key: String, of values: [String]) {
    array(key) { writer in for value in values { writer.element(value) } }
  }

  /// A field with a string.
  package mutating func field(_ key: String, _ value: String) {
    start(key)
    string(value)
  }

  /// A field with a string that is given as UTF-8.
  package mutating func field(_ key: String, utf8 value: [UInt8]) {
    start(key)
    string(value)
  }

  /// A field with a string; no field at all for `nil`.
  package mutating func field(_ key: String, ifPresent value: String?) {
    if let value { field(key, value) }
  }

  /// A field with a whole number.
  package mutating func field(_ key: String, _ value: Int) {
    start(key)
    append(String(value))
  }

  /// A field with a truth value.
  package mutating func field(_ key: String, _ value: Bool) {
    start(key)
    append(value ? "true" : "false")
  }

  /// A field with a number that has a fraction; what JSON cannot write (infinite, not a number) is left out.
  package mutating func field(_ key: String, _ value: Double) {
    guard value.isFinite else { return }
    start(key)
    append(String(value))
  }
}

extension JSONWriter {
  private mutating func container(open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void) {
    bytes.append(open)
    depth += 1
    lineBreak.append(UInt8(ascii: " "))
    lineBreak.append(UInt8(ascii: " "))
    isFirstInContainer = true
    body(&self)
    depth -= 1
    lineBreak.removeLast(2)
    if !isFirstInContainer { breakLine() }
    bytes.append(close)
    isFirstInContainer = false
    if depth == 0, layout == .indented { bytes.append(UInt8(ascii: "\n")) }
  }

  private mutating func startElement() {
    guard depth > 0 else { return }
    if !isFirstInContainer { bytes.append(UInt8(ascii: ",")) }
    isFirstInContainer = false
    breakLine()
  }

  private mutating func start(_ key: String) {
    startElement()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(contentsOf: lineBreak)
  }

  private mutating func append(_ text: String) { bytes.append(utf8Of: text) }

  private mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    if JSONWriter.mayNeedEscape(value.utf8.span) { escape(value) } else { append(value) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func string(_ value: [UInt8]) {
    guard !JSONWriter.mayNeedEscape(value.span) else { return string(String(decoding: value, as: UTF8.self)) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: value)
    bytes.append(UInt8(ascii: "\""))
  }

  // 0xC2 leads the UTF-8 form of U+0080 to U+00BF, of which the first half are control characters.
  private static func mayNeedEscape(_ text: Span<UInt8>) -> Bool {
    text.holdsWord { word in
      word.holdsBelow(0x20) || word.holds(UInt8(ascii: "\"")) || word.holds(UInt8(ascii: "\\")) || word.holds(0x7F)
        || word.holds(0xC2)
    }
  }

  // Control characters beyond those that RFC 8259 demands are escaped too: a terminal would obey them.
  private mutating func escape(_ value: String) {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case "\u{8}": append("\\b")
      case "\u{C}": append("\\f")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
