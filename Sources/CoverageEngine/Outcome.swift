package import CoveragePolicy
package import Diagnostics
import FarmModel

/// What a run found, finished and sorted, before any reporter looks at it.
package struct Outcome: Sendable {
  package var today: CalendarDate
  /// False where a document could not be read and `--allow-incomplete` let the rest be judged.
  package var isComplete: Bool
  package var exitStatus: Int32
  /// One per snapshot, in the order of their names.
  package var snapshots: [SnapshotOutcome]
  /// In printing order.
  package var diagnostics: [Diagnostic]

  package init(
    today: CalendarDate, isComplete: Bool, exitStatus: Int32, snapshots: [SnapshotOutcome], diagnostics: [Diagnostic]
  ) {
    self.today = today
    self.isComplete = isComplete
    self.exitStatus = exitStatus
    self.snapshots = snapshots
    self.diagnostics = diagnostics
  }
}

/// What was found in one snapshot.
package struct SnapshotOutcome: Sendable {
  package var snapshot: String
  package var documentCount: Int
  package var packageCount: Int
  package var specCount: Int
  package var stackCount: Int
  package var targetCount: Int
  /// In the order in which policies were given.
  package var policies: [PolicyOutcome]

  package init(
    snapshot: String, documentCount: Int, packageCount: Int, specCount: Int, stackCount: Int, targetCount: Int,
    policies: [PolicyOutcome]
  ) {
    self.snapshot = snapshot
    self.documentCount = documentCount
    self.packageCount = packageCount
    self.specCount = specCount
    self.stackCount = stackCount
    self.targetCount = targetCount
    self.policies = policies
  }
}

/// What a policy comes to (semantics §2.6).
package enum Verdict: String, Hashable, Sendable, CaseIterable {
  case holds, fails, warns, noted, vacuous
}

/// How one policy fared in one snapshot.
package struct PolicyOutcome: Sendable {
  package var policy: Policy
  package var verdict: Verdict
  package var tallies: Tallies
  /// Sorted by cell, versions in Spack's order; undetermined groups and specs are counted, not listed.
  package var findings: [Finding]
  /// What the reader should know: an exception that matched nothing, a waiver that expired, a glob without names.
  package var diagnostics: [Diagnostic]

  package init(
    policy: Policy, verdict: Verdict, tallies: Tallies, findings: [Finding], diagnostics: [Diagnostic] = []
  ) {
    self.policy = policy
    self.verdict = verdict
    self.tallies = tallies
    self.findings = findings
    self.diagnostics = diagnostics
  }
}

/// The figures of a policy. Coverage and wanted sentences have required, covered, gaps, waived, undetermined; the other
/// sentences violations, waived, undetermined.
package struct Tallies: Hashable, Sendable {
  package var required = 0
  package var covered = 0
  package var gaps = 0
  package var violations = 0
  package var waived = 0
  package var undetermined = 0
  /// For the sentences that require no cells: how many groups, specs or things that could be lost were looked at.
  package var examined = 0
  /// Packages in scope of which nothing was required, for all their specs are orphaned.
  package var packagesWithoutRequirement = 0

  package init() {}
}
