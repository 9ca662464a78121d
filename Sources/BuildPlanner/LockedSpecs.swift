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
