extension DependencyGraph {
  /// How many nodes there are.
  package var nodeCount: Int { hashes.count }

  /// The package of a node.
  package func package(of node: NodeID) -> String { specs.names.packages[body(of: node).package] }

  /// The version of a node.
  package func version(of node: NodeID) -> String { specs.names.versions[body(of: node).version].text }

  /// The hash of a node.
  package func hash(of node: NodeID) -> String { hashes[Int(node)] }

  /// The stacks whose index has a node, by number in the farm, ascending.
  package func stacks(of node: NodeID) -> [StackID] { specs.stackSets[Int(body(of: node).stacks)].stacks }

  private func body(of node: NodeID) -> SpecBody { specs.bodies[Int(bodyOfNode[Int(node)])] }

  /// The nodes of a package; empty where the graph lacks it. Complexity: O(log nodes).
  package func nodes(of package: String) -> Range<NodeID> {
    guard let package = specs.names.packages.number(of: package) else { return 0..<0 }
    let start = firstNode { $0 >= package }
    return start..<firstNode { $0 > package }
  }

  /// The first node of which the package is what is looked for: nodes and packages stand in the same order.
  private func firstNode(where isFound: (PackageID) -> Bool) -> NodeID {
    var low = 0
    var high = nodeCount
    while low < high {
      let middle = (low + high) / 2
      if isFound(specs.bodies[Int(bodyOfNode[middle])].package) { high = middle } else { low = middle + 1 }
    }
    return NodeID(low)
  }

  /// The number of a node. Complexity: O(log nodes).
  package func number(of package: String, _ hash: String) -> NodeID? {
    let range = nodes(of: package)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if NameTable.precedes(hashes[Int(middle)], hash) { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && NameTable.isSame(hashes[Int(low)], hash) ? low : nil
  }

  /// For each spec of a farm its node, if the graph has it. Both stand in the order of package and hash, so one pass
  /// finds them. Complexity: O(specs + nodes).
  package func nodeOfSpec(in farm: Farm) -> [NodeID?] {
    var found = [NodeID?](repeating: nil, count: farm.specCount)
    for (number, package) in farm.packages.names.enumerated() {
      let range = nodes(of: package)
      var node = range.lowerBound
      for spec in farm.specs(of: PackageID(number)) {
        while node < range.upperBound, hashes.precedes(Int(node), farm.hashes, spec) { node += 1 }
        guard node < range.upperBound else { break }
        if !farm.hashes.precedes(spec, hashes, Int(node)) { found[spec] = node }
      }
    }
    return found
  }

  /// For each node whether something links or runs it, or nothing depends on it at all: the rest is only needed to
  /// build. Complexity: O(nodes + edges).
  package var neededToRun: [Bool] {
    var isNeeded = [Bool](repeating: false, count: nodeCount)
    var isNeededToBuild = isNeeded
    let isNeededKind = edges.kinds.map(\.types.areNeededToRun)
    for edge in 0..<edges.edgeCount {
      guard let dependency = edges.node(edge) else { continue }
      if isNeededKind[Int(edges.kindNumber(edge))] {
        isNeeded[Int(dependency)] = true
      } else {
        isNeededToBuild[Int(dependency)] = true
      }
    }
    return zip(isNeeded, isNeededToBuild).map { $0 || !$1 }
  }
}

extension DependencyTypes {
  /// Whether the dependency must be there when the dependent is used.
  package var areNeededToRun: Bool { !isDisjoint(with: [.link, .run]) }
}
