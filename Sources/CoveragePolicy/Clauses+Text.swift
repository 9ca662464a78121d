extension Policy {
  /// The clauses in canonical words, in the order scope, exceptions, waivers, threshold, severity, reason; the severity
  /// only where it is not `error`.
  package var clauseTexts: [String] {
    scopes.map(ClauseText.scope) + requiredVariants.map(ClauseText.variants) + snapshots.map(ClauseText.snapshots)
      + exceptions.map(ClauseText.exception) + waivers.map(ClauseText.waiver)
      + (passingPercentage.map { [ClauseText.passing($0)] } ?? [])
      + (severity == .error ? [] : [ClauseText.severity(severity)])
      + (reason.map { [ClauseText.reason($0)] } ?? [])
  }
}

/// Clauses in canonical words.
enum ClauseText {
  static func scope(_ pattern: Pattern) -> String { "for \(pattern.text)" }

  static func variants(_ names: [NamePattern]) -> String { "for variants \(CanonicalText.names(names))" }

  static func snapshots(_ names: [NamePattern]) -> String { "for snapshots \(CanonicalText.names(names))" }

  static func exception(_ exception: Exception) -> String {
    "except \(exception.pattern.text)" + (exception.reason.map { " " + reason($0) } ?? "")
  }

  static func waiver(_ waiver: Waiver) -> String {
    "waive \(waiver.pattern.text) until \(waiver.until) \(reason(waiver.reason))"
  }

  static func passing(_ percentage: Percentage) -> String { "passing at \(percentage.text)" }

  static func severity(_ severity: Policy.Severity) -> String { "severity \(severity.rawValue)" }

  static func reason(_ reason: String) -> String { "because \(CanonicalText.quoted(reason))" }
}
