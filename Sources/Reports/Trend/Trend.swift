package import CoverageEngine
import CoveragePolicy

/// Coverage over time: the figures of each snapshot, in the order of time, without the findings.
package struct Trend: Sendable {
  /// One policy in one snapshot.
  package struct PolicyPoint: Hashable, Sendable {
    package var policy: String
    package var verdict: Verdict
    package var tallies: Tallies
    /// Whether the sentence requires cells; else the violations are what counts.
    package var requiresCells: Bool
  }

  /// A share of built cells, of a stack or target under all coverage policies together.
  package struct Share: Hashable, Sendable {
    package var name: String
    package var covered: Int
    package var required: Int

    package init(name: String, covered: Int, required: Int) {
      self.name = name
      self.covered = covered
      self.required = required
    }
  }

  /// One snapshot.
  package struct Point: Sendable {
    package var snapshot: String
    package var specs: Int
    package var packages: Int
    package var policies: [PolicyPoint]
    package var stacks: [Share]
    package var targets: [Share]

    /// Keeps the figures of an outcome; its findings can be let go.
    package init(_ outcome: SnapshotOutcome, stacks: [Share] = [], targets: [Share] = []) {
      snapshot = outcome.snapshot
      specs = outcome.specCount
      packages = outcome.packageCount
      policies = outcome.policies.map { policy in
        PolicyPoint(
          policy: policy.policy.name, verdict: policy.verdict, tallies: policy.tallies,
          requiresCells: policy.policy.sentence.requiresCells)
      }
      self.stacks = stacks
      self.targets = targets
    }
  }

  /// In the order of time.
  package var points: [Point]

  package init(points: [Point]) { self.points = points }
}

extension Trend {
  /// A row of figures over all points; `nil` where a point lacks it.
  struct Series {
    var kind: String
    var name: String
    /// For coverage the share in hundredths of a percent, else how many violations.
    var values: [Int?]
    var isShare: Bool
  }

  /// The policies in the order in which they first occur, then stacks and targets. Complexity: O(points × policies).
  var series: [Series] {
    var series: [Series] = []
    var positions: [String: Int] = [:]
    func add(_ kind: String, _ name: String, isShare: Bool, _ value: Int?, at point: Int) {
      let key = "\(kind)\u{0}\(name)"
      if positions[key] == nil {
        positions[key] = series.count
        series.append(
          Series(kind: kind, name: name, values: [Int?](repeating: nil, count: points.count), isShare: isShare))
      }
      if let position = positions[key] { series[position].values[point] = value }
    }
    for (index, point) in points.enumerated() {
      for policy in point.policies {
        let tallies = policy.tallies
        let share = Trend.share(tallies.covered, of: tallies.required)
        let violations = policy.verdict == .vacuous ? nil : tallies.violations
        add(
          "policy", policy.policy, isShare: policy.requiresCells, policy.requiresCells ? share : violations, at: index)
      }
    }
    for (index, point) in points.enumerated() {
      for stack in point.stacks {
        add("stack", stack.name, isShare: true, Trend.share(stack.covered, of: stack.required), at: index)
      }
    }
    for (index, point) in points.enumerated() {
      for target in point.targets {
        add("target", target.name, isShare: true, Trend.share(target.covered, of: target.required), at: index)
      }
    }
    return series
  }

  private static func share(_ part: Int, of whole: Int) -> Int? { whole == 0 ? nil : part * 10_000 / whole }
}
