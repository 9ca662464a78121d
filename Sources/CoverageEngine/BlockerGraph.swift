import FarmModel

/// Finds out which missing dependencies keep a wanted spec from being there: those that miss none themselves, for the
/// others wait for these.
struct BlockerGraph {
  /// How many steps all searches together may take; then only direct dependencies are named. Real farms need a few
  /// thousand.
  private static let stepLimit = 20_000_000

  /// `package/hash` of each node.
  private var names: [String] = []
  private var isMissing: [Bool] = []
  private var edges: [[Int]] = []
  /// For each node, whether some dependency, however deep, is missing.
  private var hasMissing: [Bool] = []
  private var remainingSteps = BlockerGraph.stepLimit

  /// The graph of a lockfile: what it needs to be built and to run.
  init(of list: WantedList, _ farm: Farm) {
    var numbers: [String: Int] = [:]
    for spec in list.specs {
      numbers[spec.hash] = numbers[spec.hash] ?? names.count
      names.append("\(spec.package)/\(spec.hash)")
      isMissing.append(!spec.isExternal && !farm.hasSpec(spec.package, spec.hash))
    }
    edges = list.specs.map { spec in
      spec.dependencies.filter { !$0.types.isDisjoint(with: [.build, .link, .run]) }.compactMap { numbers[$0.hash] }
    }
    findMissing()
  }

  /// The graph of indexes: what is needed to run.
  init(of graph: DependencyGraph, _ isMissing: [Bool]) {
    let nodes = 0..<DependencyGraph.NodeID(graph.nodeCount)
    // Only what is missing is ever named.
    names = nodes.map { isMissing[Int($0)] ? "\(graph.package(of: $0))/\(graph.hash(of: $0))" : "" }
    self.isMissing = isMissing
    edges = nodes.map { node in
      var needed: [Int] = []
      graph.forEachDependency(of: node) { dependency, types in
        if let dependency, types.areNeededToRun { needed.append(Int(dependency)) }
      }
      return needed
    }
    findMissing()
  }

  private mutating func findMissing() {
    hasMissing = [Bool](repeating: false, count: names.count)
    var dependents = [[Int]](repeating: [], count: names.count)
    for (node, dependencies) in edges.enumerated() {
      for dependency in dependencies { dependents[dependency].append(node) }
    }
    var pending = isMissing.indices.filter { isMissing[$0] }
    while let node = pending.popLast() {
      for dependent in dependents[node] where !hasMissing[dependent] {
        hasMissing[dependent] = true
        pending.append(dependent)
      }
    }
  }

  /// The missing dependencies of a node that miss none themselves, by name; its direct missing dependencies where each
  /// waits for another. Complexity: O(nodes + edges) below it.
  mutating func blockers(of node: Int) -> [String] {
    guard hasMissing[node] else { return [] }
    var seen: Set<Int> = [node]
    var pending = [node]
    var found: [Int] = []
    while let next = pending.popLast(), remainingSteps > 0 {
      for dependency in edges[next] {
        remainingSteps -= 1
        guard isMissing[dependency] || hasMissing[dependency], seen.insert(dependency).inserted else { continue }
        if isMissing[dependency], !hasMissing[dependency] { found.append(dependency) }
        pending.append(dependency)
      }
    }
    if found.isEmpty { found = edges[node].filter { isMissing[$0] && $0 != node } }
    return NameTable(found.map { names[$0] }).names
  }
}
