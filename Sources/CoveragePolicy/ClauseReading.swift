/// The readings of clauses.
enum ClauseReading {
  /// One line for each clause that changes something.
  static func lines(of policy: Policy) -> [String] {
    var lines = policy.scopes.map { "only what matches `\($0.text)` is in scope" }
    lines += policy.requiredVariants.map {
      "only packages of which some build has a variant named \(NameReading.oneOf($0)) are in scope"
    }
    lines += policy.snapshots.map { "only snapshots named \(NameReading.oneOf($0)) are judged" }
    lines += policy.exceptions.map { "left out: what matches `\($0.pattern.text)`" + because($0.reason) }
    lines += policy.waivers.map {
      "accepted up to and including \($0.until): findings that match `\($0.pattern.text)`" + because($0.reason)
    }
    if let percentage = policy.passingPercentage {
      lines.append(
        "it holds if at least \(percentage.text) of the cells that can be judged are covered or waived")
    }
    switch policy.severity {
    case .error: break
    case .warning: lines.append("what breaks it is a warning and never fails a run")
    case .note: lines.append("what breaks it is only noted and never fails a run")
    }
    return lines
  }

  private static func because(_ reason: String?) -> String { reason.map { " (\($0))" } ?? "" }
}
