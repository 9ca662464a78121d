import Diagnostics
import FarmModel

/// Reads one sentence or clause from its tokens by recursive descent.
///
/// It stops at the first mistake: the rest of a line that went wrong cannot be trusted. The file parser goes on with the
/// next line, so every line with a mistake is reported.
struct StatementParser {
  let source: PolicySource
  private let tokens: [PolicyToken]
  private let end: PolicyToken
  private var position = 0

  /// - Parameter end: what stands behind the last token, for "… is expected at the end of the line".
  init(source: PolicySource, tokens: [PolicyToken], end: PolicyToken) {
    self.source = source
    self.tokens = tokens
    self.end = end
  }

  /// Reads the statement and nothing behind it.
  mutating func statement() throws(PolicySyntaxError) -> ParsedStatement {
    let first = next
    let content =
      PolicyKeyword.clauses.contains(first.value) && first.kind == .word
      ? try clause() : .sentence(try sentence())
    if next.kind != .end { throw unexpected(["the end of the line"]) }
    return ParsedStatement(content: content, span: first.span.through(last.span))
  }
}

extension StatementParser {
  /// The token at hand.
  var next: PolicyToken { peek(0) }

  /// The token read last.
  var last: PolicyToken { position > 0 ? tokens[position - 1] : next }

  func peek(_ ahead: Int) -> PolicyToken {
    position + ahead < tokens.count ? tokens[position + ahead] : end
  }

  mutating func advance() {
    if position < tokens.count { position += 1 }
  }

  /// Whether the token some way ahead is one of these words.
  func isWord(_ words: String..., ahead: Int = 0) -> Bool {
    let token = peek(ahead)
    return token.kind == .word && words.contains(token.value)
  }

  func isWord(in words: Set<String>, ahead: Int = 0) -> Bool {
    let token = peek(ahead)
    return token.kind == .word && words.contains(token.value)
  }

  /// Reads one of these words if it is at hand.
  mutating func take(_ words: String...) -> Bool {
    guard next.kind == .word, words.contains(next.value) else { return false }
    advance()
    return true
  }

  /// Reads one of these words.
  mutating func expect(_ words: String...) throws(PolicySyntaxError) {
    guard next.kind == .word, words.contains(next.value) else { throw unexpected([words[0]]) }
    advance()
  }

  /// The word at hand, without reading it.
  func word() -> String? { next.kind == .word ? next.value : nil }

  /// The complaint that something else stands here than one of the expected words, the nearest of which is suggested.
  ///
  /// - Parameter expected: words of the language as they are; descriptions hold a blank.
  func unexpected(_ expected: [String], help: String? = nil) -> PolicySyntaxError {
    let found = next
    if found.kind == .unterminatedText {
      return PolicySyntaxError(.unterminatedText, .unterminatedText, source.label(found.span, "opened here"))
    }
    let nearest =
      found.kind == .word ? NearestName.nearest(to: found.value, among: expected.filter(Self.isPlainWord)) : nil
    return PolicySyntaxError(
      .unexpectedWord, .unexpected(found.description, expected: expected.map(Self.quoted)),
      source.label(found.span, nearest == nil ? "" : "did you mean `\(nearest ?? "")`?"),
      help: nearest.map { "write `\($0)`" } ?? help)
  }

  private static func isPlainWord(_ text: String) -> Bool { !text.utf8.contains(0x20) }

  private static func quoted(_ text: String) -> String { isPlainWord(text) ? "`\(text)`" : text }
}

/// The first mistake in a statement.
struct PolicySyntaxError: Error {
  var diagnostic: Diagnostic

  init(_ code: PolicyCode, _ message: Message, _ label: Diagnostic.Label, help: String? = nil) {
    diagnostic = Diagnostic(code: code.rawValue, message: message.text, labels: [label], help: help)
  }

  /// The wording of syntax errors.
  struct Message {
    var text: String
    init(_ text: String) { self.text = text }

    static let unterminatedText = Message("a text ends with `\"` on the line on which it begins")

    static func unexpected(_ found: String, expected: [String]) -> Message {
      let list =
        expected.count > 1
        ? expected.dropLast().joined(separator: ", ") + " or " + (expected.last ?? "") : expected.first ?? ""
      return Message("\(found) stands where \(list) is expected")
    }
  }
}
