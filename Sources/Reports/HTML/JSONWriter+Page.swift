import FarmModel

extension JSONWriter {
  /// A field with an array of whole numbers.
  mutating func array(_ key: String, of values: [Int]) {
    array(key) { json in for value in values { json.element(value) } }
  }

  /// An array of whole numbers as the next element of an array.
  mutating func array(of values: [Int]) {
    array { json in for value in values { json.element(value) } }
  }

  /// An array of strings as the next element of an array.
  mutating func array(of values: [String]) {
    array { json in for value in values { json.element(value) } }
  }

  /// A field with a whole number; no field at all for `nil`.
  mutating func field(_ key: String, ifPresent value: Int?) {
    if let value { field(key, value) }
  }

  /// The text with every character written as `\u…` that could end an HTML script element, open a comment in it, break
  /// a line of JavaScript or turn the direction of the text; in JSON such characters stand only within strings.
  /// Complexity: O(n).
  static func scriptSafe(_ json: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(json.utf8.count + 1024)
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<": result.append(contentsOf: #"\u003c"#.utf8)
      case ">": result.append(contentsOf: #"\u003e"#.utf8)
      case "&": result.append(contentsOf: #"\u0026"#.utf8)
      case _ where scalar.isHidden && scalar.value > 0x1F:
        let digits = String(scalar.value, radix: 16)
        result.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
      default: result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Whether a reader does not see it, though it acts on the text around it: control, direction and joining characters.
  var isHidden: Bool {
    switch self {
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}",
      "\u{2060}"..."\u{206F}", "\u{FEFF}":
      true
    default: false
    }
  }
}
