package import CoveragePolicy
import Diagnostics
package import FarmModel

/// Judges policies on the farm of one snapshot.
package struct SnapshotJudge {
  private let farm: Farm
  private let options: JudgingOptions

  private init(_ farm: Farm, _ options: JudgingOptions) {
    self.farm = farm
    self.options = options
  }

  /// Judges the policies that speak of this snapshot, in the order given.
  ///
  /// - Parameter documentCount: how many documents the farm was read from, for the outcome.
  /// - Complexity: O(policies × (bodies + cells) × words of a bit row).
  package static func judge(
    _ farm: Farm, policies: [Policy], documentCount: Int, options: JudgingOptions
  ) -> SnapshotOutcome {
    let judge = SnapshotJudge(farm, options)
    let judged = policies.filter { $0.speaks(of: farm.snapshot) }
    return SnapshotOutcome(
      snapshot: farm.snapshot, documentCount: documentCount, packageCount: farm.packages.count,
      specCount: farm.specCount, stackCount: farm.stacks.count, targetCount: farm.targets.count,
      policies: judge.outcomes(of: judged))
  }

  private func outcomes(of policies: [Policy]) -> [PolicyOutcome] {
    var coverage: [Int: PolicyOutcome] = [:]
    var judges: [(index: Int, judge: CoverageJudge)] = []
    for (index, policy) in policies.enumerated() {
      guard case .coverage(let sentence) = policy.sentence, policy.unanswerable(by: farm) == nil else { continue }
      judges.append((index, CoverageJudge(policy, sentence, of: farm, options: options)))
    }
    judgeCoverage(&judges)
    for (index, judge) in judges { coverage[index] = judge.outcome(options) }
    return policies.enumerated().map { index, policy in coverage[index] ?? outcome(of: policy) }
  }

  /// Goes through the packages once for all coverage policies, so that the rows of a package are made once.
  private func judgeCoverage(_ judges: inout [(index: Int, judge: CoverageJudge)]) {
    guard !judges.isEmpty else { return }
    var rows = PackageRows(of: farm)
    var noRows = rows
    var nextStrangers = [Int](repeating: 0, count: judges.count)
    for package in farm.packages.names.indices {
      judgeStrangers(&judges, &nextStrangers, before: farm.packages.names[package], &noRows)
      rows.load(PackageID(package))
      for index in judges.indices {
        let value = judges[index].judge.coverage.space.packages.value(of: PackageID(package))
        judges[index].judge.judgePackage(value, &rows)
      }
    }
    judgeStrangers(&judges, &nextStrangers, before: nil, &noRows)
  }

  /// Judges the packages that only policies name, in their place in the order of names.
  private func judgeStrangers(
    _ judges: inout [(index: Int, judge: CoverageJudge)], _ next: inout [Int], before name: String?,
    _ rows: inout PackageRows
  ) {
    for index in judges.indices where next[index] < judges[index].judge.strangers.count {
      while next[index] < judges[index].judge.strangers.count {
        let stranger = judges[index].judge.strangers[next[index]]
        if let name, !NameTable.precedes(stranger.name, name) { break }
        rows.load(nil)
        judges[index].judge.judgePackage(stranger.value, &rows)
        next[index] += 1
      }
    }
  }

  private func outcome(of policy: Policy) -> PolicyOutcome {
    if let diagnostic = policy.unanswerable(by: farm) {
      return PolicyOutcome(
        policy: policy, verdict: .vacuous, tallies: Tallies(), findings: [], diagnostics: [diagnostic])
    }
    switch policy.sentence {
    case .count(let sentence):
      var judge = CountJudge(policy, sentence, of: farm, options: options)
      return judge.outcome()
    case .prohibition(let sentence):
      var judge = ProhibitionJudge(policy, sentence, of: farm, options: options)
      return judge.outcome()
    case .coverage, .loss, .wanted:
      return PolicyOutcome(policy: policy, verdict: .vacuous, tallies: Tallies(), findings: [])
    }
  }
}

extension Policy {
  /// Whether its `for snapshots` clauses select a snapshot.
  package func speaks(of snapshot: String) -> Bool {
    snapshots.allSatisfy { patterns in
      patterns.contains { $0.matches(snapshot) }
    }
  }
}
