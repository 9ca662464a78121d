import FarmModel

extension StatementParser {
  /// Any clause, known by its first word.
  mutating func clause() throws(PolicySyntaxError) -> ParsedStatement.Content {
    let keyword = word()
    advance()
    switch keyword {
    case "for": return try scope()
    case "except":
      let pattern = try pattern()
      return .exception(pattern, reason: take("because") ? try text("the reason in quotes") : nil)
    case "waive": return try waiver()
    case "passing":
      try expect("at")
      return .passing(try percentage())
    case "severity": return .severity(try severity())
    default: return .reason(try text("the reason in quotes"))
    }
  }

  private mutating func scope() throws(PolicySyntaxError) -> ParsedStatement.Content {
    if take("variants") { return .variants(try names("the name of a variant")) }
    if take("snapshots", "snapshot") { return .snapshots(try names("the name of a snapshot")) }
    return .scope(try pattern(orElse: ["variants", "snapshots"]))
  }

  private mutating func waiver() throws(PolicySyntaxError) -> ParsedStatement.Content {
    let pattern = try pattern()
    guard take("until") else {
      throw PolicySyntaxError(
        .waiverWithoutDate, .waiverWithoutDate, source.label(next.span, "`until YYYY-MM-DD` is expected here"),
        help: "say when somebody has to look again: `until 2027-01-31 because \"…\"`")
    }
    guard let date = word(), !PolicyKeyword.reserved.contains(date) else {
      throw unexpected(["a date such as 2027-01-31"])
    }
    let until = Located(date, next.span)
    advance()
    guard take("because") else {
      throw PolicySyntaxError(
        .missingReason, .waiverWithoutReason, source.label(next.span, "`because \"…\"` is expected here"),
        help: "say why the gap is accepted: `because \"…\"`")
    }
    return .waiver(pattern, until: until, reason: try text("the reason in quotes"))
  }

  private mutating func percentage() throws(PolicySyntaxError) -> Located<String> {
    guard let word = word() else { throw unexpected(["a percentage such as `99.5%`"]) }
    let percentage = Located(word, next.span)
    advance()
    return percentage
  }

  private mutating func severity() throws(PolicySyntaxError) -> Policy.Severity {
    guard let severity = word().flatMap({ Policy.Severity(rawValue: $0) }) else {
      throw unexpected(Policy.Severity.allCases.map(\.rawValue))
    }
    advance()
    return severity
  }

  /// Parts joined by `in`, `on`, `with`, `of` or `and`.
  private mutating func pattern(orElse others: [String] = []) throws(PolicySyntaxError) -> ParsedPattern {
    let start = next.span
    var parts = [try patternPart(orElse: others)]
    while next.kind == .comma || isWord(in: PolicyKeyword.connectors) {
      if next.kind == .comma { advance() }
      if isWord("and") { advance() }
      if isWord("in", "on", "with", "of") { advance() }
      parts.append(try patternPart(orElse: []))
    }
    return ParsedPattern(parts: parts, span: start.through(last.span))
  }

  private mutating func patternPart(orElse others: [String]) throws(PolicySyntaxError) -> ParsedPattern.Part {
    let dimensions = PolicyKeyword.patternDimensions
    guard let dimension = word().flatMap({ PolicyKeyword.dimension($0, among: dimensions) }) else {
      throw unexpected(
        dimensions.map(\.plural) + others, help: "say what kind of name it is: `packages py-*`, `stacks e4s`")
    }
    let located = Located(dimension, next.span)
    advance()
    if dimension == .version { return ParsedPattern.Part(dimension: located, names: try versionsOrRanges()) }
    return ParsedPattern.Part(dimension: located, names: try names("the name of a \(dimension.rawValue)"))
  }

  private mutating func versionsOrRanges() throws(PolicySyntaxError) -> [Located<String>] {
    var versions = [try versionOrRange()]
    while next.kind == .comma, !isWord(in: PolicyKeyword.connectors, ahead: 1), versions.count < PolicyLimits.names {
      advance()
      versions.append(try versionOrRange())
    }
    return versions
  }

  private mutating func versionOrRange() throws(PolicySyntaxError) -> Located<String> {
    if let range = try rangeIfPresent() { return range }
    return try name("a version or a range such as `@1.2:`")
  }
}

extension PolicySyntaxError.Message {
  fileprivate static let waiverWithoutDate = Self("a waiver ends on a day")
  fileprivate static let waiverWithoutReason = Self("a waiver gives its reason")
}
