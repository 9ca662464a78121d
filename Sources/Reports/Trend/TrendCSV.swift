import CoverageEngine

/// A trend as rows: one for each policy, stack and target of each snapshot.
enum TrendCSV {
  static func text(of trend: Trend) -> String {
    var text = CSVText.row([
      "snapshot", "kind", "name", "verdict", "required", "covered", "gaps", "violations", "waived", "undetermined",
    ])
    for point in trend.points {
      for policy in point.policies { text += row(of: policy, in: point) }
      for (kind, shares) in [("stack", point.stacks), ("target", point.targets)] {
        for share in shares {
          let figures = [share.required, share.covered].map { String($0) }
          text += CSVText.row([point.snapshot, kind, share.name, ""] + figures + ["", "", "", ""])
        }
      }
    }
    return text
  }

  private static func row(of policy: Trend.PolicyPoint, in point: Trend.Point) -> String {
    let tallies = policy.tallies
    let cells =
      policy.requiresCells ? [tallies.required, tallies.covered, tallies.gaps].map { String($0) } : ["", "", ""]
    let violations = policy.requiresCells ? "" : String(tallies.violations)
    return CSVText.row(
      [point.snapshot, "policy", policy.policy, policy.verdict.rawValue] + cells
        + [violations, String(tallies.waived), String(tallies.undetermined)])
  }
}
