package import FarmModel

/// What changed from one farm to another, in what they hold and in how policies judge it.
package struct FarmDifference: Sendable {
  /// A version of a package.
  package struct PackageVersion: Hashable, Sendable {
    package var package: String
    package var version: String
  }

  /// Names that one of the farms has and the other has not, each list in printing order.
  package struct Names: Hashable, Sendable {
    package var packages: [String] = []
    package var versions: [PackageVersion] = []
    package var stacks: [String] = []
    package var targets: [String] = []
    package var oses: [String] = []
    /// In canonical form.
    package var compilers: [String] = []
  }

  /// A figure in both farms.
  package struct Change: Hashable, Sendable {
    package var from: Int
    package var to: Int
  }

  /// How the findings of one policy changed.
  package struct PolicyChange: Sendable {
    package var policy: String
    /// Findings that count against the policy now and did not before.
    package var newGaps: [Finding]
    /// Those of them whose cell was covered before.
    package var lostCells: [Finding]
    /// Findings of before that are none any more and whose cell, where the sentence requires cells, is built now.
    package var closed: [Finding]
  }

  package var from: String
  package var to: String
  package var gained: Names
  package var lost: Names
  package var specs: Change
  package var orphaned: Change
  package var unrecordedCompilers: Change
  package var duplicateGroups: Change
  /// In the order of the newer outcome; only policies that both outcomes have.
  package var policies: [PolicyChange]

  /// - Parameter outcomes: how the same policies judge the two farms; `nil` to compare only what they hold.
  ///
  /// Complexity: O(n log n) in the specs, and for each finding the bodies of its package.
  package init(from old: Farm, to new: Farm, outcomes: (from: SnapshotOutcome, to: SnapshotOutcome)? = nil) {
    from = old.snapshot
    to = new.snapshot
    (gained, lost) = FarmDifference.names(old, new)
    specs = Change(from: old.specCount, to: new.specCount)
    orphaned = Change(from: old.orphanedCount, to: new.orphanedCount)
    unrecordedCompilers = Change(from: old.unrecordedCompilerCount, to: new.unrecordedCompilerCount)
    duplicateGroups = Change(
      from: BuildConfigurations(of: old).groups.count, to: BuildConfigurations(of: new).groups.count)
    policies = outcomes.map { FarmDifference.changes(from: ($0.from, old), to: ($0.to, new)) } ?? []
  }
}

extension Farm {
  /// How many specs no stack carries. Complexity: O(bodies).
  package var orphanedCount: Int {
    bodies.indices.reduce(0) { isOrphaned(bodies[$1]) ? $0 + Int(specCounts[$1]) : $0 }
  }

  /// Of how many specs the compiler is not recorded. Complexity: O(bodies).
  package var unrecordedCompilerCount: Int {
    bodies.indices.reduce(0) { bodies[$1].compiler == .unrecorded ? $0 + Int(specCounts[$1]) : $0 }
  }
}
