import FarmModel

/// Which nodes of a farm's dependency graph cannot be installed from its builds alone (semantics §2.3).
struct MissingDependencies {
  private let farm: Farm
  private let graph: DependencyGraph?
  /// For each node, whether it is itself neither external nor a build of the snapshot.
  let isMissing: [Bool]
  /// For each node, whether some link or run dependency, however deep, is missing.
  let hasMissing: [Bool]

  /// Complexity: O(nodes + edges).
  init(of farm: Farm) {
    self.farm = farm
    graph = farm.dependencies
    let nodes = graph?.nodes ?? DependencyGraph.Nodes()
    let isMissing = nodes.indices.map { [graph] index in
      guard let graph, graph.isHole(UInt32(index)) else { return false }
      return !farm.hasSpec(graph.package(of: UInt32(index)), graph.hash(of: UInt32(index)))
    }
    var hasMissing = [Bool](repeating: false, count: nodes.count)
    var dependents = [[UInt32]](repeating: [], count: nodes.count)
    var pending: [UInt32] = []
    for (index, node) in nodes.enumerated() where !node.isExternal {
      for edge in node.dependencies where edge.isNeededToRun {
        if let dependency = edge.node { dependents[Int(dependency)].append(UInt32(index)) }
        guard edge.node.map({ isMissing[Int($0)] }) ?? !farm.hasSpec(edge.package, edge.hash) else { continue }
        if !hasMissing[index] { pending.append(UInt32(index)) }
        hasMissing[index] = true
      }
    }
    while let node = pending.popLast() {
      for dependent in dependents[Int(node)] where !hasMissing[Int(dependent)] {
        hasMissing[Int(dependent)] = true
        pending.append(dependent)
      }
    }
    self.isMissing = isMissing
    self.hasMissing = hasMissing
  }

  /// For each spec of the farm whether some dependency is missing; unknown where no index has the spec.
  /// Complexity: O(specs + nodes).
  var ofSpecs: [Truth] {
    guard let nodes = graph?.nodes else { return [Truth](repeating: .unknown, count: farm.specCount) }
    var truths = [Truth](repeating: .unknown, count: farm.specCount)
    var spec = 0
    for (index, node) in nodes.enumerated() {
      guard let package = farm.packages.number(of: node.package) else { continue }
      let range = farm.specs(of: package)
      spec = max(spec, range.lowerBound)
      while spec < range.upperBound, NameTable.precedes(farm.hashes[spec], node.hash) { spec += 1 }
      if spec < range.upperBound, NameTable.isSame(farm.hashes[spec], node.hash) {
        truths[spec] = hasMissing[index] ? .yes : .no
      }
    }
    return truths
  }
}

extension DependencyGraph.Edge {
  /// Whether the dependency must be there when the dependent is used.
  var isNeededToRun: Bool { !types.isDisjoint(with: [.link, .run]) }
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
