/// Draws diagnostics for people, with the source line and carets under what is meant:
///
///     error[policy/unexpected-word]: `verson` stands where `package` or `version` is expected
///      --> farm.policy:2:9
///       |
///     2 |   every verson built in every stack
///       |         ^^^^^^ did you mean `version`?
///       |
///       = help: write `version`
package struct DiagnosticRenderer: Sendable {
  /// Whether to use the escape sequences of terminals for colours.
  package var usesColor: Bool
  /// The columns of the terminal, at least `narrowest`; `nil` not to break messages, as for a file.
  package var width: Int?

  /// The width below which nothing is fitted any more.
  package static let narrowest = 40
  private static let excerptColumnsWithoutWidth = 160

  package init(usesColor: Bool = false, width: Int? = nil) {
    self.usesColor = usesColor
    self.width = width.map { max($0, Self.narrowest) }
  }

  /// Diagnostics one below the other, each followed by an empty line.
  package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map { render($0) + "\n" }.joined()
  }

  /// One diagnostic; every line ends with a line break.
  package func render(_ diagnostic: Diagnostic) -> String {
    let gutter = max(1, diagnostic.labels.map { String($0.place.line).utf8.count }.max() ?? 1)
    let margin = String(repeating: " ", count: gutter)
    var lines = header(diagnostic)
    for group in Self.grouped(diagnostic.labels) {
      lines += snippet(group, of: diagnostic, margin: margin)
    }
    let isDrawn = diagnostic.labels.contains { $0.excerpt != nil }
    let remarks = diagnostic.notes.map { ("note", $0) } + (diagnostic.help.map { [("help", $0)] } ?? [])
    if isDrawn, !remarks.isEmpty { lines.append("\(margin) \(styled("|", .place))") }
    for (word, text) in remarks { lines += remark(word, text, margin: margin) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func header(_ diagnostic: Diagnostic) -> [String] {
    let word = "\(diagnostic.severity.rawValue)[\(TerminalText.visible(diagnostic.code))]"
    let message = TerminalText.visible(diagnostic.message)
    guard let width else {
      return [styled(word, diagnostic.severity.style) + styled(": " + message, .emphasis)]
    }
    // The first line is wrapped together with the code, which is then put back in its own style.
    let lines = TextWrapping.lines(word + ": " + message, width: width - 2)
    return lines.enumerated().map { index, line in
      index == 0 && line.hasPrefix(word)
        ? styled(word, diagnostic.severity.style) + styled(String(line.dropFirst(word.count)), .emphasis)
        : styled("  " + line, .emphasis)
    }
  }

  private func remark(_ word: String, _ text: String, margin: String) -> [String] {
    let prefix = "\(margin) = \(word): "
    let indent = String(repeating: " ", count: prefix.utf8.count)
    let visible = text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.visible(String($0)) }
    let lines = visible.flatMap { line in
      width.map { TextWrapping.lines(line, width: $0 - prefix.utf8.count) } ?? [line]
    }
    return lines.enumerated().map { index, line in
      index == 0
        ? "\(margin) \(styled("=", .place)) \(styled(word + ":", .emphasis)) \(line)" : indent + line
    }
  }

  func styled(_ text: String, _ style: TerminalStyle) -> String { usesColor ? style.applied(to: text) : text }

  /// The columns that source text may take beside its line number.
  func excerptColumns(margin: String) -> Int {
    max(20, (width ?? Self.excerptColumnsWithoutWidth) - margin.utf8.count - 3)
  }
}
