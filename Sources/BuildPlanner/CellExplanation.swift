package import CoverageEngine
package import CoveragePolicy
package import FarmModel

/// All that is known about one cell of a snapshot: who asks for it, who covers it, what comes nearest, what a plan would
/// do.
package struct CellExplanation: Sendable {
  /// A policy that requires the cell, or cells within it.
  package struct Demand: Sendable {
    package var policy: Policy
    /// The required cells that agree with the question, each with its state, in order.
    package var cells: [(cell: Cell, state: CellState)]
  }

  /// A built spec that is not what is asked for.
  package struct NearBuild: Sendable, Hashable {
    package var spec: SpecDescription
    /// In what it differs.
    package var differences: [Difference]
    /// How many specs differ in the same way; `spec` is the first by hash.
    package var count: Int
  }

  /// One dimension in which a spec is not what is asked for.
  package struct Difference: Sendable, Hashable {
    package var dimension: Dimension
    package var wanted: String
    /// What the spec has: of stacks all, of an unrecorded compiler none.
    package var actual: [String]
  }

  /// What a plan would do about it.
  package enum Answer: Sendable {
    /// Nothing: it is covered.
    case nothing
    /// These builds, for policies ask for it.
    case builds([PlannedBuild])
    /// No policy asks for it; asked for, it would be this.
    case unasked(PlannedBuild)
    /// It cannot be planned, for this reason.
    case unplannable(String)
    /// The build is refused.
    case refused(RefusedBuild)
  }

  package var snapshot: String
  package var cell: Cell
  /// The policies that ask for it, in the order given.
  package var demands: [Demand]
  /// The coverage policies that do not.
  package var silentPolicies: [String]
  /// The specs that match the cell, in the order of their hashes.
  package var covering: [SpecDescription]
  /// The nearest specs where none matches, nearest first.
  package var nearest: [NearBuild]
  package var answer: Answer
}
