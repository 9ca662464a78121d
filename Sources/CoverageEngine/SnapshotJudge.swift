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
    let judged = policies.filter { $0.speaks(of: farm.snapshot) }
    var outcomes = SnapshotJudge(farm, options).outcomes(of: judged)
    if options.marksNew, let older = options.older { markNew(&outcomes, judged, since: older, options) }
    return SnapshotOutcome(
      snapshot: farm.snapshot, documentCount: documentCount, packageCount: farm.packages.count,
      specCount: farm.specCount, stackCount: farm.stacks.count, targetCount: farm.targets.count,
      policies: outcomes)
  }

  /// Marks the findings that the older farm does not have under the same policy.
  private static func markNew(
    _ outcomes: inout [PolicyOutcome], _ policies: [Policy], since older: Farm, _ options: JudgingOptions
  ) {
    var olderOptions = options
    olderOptions.older = nil
    let before = SnapshotJudge(older, olderOptions).outcomes(of: policies)
    for (index, outcome) in before.enumerated() {
      let known = Set(outcome.findings.filter { $0.status != .undetermined }.map(\.cell.comparable))
      for finding in outcomes[index].findings.indices {
        let cell = outcomes[index].findings[finding].cell
        outcomes[index].findings[finding].isNew = !known.contains(cell.comparable)
      }
    }
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
    var rows = PackageRows(
      of: farm, dimensions: judges.reduce(into: []) { $0.formUnion($1.judge.coverage.rowDimensions) })
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
    case .loss(let sentence):
      guard let older = options.older(for: sentence) else {
        return PolicyOutcome(
          policy: policy, verdict: .vacuous, tallies: Tallies(), findings: [],
          diagnostics: [policy.withoutOlderFarm(sentence)])
      }
      var judge = LossJudge(policy, sentence, of: farm, since: older, options: options)
      return judge.outcome()
    case .wanted(let sentence):
      var judge = WantedJudge(policy, sentence, of: farm, options: options)
      return judge.outcome()
    case .coverage:
      return PolicyOutcome(policy: policy, verdict: .vacuous, tallies: Tallies(), findings: [])
    }
  }
}

extension JudgingOptions {
  /// What a loss sentence compares with; `nil` where no document gives it.
  fileprivate func older(for sentence: LossSentence) -> Farm? {
    guard let since = sentence.since else { return older }
    return olderSnapshots[since] ?? older.flatMap { NameTable.isSame($0.snapshot, since) ? $0 : nil }
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
