import CoverageEngine
import FarmModel

/// What a snapshot holds, as `show` prints it.
struct FarmOverview {
  struct Stack {
    var name: String
    var packages: Int
    var specs: Int
    var targets: [Target]
    var oses: [String]
    var platforms: [String]
    var compilers: [String]
  }

  struct Target {
    var name: String
    /// On how many packages the stack carries there.
    var packages: Int
    /// Whether that is under a tenth of the stack's packages.
    var isStray: Bool
  }

  var snapshot: String
  var packages: Int
  var versions: Int
  var specs: Int
  var targets: Int
  var orphaned: Int
  var unrecordedCompilers: Int
  /// What the indexes hold besides builds; `nil` without indexes.
  var indexes: FarmSummary?
  /// How many of the indexes' holes something needs to run, or nothing needs at all.
  var neededHoles: Int
  var stacks: [Stack]

  /// Complexity: O(bodies + nodes).
  init(of farm: Farm) {
    snapshot = farm.snapshot
    packages = farm.packages.count
    versions = farm.packages.names.indices.reduce(0) { sum, package in
      sum + Set(farm.bodies(of: PackageID(package)).map { farm.bodies[$0].version }).count
    }
    specs = farm.specCount
    targets = farm.targets.count
    orphaned = farm.orphanedCount
    unrecordedCompilers = farm.unrecordedCompilerCount
    indexes = FarmSummary(of: farm)
    neededHoles = farm.dependencies.map { FarmOverview.neededHoles(in: $0) } ?? 0
    stacks = farm.stackFacts.enumerated().map { number, facts in
      FarmOverview.stack(farm.stacks[StackID(number)], facts, farm)
    }
  }

  private static func stack(_ name: String, _ facts: StackFacts, _ farm: Farm) -> Stack {
    Stack(
      name: name, packages: facts.packageCount, specs: facts.specCount,
      targets: zip(facts.targets, facts.packagesPerTarget).map { target, packages in
        Target(name: farm.targets[target], packages: packages, isStray: packages * 10 < facts.packageCount)
      },
      oses: facts.oses.map { farm.oses[$0] }, platforms: facts.platforms.map { farm.platforms[$0] },
      compilers: facts.compilers.map { farm.compilers[$0].canonical })
  }

  /// Nodes that are neither external nor built, and that nothing depends on or something links or runs.
  private static func neededHoles(in graph: DependencyGraph) -> Int {
    zip(0..<DependencyGraph.NodeID(graph.nodeCount), graph.neededToRun).count {
      graph.isHole($0) && $1 && graph.isOwn($0)
    }
  }
}
