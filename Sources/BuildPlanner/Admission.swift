/// The configurations that a gap admits, all of one rank.
struct Admission {
  var basis: PlannedBuild.Basis
  /// Where the configurations come from: `observed`, `moved` or `inferred`, also where `basis` is `adapted`.
  var origin: PlannedBuild.Basis
  /// For each stack, the configurations that it admits, as `ConfigurationSearch` counts, in the order found. One entry
  /// where the gap binds the stack.
  var stacks: [(stack: UInt32, configurations: [Int32])]

  /// All configurations, each once, in the order found.
  var configurations: [Int32] {
    if stacks.count == 1 { return stacks[0].configurations }
    var seen: Set<Int32> = []
    return stacks.flatMap(\.configurations).filter { seen.insert($0).inserted }
  }
}
