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
  /// The older farm of loss sentences that name none, and of `--since`.
  package var older: Farm?
  /// The older farms that loss sentences name, by snapshot.
  package var olderSnapshots: [String: Farm] = [:]
  /// Whether findings are marked that the older farm does not have.
  package var marksNew = false
  /// The part of the farm that is judged, whose stacks have the facts of the whole; `nil` for the whole.
  package var shard: Shard?
  /// What the stacks' lockfiles want.
  package var wantedLists: [WantedList] = []

  package init(today: CalendarDate) { self.today = today }

  /// Whether only a part is looked at.
  var isNarrowed: Bool { packages != nil || stacks != nil || hasSeveralSnapshots }
}
