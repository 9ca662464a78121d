import CoveragePolicy
import FarmModel

extension CoverageJudge {
  /// The finished outcome, after all packages.
  func outcome(_ options: JudgingOptions) -> PolicyOutcome {
    if let excessiveCount { return PolicyOutcome(policy: policy, excessiveCount: excessiveCount) }
    return PolicyOutcome(
      policy: policy, clauses: clauses, tallies: tallies, findings: findings, expiredWaivers: expiredWaivers,
      options: options)
  }
}

extension PolicyOutcome {
  /// Of a policy that asks for more cells than can be judged.
  init(policy: Policy, excessiveCount: Int) {
    self.init(
      policy: policy, verdict: .vacuous, tallies: Tallies(), findings: [],
      diagnostics: [policy.tooManyCells(excessiveCount)])
  }

  /// Adds the verdict and what is to be said of the clauses to finished figures.
  init(
    policy: Policy, clauses: PreparedClauses, tallies: Tallies, findings: [Finding], expiredWaivers: Set<Int>,
    options: JudgingOptions
  ) {
    let verdict = Verdict.of(policy, tallies, isStrict: options.isStrict)
    var diagnostics = policy.clauseDiagnostics(
      clauses, expiredWaivers: expiredWaivers, isNarrowed: options.isNarrowed)
    if verdict == .vacuous { diagnostics.append(policy.vacuous(tallies)) }
    self.init(policy: policy, verdict: verdict, tallies: tallies, findings: findings, diagnostics: diagnostics)
  }
}
