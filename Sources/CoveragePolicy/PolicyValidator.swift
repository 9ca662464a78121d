import Diagnostics
import FarmModel

/// Checks what the parser read and makes policies of what is right; every mistake of a policy is reported.
struct PolicyValidator {
  let source: PolicySource
  private(set) var diagnostics: [Diagnostic] = []
  /// How many errors there are, also such as were too many to report.
  private(set) var errorCount = 0

  init(_ source: PolicySource) { self.source = source }

  /// The valid policy, or `nil` after reporting why it is none.
  mutating func policy(_ parsed: ParsedPolicy) -> Policy? {
    let errorsBefore = errorCount
    checkName(parsed.name)
    checkDuplicates(parsed.statements)
    let sentence = sentence(of: parsed)
    let clauses = clauses(of: parsed, for: sentence.map { ($0.value, $0.span) })
    guard let sentence, !parsed.isDamaged, errorCount == errorsBefore else { return nil }
    let text = sentence.value.text
    return Policy(
      name: parsed.name?.value ?? text, title: parsed.title?.value, sentence: sentence.value, text: text,
      scopes: clauses.scopes, requiredVariants: clauses.variants, snapshots: clauses.snapshots,
      exceptions: clauses.exceptions, waivers: clauses.waivers, passingPercentage: clauses.passing,
      severity: clauses.severity, reason: clauses.reason, place: source.place(of: sentence.span),
      excerpt: source.excerpt(of: sentence.span))
  }

  mutating func report(
    _ code: PolicyCode, _ message: String, _ labels: Diagnostic.Label..., severity: Diagnostic.Severity = .error,
    help: String? = nil
  ) {
    if severity == .error { errorCount += 1 }
    guard diagnostics.count <= PolicyLimits.diagnostics else { return }
    diagnostics.append(
      Diagnostic(code: code.rawValue, severity: severity, message: message, labels: labels, help: help))
  }

  private mutating func sentence(of parsed: ParsedPolicy) -> Located<Sentence>? {
    let all = parsed.statements.compactMap { statement in
      if case .sentence(let sentence) = statement.content { Located(sentence, statement.span) } else { nil }
    }
    if all.isEmpty, !parsed.isDamaged {
      report(.noSentence, Message.noSentence, source.label(parsed.span), help: Message.noSentenceHelp)
    }
    for further in all.dropFirst() {
      report(
        .twoSentences, Message.twoSentences, source.label(further.span, "the second"),
        source.label(all[0].span, "the first"), help: "make a policy of each")
    }
    let valid = all.map { located in sentence(located.value).map { Located($0, located.span) } }
    return valid.first ?? nil
  }

  private mutating func checkName(_ name: Located<String>?) {
    guard let name, !Self.isKebabCase(name.value) else { return }
    let suggestion = Self.kebabCase(name.value)
    report(
      .nameNotKebabCase, Message.notKebabCase(name.value), source.label(name.span),
      help: suggestion.isEmpty ? nil : "write `\(suggestion)`")
  }

  private static func isKebabCase(_ name: String) -> Bool {
    name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }

  private static func kebabCase(_ name: String) -> String {
    let letters = name.lowercased().utf8.map { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) ? $0 : 0x2D }
    return letters.split(separator: 0x2D).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }

  private mutating func checkDuplicates(_ statements: [ParsedStatement]) {
    var seen: [String: SourceSpan] = [:]
    for statement in statements {
      guard let keyword = statement.content.singleKeyword else { continue }
      if let first = seen[keyword] {
        report(
          .duplicateClause, Message.duplicateClause(keyword), source.label(statement.span, "again"),
          source.label(first, "first here"), help: "keep one of them")
      } else {
        seen[keyword] = statement.span
      }
    }
  }
}

extension ParsedStatement.Content {
  /// The keyword of a clause that a policy may have once.
  fileprivate var singleKeyword: String? {
    switch self {
    case .passing: "passing"
    case .severity: "severity"
    case .reason: "because"
    default: nil
    }
  }
}

private enum Message {
  static let noSentence = "a policy has one sentence, this one has none"
  static let noSentenceHelp = "write what must hold, such as `\(Policy.embedded.text)`"
  static let twoSentences = "a policy has one sentence, this is another"

  static func notKebabCase(_ name: String) -> String {
    "the name of a policy is lowercase words joined by `-`, which `\(name)` is not"
  }

  static func duplicateClause(_ keyword: String) -> String { "the clause `\(keyword)` stands twice" }
}
