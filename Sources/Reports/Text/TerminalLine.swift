/// Text from documents and policies, made safe for one line of a terminal.
enum TerminalLine {
  /// The text with control, format and other characters that do not show themselves written as `\u{…}`.
  static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isSafe(scalar) { result.unicodeScalars.append(scalar) } else { result += "\\u{\(hex(scalar.value))}" }
    }
    return result
  }

  private static func hex(_ value: UInt32) -> String { String(value, radix: 16, uppercase: true) }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
