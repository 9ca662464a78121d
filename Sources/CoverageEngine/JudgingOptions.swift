package import CoveragePolicy
package import FarmModel

/// What a run was asked besides its policies.
package struct JudgingOptions: Sendable {
  /// The day on which waivers are judged.
  package var today: CalendarDate
  /// `--package`: required cells of other packages are dropped; `nil` for all.
  package var packages: [NamePattern]?
  /// `--stack`: required cells that bind another stack are dropped; `nil` for all.
  package var stacks: [NamePattern]?
  /// `--strict`: undetermined cells break a policy.
  package var isStrict = false
  /// Whether several snapshots are judged: then a clause that matches nothing in one of them is no mistake.
  package var hasSeveralSnapshots = false
  /// The older farm of loss sentences and `--since`.
  package var older: Farm?
  /// What the stacks' lockfiles want.
  package var wantedLists: [WantedList] = []

  package init(today: CalendarDate) { self.today = today }

  /// Whether only a part is looked at.
  var isNarrowed: Bool { packages != nil || stacks != nil || hasSeveralSnapshots }
}
