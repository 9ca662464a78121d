import Diagnostics

/// Untrusted text as Markdown shows it and nothing more: no markup, no HTML, no link, no mention of a user or issue.
enum MarkdownText {
  /// A name as inline code, for a line of text.
  static func code(_ text: String) -> String {
    let visible = TerminalText.visible(text)
    guard !visible.isEmpty else { return "" }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: visible.unicodeScalars) + 1)
    // By scalars, as what reads Markdown goes: a mark behind a backtick makes another character, but no other backtick.
    let (first, last) = (visible.unicodeScalars.first, visible.unicodeScalars.last)
    let needsBlank = first == "`" || last == "`" || (first == " " && last == " ")
    return needsBlank ? "\(fence) \(visible) \(fence)" : fence + visible + fence
  }

  /// A name as inline code in a table's cell, where `|` would end the cell even within code.
  static func cellCode(_ text: String) -> String { code(text).replacing(scalar: "|", with: "\\|") }

  /// Prose: every character that Markdown could read is escaped, and what would become a link is broken up.
  static func prose(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.visible(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "@", "#": result += "\(scalar)&#8203;"
      case ":": result += ":&#8203;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "!", "|", "~", "$", "^", "=", "+", "-":
        result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.replacing("www.", with: "www&#8203;.")
  }

  /// A name within HTML, such as the summary of details.
  static func html(_ text: String) -> String {
    TerminalText.visible(text).replacing(scalar: "&", with: "&amp;").replacing(scalar: "<", with: "&lt;")
      .replacing(scalar: ">", with: "&gt;").replacing(scalar: "\"", with: "&quot;")
  }

  private static func longestRun(of scalar: Unicode.Scalar, in text: String.UnicodeScalarView) -> Int {
    var longest = 0
    var run = 0
    for candidate in text {
      run = candidate == scalar ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
