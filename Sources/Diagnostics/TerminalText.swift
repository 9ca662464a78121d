/// Makes untrusted text safe to print: what a terminal would obey or hide is written as an escape that people can see.
package enum TerminalText {
  /// The text with control characters, line breaks, bidirectional overrides, invisible and unassigned characters
  /// written as `\n`, `\t` or `\u{202e}`. Everything else stays. Complexity: O(length).
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      if let escape = escape(scalar) { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// The escape of a scalar that must not be printed as it is, or `nil`.
  static func escape(_ scalar: Unicode.Scalar) -> String? {
    if scalar.value >= 0x20, scalar.value < 0x7F { return nil }
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: return isHidden(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : nil
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
    case .spaceSeparator: scalar != " "
    default: scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
    }
  }
}
