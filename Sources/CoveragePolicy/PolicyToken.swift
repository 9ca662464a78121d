/// A piece of policy text that the parser looks at as a whole.
struct PolicyToken: Sendable {
  enum Kind: Hashable, Sendable {
    /// A run of characters without blanks, commas, quotes, braces and semicolons.
    case word
    /// A quoted text.
    case text
    /// A quoted text whose line ends before the closing quote.
    case unterminatedText
    case comma, semicolon, openBrace, closeBrace, comment, newline
    /// The end of the file, or of the statement at hand.
    case end
  }

  var kind: Kind
  /// The word, or the text without quotes and escapes; in a word `’` has become `'`.
  var value: String
  var span: SourceSpan
  /// Whether nothing stands between this token and the one before.
  var isGlued: Bool

  /// How messages name it.
  var description: String {
    switch kind {
    case .word: "`\(value)`"
    case .text: "the text \"\(value)\""
    case .unterminatedText: "an unfinished text"
    case .comma: "a comma"
    case .semicolon: "`;`"
    case .openBrace: "`{`"
    case .closeBrace: "`}`"
    case .comment: "a comment"
    case .newline, .end: "the end of the line"
    }
  }
}
