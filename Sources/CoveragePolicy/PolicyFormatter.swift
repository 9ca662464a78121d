package import Diagnostics

/// Writes a policy file in canonical layout: canonical words, one statement to a line, two blanks of indentation, at
/// most one empty line in a row. Comments and the order of everything stay. Formatting twice changes nothing more.
package enum PolicyFormatter {
  /// The file in canonical layout, or `nil` and the errors of a file that is not valid. Complexity: O(bytes).
  package static func format(file: String, bytes: [UInt8]) -> (text: String?, diagnostics: [Diagnostic]) {
    let source = PolicySource(file: file, bytes: bytes)
    let diagnostics = PolicyParser.parse([source]).diagnostics
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
    var layout = PolicyLayout()
    var validator = PolicyValidator(source)
    let parsed = PolicyFileParser(source)
    for entry in parsed.layout { layout.add(entry, of: parsed.policies, validator: &validator) }
    return (layout.text, diagnostics)
  }
}

/// The lines of a formatted file as they come.
private struct PolicyLayout {
  private var lines: [String] = []
  private var isInBlock = false
  private var last = Last.nothing

  private enum Last {
    case nothing, emptyLine, comment, header, statement, footer
  }

  var text: String {
    let end = last == .emptyLine ? lines.dropLast() : lines[...]
    return end.map { $0 + "\n" }.joined()
  }

  mutating func add(
    _ entry: PolicyFileParser.LayoutEntry, of policies: [ParsedPolicy], validator: inout PolicyValidator
  ) {
    switch entry {
    case .emptyLine: addEmptyLine()
    case .comment(let text, let isTrailing): addComment(text, isTrailing: isTrailing)
    case .header(let policy):
      if last == .statement { addEmptyLine() }
      add(Self.header(policies[policy]), .header)
      isInBlock = true
    case .statement(let policy, let statement):
      add(validator.canonicalText(policies[policy].statements[statement]), .statement)
    case .bare(let policy):
      let texts = policies[policy].statements.map { validator.canonicalText($0) }
      add(texts.joined(separator: "; "), .statement)
    case .footer:
      if last == .emptyLine {
        lines.removeLast()
      }
      isInBlock = false
      add("}", .footer)
    }
  }

  private mutating func add(_ line: String, _ kind: Last) {
    if last == .footer, kind != .emptyLine { addEmptyLine() }
    lines.append(isInBlock ? "  " + line : line)
    last = kind
  }

  private mutating func addEmptyLine() {
    guard last != .nothing, last != .emptyLine, last != .header else { return }
    lines.append("")
    last = .emptyLine
  }

  private mutating func addComment(_ text: String, isTrailing: Bool) {
    let end = text.utf8.lastIndex { $0 != 0x20 && $0 != 0x09 }
    let comment = String(text[...(end ?? text.startIndex)])
    if isTrailing, !lines.isEmpty, last != .emptyLine {
      lines[lines.count - 1] += "  " + comment
    } else {
      add(comment, .comment)
    }
  }

  private static func header(_ policy: ParsedPolicy) -> String {
    let words =
      ["policy"] + (policy.name.map { [CanonicalText.name($0.value)] } ?? [])
      + (policy.title.map { [CanonicalText.quoted($0.value)] } ?? []) + ["{"]
    return words.joined(separator: " ")
  }
}

extension PolicyValidator {
  /// A valid statement in canonical words.
  fileprivate mutating func canonicalText(_ statement: ParsedStatement) -> String {
    if case .sentence(let sentence) = statement.content { return self.sentence(sentence)?.text ?? "" }
    let span = statement.span
    let lone = ParsedPolicy(name: nil, title: nil, span: span, statements: [statement])
    let clauses = clauses(of: lone, for: nil)
    if case .severity(let severity) = statement.content { return ClauseText.severity(severity) }
    return
      (clauses.scopes.map(ClauseText.scope) + clauses.variants.map(ClauseText.variants)
      + clauses.snapshots.map(ClauseText.snapshots) + clauses.exceptions.map(ClauseText.exception)
      + clauses.waivers.map(ClauseText.waiver) + (clauses.passing.map { [ClauseText.passing($0)] } ?? [])
      + (clauses.reason.map { [ClauseText.reason($0)] } ?? [])).joined()
  }
}
