/// Inline text for GitHub's Markdown, fit for table cells.
enum MarkdownText {
  /// Untrusted text as code: nothing in it is markup, a mention or a link.
  static func code(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let text = VisibleText.escaped(text).replacing("|", with: "\\|")
    let longest = text.split(omittingEmptySubsequences: true) { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let padding = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + padding + text + padding + fence
  }
}
