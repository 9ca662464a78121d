package import Diagnostics
package import FarmModel

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

  package init(
    name: String, title: String? = nil, sentence: Sentence, text: String, scopes: [Pattern] = [],
    requiredVariants: [[NamePattern]] = [], snapshots: [[NamePattern]] = [], exceptions: [Exception] = [],
    waivers: [Waiver] = [], passingPercentage: Percentage? = nil, severity: Severity = .error, reason: String? = nil,
    place: SourcePlace? = nil
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
  }
}

/// `except PATTERN because "…"`: what it matches is left out.
package struct Exception: Hashable, Sendable {
  package var pattern: Pattern
  package var reason: String?
  package var place: SourcePlace?

  package init(pattern: Pattern, reason: String? = nil, place: SourcePlace? = nil) {
    self.pattern = pattern
    self.reason = reason
    self.place = place
  }
}

/// `waive PATTERN until DATE because "…"`: what it matches stays required, but a gap is reported as waived up to and
/// including the date.
package struct Waiver: Hashable, Sendable {
  package var pattern: Pattern
  package var until: CalendarDate
  package var reason: String
  package var place: SourcePlace?

  package init(pattern: Pattern, until: CalendarDate, reason: String, place: SourcePlace? = nil) {
    self.pattern = pattern
    self.until = until
    self.reason = reason
    self.place = place
  }
}

/// A percentage kept exactly, in hundredths of a percent: 99.5% is 9950.
package struct Percentage: Hashable, Sendable {
  package var hundredths: Int
  package init(hundredths: Int) { self.hundredths = hundredths }
}
