/// What the indexes of a snapshot hold besides its builds, for `show`.
package struct FarmSummary: Hashable, Sendable {
  /// What one stack's index holds.
  package struct Stack: Hashable, Sendable {
    package var name: String
    /// Specs of the index that are built.
    package var built: Int
    /// Specs of the index that are installed outside Spack.
    package var externals: Int
    /// Specs of the index that are neither: referenced, not built.
    package var holes: Int
  }

  package var snapshot: String
  /// All specs of the indexes, each once.
  package var nodes: Int
  package var externals: Int
  package var holes: Int
  /// How many builds some stack carries that has not pushed them itself.
  package var pushedElsewhere: Int
  /// By name.
  package var stacks: [Stack]

  /// `nil` where no index was read. Complexity: O(nodes × stacks of a node).
  package init?(of farm: Farm) {
    guard let graph = farm.dependencies else { return nil }
    snapshot = farm.snapshot
    nodes = 0
    externals = 0
    holes = 0
    pushedElsewhere = 0
    stacks = farm.stacks.names.map { Stack(name: $0, built: 0, externals: 0, holes: 0) }
    for node in 0..<DependencyGraph.NodeID(graph.nodeCount) where graph.isOwn(node) {
      nodes += 1
      let isExternal = graph.isExternal(node)
      let isHole = graph.isHole(node)
      if isExternal { externals += 1 }
      if isHole { holes += 1 }
      if graph.isPushedElsewhere(node) { pushedElsewhere += 1 }
      for stack in graph.stacks(of: node) {
        if isExternal {
          stacks[Int(stack)].externals += 1
        } else if isHole {
          stacks[Int(stack)].holes += 1
        } else {
          stacks[Int(stack)].built += 1
        }
      }
    }
  }
}

extension DependencyGraph {
  /// How many nodes are referenced, but neither built nor external. Complexity: O(nodes).
  package var holeCount: Int { (0..<NodeID(nodeCount)).count { isHole($0) && isOwn($0) } }

  /// Whether a build is carried by a stack whose index says that it has not pushed it: a cuda stack does not push what
  /// the cpu stack has pushed.
  package func isPushedElsewhere(_ node: NodeID) -> Bool {
    states[Int(node)].isSuperset(of: [.built, .carried])
  }
}
