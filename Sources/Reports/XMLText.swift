import Diagnostics

/// Untrusted text within XML 1.0 or HTML, whose documents cannot hold most control characters even as references.
enum XMLText {
  /// For an attribute or for character data of one line.
  static func safe(_ text: String) -> String { escaped(TerminalText.visible(text)) }

  /// For character data of several lines, whose line breaks are ours and each line of which is already visible.
  static func safeLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { safe(String($0)) }.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
