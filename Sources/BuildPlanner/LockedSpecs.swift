import FarmModel

/// The concrete specs that wanted lists name, by hash: what lockfiles and indexes tell of them.
struct LockedSpecs {
  private let extra: [String: DependencyGraph.Node]
  private let graph: DependencyGraph?

  init(_ options: PlanOptions, _ farm: Farm) {
    extra = Dictionary(options.lockedSpecs.map { ($0.hash, $0) }) { first, _ in first }
    graph = farm.dependencies
  }

  /// The spec of a package with a hash, from the lockfiles first. Complexity: O(log nodes).
  func spec(_ package: String, _ hash: String) -> DependencyGraph.Node? {
    if let node = extra[hash], NameTable.isSame(node.package, package) { return node }
    return graph?.number(of: package, hash).flatMap { graph?.nodes[Int($0)] }
  }
}

extension DependencyGraph {
  /// The number of a node. Complexity: O(log nodes).
  func number(of package: String, _ hash: String) -> NodeID? {
    func isBefore(_ node: Node) -> Bool {
      NameTable.isSame(node.package, package)
        ? NameTable.precedes(node.hash, hash) : NameTable.precedes(node.package, package)
    }
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(nodes[middle]) { low = middle + 1 } else { high = middle }
    }
    guard low < nodes.count, NameTable.isSame(nodes[low].package, package), NameTable.isSame(nodes[low].hash, hash)
    else { return nil }
    return NodeID(low)
  }
}
