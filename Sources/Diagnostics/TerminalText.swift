/// Makes untrusted text safe to print: what a terminal would obey or hide is written as an escape that people can see, and
/// so is what the log of a CI runner would obey.
package enum TerminalText {
  /// The text with control characters, line breaks, bidirectional overrides, invisible and unassigned characters
  /// written as `\n`, `\t` or `\u{202e}`, and without commands. Everything else stays. Complexity: O(length).
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return withoutCommands(text) }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      if let escape = escape(scalar) { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return withoutCommands(result)
  }

  /// The text with `::` where a line could begin with it, and with `##`, written so that no runner obeys it: GitHub
  /// obeys lines that begin with `::` behind blanks, and `##[` anywhere, as Azure does `##vso[`. A line may begin with a
  /// name, or behind a blank of a name, where text is wrapped. Complexity: O(length).
  package static func withoutCommands(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "#")) || text.utf8.contains(UInt8(ascii: ":")) else { return text }
    var result = ""
    var last: (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
    for scalar in text.unicodeScalars {
      switch (last.0, last.1, scalar) {
      case (" ", ":", ":"): result += "\\u{3a}"
      case (_, "#", "#"): result += "\\u{23}"
      default: result.unicodeScalars.append(scalar)
      }
      last = (last.1, scalar)
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
