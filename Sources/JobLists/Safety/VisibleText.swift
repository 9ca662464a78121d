import Diagnostics

/// Untrusted text made visible: what a terminal would obey, what cannot be seen and what looks like another letter is
/// written as `\u{…}`, as is what the log of a runner would obey.
enum VisibleText {
  /// All of a text, on one line.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return TerminalText.withoutCommands(text) }
    let visible = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case " "..."~": String(scalar)
      default: "\\u{\(String(scalar.value, radix: 16))}"
      }
    }.joined()
    return TerminalText.withoutCommands(visible)
  }

  /// At most 64 characters of a text, then `...`.
  static func short(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(65)
    guard scalars.count > 64 else { return escaped(text) }
    return escaped(String(String.UnicodeScalarView(scalars.prefix(64)))) + "..."
  }
}
