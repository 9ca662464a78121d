import FarmModel

/// A policy as the parser read it: the right words in the right order, whose meaning nobody has checked yet.
struct ParsedPolicy: Sendable {
  /// `nil` for a bare sentence.
  var name: Located<String>?
  var title: Located<String>?
  /// The header of the block, or the whole line of a bare sentence.
  var span: SourceSpan
  var statements: [ParsedStatement] = []
  /// Whether something of it could not be read, so that complaints about what is lacking would mislead.
  var isDamaged = false
}

/// A sentence or a clause.
struct ParsedStatement: Sendable {
  enum Content: Sendable {
    case sentence(ParsedSentence)
    case scope(ParsedPattern)
    case variants([Located<String>])
    case snapshots([Located<String>])
    case exception(ParsedPattern, reason: Located<String>?)
    case waiver(ParsedPattern, until: Located<String>, reason: Located<String>)
    case passing(Located<String>)
    case severity(Policy.Severity)
    case reason(Located<String>)
  }

  var content: Content
  var span: SourceSpan
}

/// What a `for`, `except` or `waive` clause matches.
struct ParsedPattern: Sendable {
  struct Part: Sendable {
    var dimension: Located<Dimension>
    var names: [Located<String>]
  }

  var parts: [Part]
  var span: SourceSpan
}
