package import CoveragePolicy

extension Verdict {
  /// What a policy comes to with these figures (semantics §2.6).
  ///
  /// - Parameter baselined: how many of the gaps or violations a baseline holds; they count as waived.
  package static func of(_ policy: Policy, _ tallies: Tallies, isStrict: Bool, baselined: Int = 0) -> Verdict {
    if tallies.judged == 0 { return .vacuous }
    if !isBroken(policy, tallies, isStrict: isStrict, baselined: baselined) { return .holds }
    switch policy.severity {
    case .error: return .fails
    case .warning: return .warns
    case .note: return .noted
    }
  }

  private static func isBroken(_ policy: Policy, _ tallies: Tallies, isStrict: Bool, baselined: Int) -> Bool {
    if isStrict && tallies.undetermined > 0 { return true }
    let broken = tallies.gaps + tallies.violations - baselined
    guard let percentage = policy.passingPercentage else { return broken > 0 }
    return (tallies.judged - broken) * 10_000 < tallies.judged * percentage.hundredths
  }
}

extension Tallies {
  /// How many cells, groups, specs or losses could be judged.
  package var judged: Int { (required > 0 ? required : examined) - undetermined }
}
