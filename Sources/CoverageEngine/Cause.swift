import CoveragePolicy
import FarmModel

/// A missing build that keeps wanted specs from being there: `causes` turns the gaps of wanted lists round.
package struct Cause: Sendable, Hashable {
  /// `package/hash`.
  package var name: String
  /// The wanted specs that wait for it, in printing order; itself, where it is wanted and waits for nothing.
  package var blocked: [Cell]
  /// The stacks of these, by name.
  package var stacks: [String]

  /// The causes of the gaps of wanted policies, those that block most first, then by name.
  /// Complexity: O(n log n) for n blocked specs over all causes.
  package static func all(of outcomes: [PolicyOutcome]) -> [Cause] {
    var blocked: [String: Set<Cell>] = [:]
    for outcome in outcomes {
      guard case .wanted = outcome.policy.sentence else { continue }
      for finding in outcome.findings {
        let own = "\(finding.cell.package ?? "")/\(finding.cell.hash ?? "")"
        for name in finding.blockers.isEmpty ? [own] : finding.blockers {
          blocked[name, default: []].insert(finding.cell)
        }
      }
    }
    let causes = blocked.map { name, cells in
      Cause(
        name: name, blocked: cells.sorted { $0.precedes($1) }, stacks: NameTable(cells.compactMap(\.stack)).names)
    }
    return causes.sorted { first, second in
      first.blocked.count == second.blocked.count
        ? NameTable.precedes(first.name, second.name) : first.blocked.count > second.blocked.count
    }
  }
}
