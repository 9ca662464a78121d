package import CoveragePolicy
package import FarmModel

/// The wanted lists of one policy on one farm, cell by cell, for reports.
package enum WantedInspector {
  /// All required cells of a wanted policy with the state of each, in no order; none for any other policy.
  /// Complexity: as judging it.
  package static func cells(
    of policy: Policy, in farm: Farm, options: JudgingOptions
  ) -> [(cell: Cell, state: CellState)] {
    guard case .wanted(let sentence) = policy.sentence, policy.unanswerable(by: farm) == nil else { return [] }
    var judge = WantedJudge(policy, sentence, of: farm, options: options)
    return judge.cells()
  }
}
