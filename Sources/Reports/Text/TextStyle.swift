/// The looks that a terminal report uses; none of them alone carries meaning.
enum TextStyle {
  case good, bad, warning, faint, strong

  /// The text between the terminal's codes for the look; the text itself must already be safe.
  func applied(to text: String, coloured: Bool) -> String {
    coloured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private var code: String {
    switch self {
    case .good: "32"
    case .bad: "31"
    case .warning: "33"
    case .faint: "2"
    case .strong: "1"
    }
  }
}
