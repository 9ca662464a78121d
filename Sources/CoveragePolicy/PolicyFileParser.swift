import Diagnostics

/// Reads the structure of a policy file: blocks, bare sentences, statements one to a line; and, for the formatter, where
/// comments and empty lines stand.
struct PolicyFileParser {
  /// What stands in a file, from top to bottom.
  enum LayoutEntry: Sendable {
    case emptyLine
    case comment(String, isTrailing: Bool)
    case header(policy: Int)
    case statement(policy: Int, statement: Int)
    case bare(policy: Int)
    case footer
  }

  let source: PolicySource
  private(set) var policies: [ParsedPolicy] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var layout: [LayoutEntry] = []
  private var lexer: PolicyLexer
  private var current: PolicyToken
  private var openBlock: OpenBlock?
  private var lastEntryLine = 0
  private var isLineEmpty = true
  private var isFinished = false

  private struct OpenBlock {
    var policy: Int
    var header: SourceSpan
    var hasBrace: Bool
  }

  /// Reads a whole source, which must be UTF-8. Complexity: O(bytes).
  init(_ source: PolicySource) {
    self.source = source
    lexer = PolicyLexer(source)
    current = lexer.next()
    while !isFinished { parseNext() }
  }

  private mutating func parseNext() {
    switch current.kind {
    case .end:
      closeUnfinishedBlock()
      isFinished = true
      return
    case .newline:
      if isLineEmpty { layout.append(.emptyLine) }
      isLineEmpty = true
    case .comment: note(.comment(current.value, isTrailing: lastEntryLine == current.span.line))
    case .semicolon: isLineEmpty = false
    case .closeBrace: closeBlock()
    case .openBrace: report(.strayBrace, Message.strayOpening, current.span)
    default: return parseItem()
    }
    advance()
  }

  private mutating func parseItem() {
    if current.kind == .word, current.value == "policy" {
      closeUnfinishedBlock()
      parseHeader()
    } else if let block = openBlock {
      parseStatement(into: block.policy)
    } else {
      parseBareSentence()
    }
    stopAtLimits()
  }

  private mutating func advance() { current = lexer.next() }

  private mutating func note(_ entry: LayoutEntry) {
    layout.append(entry)
    lastEntryLine = current.span.line
    isLineEmpty = false
  }

  private mutating func report(
    _ code: PolicyCode, _ message: String, _ span: SourceSpan, _ further: [Diagnostic.Label] = [], help: String? = nil
  ) {
    isLineEmpty = false
    diagnostics.append(
      Diagnostic(code: code.rawValue, message: message, labels: [source.label(span)] + further, help: help))
  }

  private mutating func stopAtLimits() {
    if policies.count > PolicyLimits.policies {
      policies.removeLast()
      report(.tooLarge, Message.tooManyPolicies, current.span)
      isFinished = true
    } else if diagnostics.count > PolicyLimits.diagnostics {
      isFinished = true
    }
  }
}

extension PolicyFileParser {
  // "policy" name [title] "{"
  private mutating func parseHeader() {
    let keyword = current.span
    note(.header(policy: policies.count))
    advance()
    let (tokens, end) = gather(isBlock: false, stopsAtBrace: true)
    var policy = ParsedPolicy(span: keyword.through(tokens.last?.span ?? keyword))
    var parser = StatementParser(source: source, tokens: tokens, end: end)
    do throws(PolicySyntaxError) {
      (policy.name, policy.title) = try parser.header()
    } catch {
      diagnostics.append(error.diagnostic)
      policy.isDamaged = true
    }
    let hasBrace = current.kind == .openBrace
    if !hasBrace, !policy.isDamaged {
      report(.unexpectedWord, Message.braceExpected, end.span, help: Message.braceHelp)
      policy.isDamaged = true
    }
    if hasBrace { advance() }
    openBlock = OpenBlock(policy: policies.count, header: policy.span, hasBrace: hasBrace)
    policies.append(policy)
  }

  private mutating func parseStatement(into policy: Int) {
    let line = current.span.line
    let (tokens, end) = gather(isBlock: true)
    guard let statement = parse(tokens, end) else {
      policies[policy].isDamaged = true
      return
    }
    guard policies[policy].statements.count < PolicyLimits.statements else {
      if !policies[policy].isDamaged { report(.tooLarge, Message.tooManyStatements, statement.span) }
      policies[policy].isDamaged = true
      return
    }
    layout.append(.statement(policy: policy, statement: policies[policy].statements.count))
    lastEntryLine = line
    isLineEmpty = false
    policies[policy].statements.append(statement)
  }

  private mutating func parseBareSentence() {
    let start = current
    if start.kind == .word, PolicyKeyword.clauses.contains(start.value) {
      report(.clauseOutsideBlock, Message.clauseOutside(start.value), start.span, help: Message.clauseOutsideHelp)
      return skipLine()
    }
    note(.bare(policy: policies.count))
    var policy = ParsedPolicy(span: start.span)
    repeat {
      if current.kind == .semicolon { advance() }
      if current.kind == .newline || current.kind == .comment || current.kind == .end { break }
      if current.kind == .semicolon { continue }
      let (tokens, end) = gather(isBlock: false)
      policy.span = policy.span.through(tokens.last?.span ?? policy.span)
      if policy.statements.count < PolicyLimits.statements, let statement = parse(tokens, end) {
        policy.statements.append(statement)
      } else {
        policy.isDamaged = true
      }
    } while current.kind == .semicolon && diagnostics.count <= PolicyLimits.diagnostics
    policies.append(policy)
  }

  private mutating func parse(_ tokens: [PolicyToken], _ end: PolicyToken) -> ParsedStatement? {
    guard tokens.count <= PolicyLimits.tokensOfStatement else {
      report(.tooLarge, Message.lineTooLong, tokens[0].span)
      return nil
    }
    var parser = StatementParser(source: source, tokens: tokens, end: end)
    do throws(PolicySyntaxError) {
      return try parser.statement()
    } catch {
      isLineEmpty = false
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  /// The tokens of one statement, and a token that stands for its end. Of a statement that is too long, only so many
  /// are kept that this shows.
  private mutating func gather(isBlock: Bool, stopsAtBrace: Bool = false) -> ([PolicyToken], PolicyToken) {
    var tokens: [PolicyToken] = []
    var last = current.span
    var isAtStart = true
    gathering: while true {
      switch current.kind {
      case .newline, .comment, .semicolon, .end: break gathering
      case .closeBrace where isBlock: break gathering
      case .openBrace where stopsAtBrace: break gathering
      default: break
      }
      if tokens.count <= PolicyLimits.tokensOfStatement { tokens.append(current) }
      last = current.span
      isAtStart = false
      advance()
    }
    let behind = SourceSpan(
      bytes: last.bytes.upperBound..<last.bytes.upperBound, line: last.line, column: last.column + last.length,
      length: 1)
    return (tokens, PolicyToken(kind: .end, value: "", span: isAtStart ? last : behind, isGlued: false))
  }

  private mutating func skipLine() {
    while current.kind != .newline, current.kind != .end { advance() }
  }

  private mutating func closeBlock() {
    if openBlock == nil {
      report(.strayBrace, Message.strayClosing, current.span)
    } else {
      openBlock = nil
      note(.footer)
    }
  }

  private mutating func closeUnfinishedBlock() {
    guard let block = openBlock else { return }
    openBlock = nil
    policies[block.policy].isDamaged = true
    guard block.hasBrace else { return }
    report(
      .unclosedBlock, Message.unclosed, block.header,
      [source.label(current.span, "still open here")], help: "close it with `}` on a line of its own")
  }
}

extension StatementParser {
  /// `name [title]`, between the word `policy` and the brace.
  fileprivate mutating func header() throws(PolicySyntaxError) -> (Located<String>, Located<String>?) {
    let name = try name("the name of the policy", mayBeKeyword: true)
    let title = next.kind == .text ? try text("the title") : nil
    if next.kind != .end { throw unexpected(title == nil ? ["a title in quotes", "{"] : ["{"]) }
    return (name, title)
  }
}

private enum Message {
  static let strayOpening = "`{` stands where a sentence or `policy` is expected"
  static let strayClosing = "`}` closes nothing"
  static let unclosed = "this policy is not closed"
  static let braceExpected = "`{` is expected behind the name of a policy"
  static let braceHelp = "write `policy NAME \"TITLE\" {`, then one sentence and clauses, one to a line, then `}`"
  static let tooManyPolicies = "a file holds at most \(PolicyLimits.policies) policies"
  static let tooManyStatements = "a policy has at most \(PolicyLimits.statements) clauses"
  static let lineTooLong = "a line has at most \(PolicyLimits.tokensOfStatement) words"
  static let clauseOutsideHelp = "put it into a `policy NAME { … }` block, or behind its sentence after `;`"

  static func clauseOutside(_ keyword: String) -> String { "the clause `\(keyword)` belongs to no policy" }
}
