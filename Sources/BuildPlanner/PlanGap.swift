import CoverageEngine
import FarmModel

/// A gap to be closed by one build, in numbers. A gap of `at least N of` is several of these.
struct PlanGap {
  /// Which of the gaps given to the planner it comes from.
  var source: Int
  var place: GapPlace
  /// What the policy asks of a build besides its place, as an index into `GapCollection.requirements`.
  var requirement: Int
}

/// Where a build is wanted; `nil` where that is left open.
struct GapPlace: Hashable {
  var version: UInt32?
  var stack: UInt32?
  var target: UInt32?
  var os: UInt32?
  var platform: UInt32?
  var compiler: UInt32?
  /// Whether the compiler is one that `at least N compilers` counts: then a build without a compiler is not enough.
  var countsCompiler = false
}

/// A gap as the outcome has it.
struct SourceGap {
  var policy: Int
  var cell: Cell
}
