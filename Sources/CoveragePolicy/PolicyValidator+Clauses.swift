import Diagnostics
import FarmModel

extension PolicyValidator {
  /// The valid clauses of a policy.
  struct Clauses {
    var scopes: [Pattern] = []
    var variants: [[NamePattern]] = []
    var snapshots: [[NamePattern]] = []
    var exceptions: [Exception] = []
    var waivers: [Waiver] = []
    var passing: Percentage?
    var severity = Policy.Severity.error
    var reason: String?
  }

  /// Checks the clauses; what patterns may speak of only where there is a valid sentence.
  mutating func clauses(of parsed: ParsedPolicy, for sentence: (Sentence, SourceSpan)?) -> Clauses {
    var clauses = Clauses()
    for statement in parsed.statements {
      clause(statement, for: sentence, into: &clauses)
    }
    return clauses
  }

  private mutating func clause(
    _ statement: ParsedStatement, for sentence: (Sentence, SourceSpan)?, into clauses: inout Clauses
  ) {
    let reach = sentence.map { (PatternReach($0.0), $0.1) }
    switch statement.content {
    case .sentence: break
    case .scope(let parsed):
      if let pattern = pattern(parsed, reach.map { ($0.0.scopes, $0.1) }) { clauses.scopes.append(pattern) }
    case .variants(let names): clauses.variants.append(self.names(names, .variants))
    case .snapshots(let names): clauses.snapshots.append(self.names(names, nil))
    case .exception(let parsed, let reason):
      checkReason(reason)
      if let pattern = pattern(parsed, reach.map { ($0.0.scopes, $0.1) }) {
        clauses.exceptions.append(
          Exception(
            pattern: pattern, reason: reason?.value, place: source.place(of: statement.span),
            excerpt: source.excerpt(of: statement.span)))
      }
    case .waiver(let parsed, let until, let reason):
      if let pattern = pattern(parsed, reach.map { ($0.0.waivers, $0.1) }),
        let waiver = waiver(pattern, until, reason, statement.span)
      {
        clauses.waivers.append(waiver)
      }
    case .passing(let text): clauses.passing = percentage(text, sentence, statement.span)
    case .severity(let severity): clauses.severity = severity
    case .reason(let reason):
      checkReason(reason)
      clauses.reason = reason.value
    }
  }

  private mutating func waiver(
    _ pattern: Pattern, _ until: Located<String>, _ reason: Located<String>, _ span: SourceSpan
  ) -> Waiver? {
    checkReason(reason)
    guard let date = CalendarDate(until.value) else {
      report(.malformedDate, Message.date(until.value), source.label(until.span), help: "write it as 2027-01-31")
      return nil
    }
    return Waiver(
      pattern: pattern, until: date, reason: reason.value, place: source.place(of: span),
      excerpt: source.excerpt(of: span))
  }

  private mutating func percentage(
    _ text: Located<String>, _ sentence: (Sentence, SourceSpan)?, _ span: SourceSpan
  ) -> Percentage? {
    if let (sentence, sentenceSpan) = sentence, !sentence.isCoverage {
      report(
        .passingNeedsCoverage, Message.passingNeedsCoverage, source.label(span),
        source.label(sentenceSpan, "this is no coverage sentence"))
    }
    let percentage = Percentage(text.value)
    if percentage == nil {
      report(.malformedPercentage, Message.percentage(text.value), source.label(text.span), help: "write `99.5%`")
    }
    return percentage
  }

  private mutating func checkReason(_ reason: Located<String>?) {
    guard let reason, reason.value.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return }
    report(.missingReason, Message.emptyReason, source.label(reason.span), help: "say it in a few words")
  }

  /// The valid pattern, all of whose parts are within reach.
  private mutating func pattern(
    _ parsed: ParsedPattern, _ reach: (dimensions: Set<Dimension>, sentence: SourceSpan)?
  ) -> Pattern? {
    var pattern = Pattern()
    var seen: [Dimension: SourceSpan] = [:]
    var isValid = true
    for part in parsed.parts {
      let dimension = part.dimension.value
      if let first = seen.updateValue(part.dimension.span, forKey: dimension) {
        report(
          .duplicateClause, Message.duplicatePart(dimension), source.label(part.dimension.span, "again"),
          source.label(first, "first here"), help: "all parts of a pattern must match; join the names with commas")
        isValid = false
      }
      if let reach, !reach.dimensions.contains(dimension) { reportBeyond(part.dimension, reach) }
      if !fill(&pattern, dimension, part.names) { isValid = false }
    }
    pattern.text = pattern.canonicalText
    return isValid ? pattern : nil
  }

  private mutating func fill(_ pattern: inout Pattern, _ dimension: Dimension, _ names: [Located<String>]) -> Bool {
    switch dimension {
    case .package: pattern.packages = self.names(names, dimension)
    case .stack: pattern.stacks = self.names(names, dimension)
    case .target: pattern.targets = self.names(names, dimension)
    case .os: pattern.oses = self.names(names, dimension)
    case .platform: pattern.platforms = self.names(names, dimension)
    case .compiler: pattern.compilers = self.names(names, dimension)
    case .version:
      checkRepetition(names)
      var versions: [Pattern.VersionPattern] = []
      for name in names {
        if let version = versionPattern(name) { versions.append(version) }
      }
      pattern.versions = versions
      return versions.count == names.count
    case .variants, .hash: return false
    }
    return true
  }

  private mutating func reportBeyond(
    _ part: Located<Dimension>, _ reach: (dimensions: Set<Dimension>, sentence: SourceSpan)
  ) {
    let bound = PolicyKeyword.patternDimensions.filter { reach.dimensions.contains($0) }.map(\.plural)
    let list = bound.isEmpty ? "nothing that a pattern can name" : WordList.joined(bound, "and")
    report(
      .patternBeyondSentence, Message.beyond(part.value), source.label(part.span),
      source.label(reach.sentence, "this speaks of \(list)"))
  }
}

extension Sentence {
  fileprivate var isCoverage: Bool {
    if case .coverage = self { true } else { false }
  }
}

private enum Message {
  static let passingNeedsCoverage = "`passing at` belongs to coverage sentences"
  static let emptyReason = "the reason is empty"

  static func date(_ text: String) -> String { "`\(text)` is not a day of the calendar" }

  static func percentage(_ text: String) -> String {
    "`\(text)` is not a percentage above 0 and up to 100 with at most two decimals"
  }

  static func duplicatePart(_ dimension: Dimension) -> String { "the pattern names \(dimension.plural) twice" }

  static func beyond(_ dimension: Dimension) -> String {
    "the pattern names \(dimension.plural), of which the sentence does not speak"
  }
}
