package import Diagnostics
import FarmModel

/// A valid policy: exactly one sentence, and what its clauses say. Only validation makes one.
package struct Policy: Hashable, Sendable {
  /// How much a broken policy matters.
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    case error, warning, note
  }

  /// The name: kebab-case, or the canonical sentence of a bare one.
  package var name: String
  package var title: String?
  package var sentence: Sentence
  /// The sentence in canonical words.
  package var text: String
  /// `for`: all of these must match.
  package var scopes: [Pattern]
  /// `for variants`: packages of which some spec has a variant of one of these names; all lists must match.
  package var requiredVariants: [[NamePattern]]
  /// `for snapshots`: all of these must match.
  package var snapshots: [[NamePattern]]
  package var exceptions: [Exception]
  package var waivers: [Waiver]
  /// `passing at P%`.
  package var passingPercentage: Percentage?
  package var severity: Severity
  /// `because`: the reason, shown with every finding.
  package var reason: String?
  /// Where the sentence stands; `nil` for the embedded policy.
  package var place: SourcePlace?
  /// The source around `place`, to draw it in a diagnostic.
  package var excerpt: SourceExcerpt?

  package init(
    name: String, title: String? = nil, sentence: Sentence, text: String, scopes: [Pattern] = [],
    requiredVariants: [[NamePattern]] = [], snapshots: [[NamePattern]] = [], exceptions: [Exception] = [],
    waivers: [Waiver] = [], passingPercentage: Percentage? = nil, severity: Severity = .error, reason: String? = nil,
    place: SourcePlace? = nil, excerpt: SourceExcerpt? = nil
  ) {
    self.name = name
    self.title = title
    self.sentence = sentence
    self.text = text
    self.scopes = scopes
    self.requiredVariants = requiredVariants
    self.snapshots = snapshots
    self.exceptions = exceptions
    self.waivers = waivers
    self.passingPercentage = passingPercentage
    self.severity = severity
    self.reason = reason
    self.place = place
    self.excerpt = excerpt
  }
}

/// `except PATTERN because "…"`: what it matches is left out.
package struct Exception: Hashable, Sendable {
  package var pattern: Pattern
  package var reason: String?
  package var place: SourcePlace?
  package var excerpt: SourceExcerpt?

  package init(pattern: Pattern, reason: String? = nil, place: SourcePlace? = nil, excerpt: SourceExcerpt? = nil) {
    self.pattern = pattern
    self.reason = reason
    self.place = place
    self.excerpt = excerpt
  }
}

/// `waive PATTERN until DATE because "…"`: what it matches stays required, but a gap is reported as waived up to and
/// including the date.
package struct Waiver: Hashable, Sendable {
  package var pattern: Pattern
  package var until: CalendarDate
  package var reason: String
  package var place: SourcePlace?
  package var excerpt: SourceExcerpt?

  package init(
    pattern: Pattern, until: CalendarDate, reason: String, place: SourcePlace? = nil, excerpt: SourceExcerpt? = nil
  ) {
    self.pattern = pattern
    self.until = until
    self.reason = reason
    self.place = place
    self.excerpt = excerpt
  }
}

/// A percentage kept exactly, in hundredths of a percent: 99.5% is 9950.
package struct Percentage: Hashable, Sendable {
  package var hundredths: Int
  package init(hundredths: Int) { self.hundredths = hundredths }

  /// Reads `99%` or `99.5%`: above 0 and at most 100, with at most two decimals.
  init?(_ text: String) {
    guard text.utf8.last == UInt8(ascii: "%") else { return nil }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(parts.count), (1...3).contains(parts[0].utf8.count), (1...2).contains(decimals.utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let whole = Int(parts[0]), let fraction = Int(decimals.utf8.count == 1 ? decimals + "0" : decimals)
    else { return nil }
    hundredths = whole * 100 + fraction
    guard (1...10_000).contains(hundredths) else { return nil }
  }

  /// As a sentence writes it, `99.5%`.
  package var text: String {
    let fraction = hundredths % 100
    if fraction == 0 { return "\(hundredths / 100)%" }
    if fraction % 10 == 0 { return "\(hundredths / 100).\(fraction / 10)%" }
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
  }
}
