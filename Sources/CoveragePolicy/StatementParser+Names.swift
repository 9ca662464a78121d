import Diagnostics
import FarmModel

extension StatementParser {
  /// `names = name { "," name }`; stops before a comma that something other than a name follows.
  mutating func names(_ expected: String) throws(PolicySyntaxError) -> [Located<String>] {
    var names = [try name(expected)]
    while next.kind == .comma, !isWord(in: PolicyKeyword.connectors, ahead: 1) {
      advance()
      names.append(try name(expected))
      if names.count > PolicyLimits.names { throw tooMany(names[names.count - 1].span) }
    }
    return names
  }

  /// One name: a word that is no keyword, or a quoted text. Where only a name can stand, a keyword may be one.
  mutating func name(_ expected: String, mayBeKeyword: Bool = false) throws(PolicySyntaxError) -> Located<String> {
    let token = next
    guard token.kind == .word || token.kind == .text else { throw unexpected([expected]) }
    if !mayBeKeyword, token.kind == .word, PolicyKeyword.reserved.contains(token.value) {
      throw reserved(token, expected)
    }
    guard token.value.utf8.count <= PolicyLimits.nameLength else { throw tooLong(token.span) }
    guard !token.value.isEmpty else { throw empty(token.span, expected) }
    advance()
    if next.kind == .text, next.isGlued { throw unexpected(["a comma or blank"]) }
    return Located(token.value, token.span)
  }

  /// `@1.2:1.4`, where a comma without a blank belongs to the range.
  mutating func rangeIfPresent() throws(PolicySyntaxError) -> Located<String>? {
    guard next.kind == .word, next.value.utf8.first == UInt8(ascii: "@") else { return nil }
    return try gluedText()
  }

  mutating func range() throws(PolicySyntaxError) -> Located<String> {
    guard let range = try rangeIfPresent() else {
      throw unexpected(["a range such as `@1.2:`"], help: "a range begins with `@`; a single version is `@=1.2`")
    }
    return range
  }

  /// One or more of `+v ~v k=v %compiler@range`, up to the next keyword or comma.
  mutating func constraint() throws(PolicySyntaxError) -> Located<String> {
    var text = try gluedText()
    while let word = word(), PolicyKeyword.looksLikeConstraint(word) {
      let more = try gluedText()
      text = Located(text.value + " " + more.value, text.span.through(more.span))
      if text.value.utf8.count > PolicyLimits.constraintLength { throw tooLong(text.span) }
    }
    return text
  }

  /// The word at hand with everything that follows without a blank, but for a comma at its end.
  private mutating func gluedText() throws(PolicySyntaxError) -> Located<String> {
    let first = next.span
    var last = first
    advance()
    while next.isGlued, isPartOfGluedText() {
      last = next.span
      advance()
    }
    let span = first.through(last)
    guard span.bytes.count <= PolicyLimits.constraintLength else { throw tooLong(span) }
    return Located(source.text(of: span.bytes), span)
  }

  private func isPartOfGluedText() -> Bool {
    switch next.kind {
    case .word, .text: true
    case .comma: peek(1).isGlued && (peek(1).kind == .word || peek(1).kind == .text)
    default: false
    }
  }

  /// A number, read as text.
  mutating func number() throws(PolicySyntaxError) -> Located<String> {
    guard let word = word(), !PolicyKeyword.reserved.contains(word) else { throw unexpected(["a number"]) }
    let number = Located(word, next.span)
    advance()
    return number
  }

  /// A quoted text such as a reason.
  mutating func text(_ expected: String) throws(PolicySyntaxError) -> Located<String> {
    guard next.kind == .text else {
      throw unexpected([expected], help: "put the text between straight quotes: \"…\"")
    }
    let text = Located(next.value, next.span)
    advance()
    return text
  }
}

extension StatementParser {
  private func reserved(_ token: PolicyToken, _ expected: String) -> PolicySyntaxError {
    PolicySyntaxError(
      .reservedWord, .reserved(token.value, expected), source.label(token.span),
      help: "if it is a name, quote it: \"\(token.value)\"")
  }

  private func tooLong(_ span: SourceSpan) -> PolicySyntaxError {
    PolicySyntaxError(.tooLarge, .tooLong, source.label(span))
  }

  private func tooMany(_ span: SourceSpan) -> PolicySyntaxError {
    PolicySyntaxError(.tooLarge, .tooMany, source.label(span), help: "use a glob such as `py-*`")
  }

  private func empty(_ span: SourceSpan, _ expected: String) -> PolicySyntaxError {
    PolicySyntaxError(.malformedName, .empty(expected), source.label(span))
  }
}

extension PolicySyntaxError.Message {
  fileprivate static let tooLong = Self("a name or constraint has at most \(PolicyLimits.nameLength) bytes")
  fileprivate static let tooMany = Self("a list has at most \(PolicyLimits.names) names")

  fileprivate static func reserved(_ word: String, _ expected: String) -> Self {
    Self("`\(word)` is a word of the language and stands where \(expected) is expected")
  }

  fileprivate static func empty(_ expected: String) -> Self {
    Self("an empty text stands where \(expected) is expected")
  }
}
