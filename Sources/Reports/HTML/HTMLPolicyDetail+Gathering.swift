package import CoverageEngine
package import FarmModel

import enum CoveragePolicy.FormalReading

extension HTMLPolicyDetail {
  /// What the page shows of the policies of a snapshot, in their order: the formal reading of each and all its cells.
  ///
  /// - Parameter options: those that the snapshot was judged with, else the cells are not those of the tallies.
  /// - Complexity: as judging the coverage policies once more.
  package static func details(
    of snapshot: SnapshotOutcome, in farm: Farm, options: JudgingOptions
  ) -> [HTMLPolicyDetail] {
    snapshot.policies.map { outcome in
      var detail = HTMLPolicyDetail(reading: FormalReading.lines(of: outcome.policy).joined(separator: "\n"))
      if var inspector = CoverageInspector(outcome.policy, of: farm, options: options) {
        detail.grids = inspector.packages.compactMap { inspector.grid(of: $0) }
      }
      detail.wanted = WantedInspector.cells(of: outcome.policy, in: farm, options: options)
        .map { WantedCell($0.cell, $0.state) }
      return detail
    }
  }
}
