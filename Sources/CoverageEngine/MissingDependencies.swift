import FarmModel

/// Which nodes of a farm's dependency graph cannot be installed from its builds alone (semantics §2.3).
struct MissingDependencies {
  private let farm: Farm
  private let graph: DependencyGraph?
  /// For each node, whether it is itself neither external nor a build of the snapshot.
  let isMissing: [Bool]
  /// For each node, whether some link or run dependency, however deep, is missing.
  let hasMissing: [Bool]

  /// Complexity: O(nodes + edges), and O(log specs) for each dependency that nothing describes or has built.
  init(of farm: Farm) {
    self.farm = farm
    graph = farm.dependencies
    guard let graph else {
      (isMissing, hasMissing) = ([], [])
      return
    }
    let nodes = 0..<DependencyGraph.NodeID(graph.nodeCount)
    isMissing = nodes.map { graph.isHole($0) && !farm.hasSpec(graph.package(of: $0), graph.hash(of: $0)) }
    hasMissing = MissingDependencies.spread(isMissing, in: graph, farm)
  }

  /// Carries from what is missing up to all that need it to run.
  private static func spread(_ isMissing: [Bool], in graph: DependencyGraph, _ farm: Farm) -> [Bool] {
    let edges = graph.edges
    let isNeeded = edges.kinds.map(\.types.areNeededToRun)
    var hasMissing = [Bool](repeating: false, count: graph.nodeCount)
    var dependents = [[UInt32]](repeating: [], count: graph.nodeCount)
    var pending: [UInt32] = []
    for node in 0..<DependencyGraph.NodeID(graph.nodeCount) where !graph.isExternal(node) {
      for edge in edges.range(of: Int(node)) where isNeeded[Int(edges.kindNumber(edge))] {
        let isLacking: Bool
        if let dependency = edges.node(edge) {
          dependents[Int(dependency)].append(node)
          isLacking = isMissing[Int(dependency)]
        } else {
          isLacking = edges.unknown(edge).map { !farm.hasSpec($0.package, $0.hash) } ?? true
        }
        guard isLacking else { continue }
        if !hasMissing[Int(node)] { pending.append(node) }
        hasMissing[Int(node)] = true
      }
    }
    while let node = pending.popLast() {
      for dependent in dependents[Int(node)] where !hasMissing[Int(dependent)] {
        hasMissing[Int(dependent)] = true
        pending.append(dependent)
      }
    }
    return hasMissing
  }

  /// For each spec of the farm whether some dependency is missing; unknown where no index has the spec.
  /// Complexity: O(specs + nodes).
  var ofSpecs: [Truth] {
    guard let graph else { return [Truth](repeating: .unknown, count: farm.specCount) }
    return graph.nodeOfSpec(in: farm).map { node in node.map { Truth(hasMissing[Int($0)]) } ?? .unknown }
  }
}

extension Farm {
  /// Whether the farm has a spec. Complexity: O(log specs).
  func hasSpec(_ package: String, _ hash: String) -> Bool { spec(package, hash) != nil }

  /// The number of a spec. Complexity: O(log specs).
  func spec(_ package: String, _ hash: String) -> Int? {
    guard let package = packages.number(of: package) else { return nil }
    let range = specs(of: package)
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if NameTable.precedes(hashes[middle], hash) { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && NameTable.isSame(hashes[low], hash) ? low : nil
  }
}
