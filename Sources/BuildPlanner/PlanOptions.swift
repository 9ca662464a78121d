package import CoveragePolicy
package import FarmModel

/// What a plan was asked for besides the gaps.
package struct PlanOptions: Sendable {
  /// The severities of the policies whose gaps are planned for; `--include warning` adds that one.
  package var severities: Set<Policy.Severity> = [.error]
  /// `--policy`: only gaps of policies with these names; `nil` for all.
  package var policies: [NamePattern]?
  /// `--stack`: gaps that bind another stack are left out; `nil` for all.
  package var stacks: [NamePattern]?
  /// `--package`: gaps of other packages are left out; `nil` for all.
  package var packages: [NamePattern]?
  /// `--limit`: keep this many of the most useful builds; `nil` for all.
  package var limit: Int?
  /// `--assume-built`: builds that are taken as done.
  package var assumeBuilt: [PlannedBuild] = []
  /// How many steps the search for the smallest list may take for one group of gaps that hang together.
  package var nodeBudget = 100_000
  /// The concrete specs of lockfiles, which tell how a wanted spec is to be built where no index of the farm has it.
  package var lockedSpecs: [DependencyGraph.Node] = []

  package init() {}
}
