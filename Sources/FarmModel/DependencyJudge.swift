/// Answers for every node of a graph at once whether it has a dependency that satisfies a constraint.
struct DependencyJudge {
  private let graph: DependencyGraph
  /// For each node, the nodes that depend on it; made when it is first asked for.
  private lazy var dependents: [[DependencyGraph.NodeID]] = DependencyJudge.dependents(in: graph)

  init(_ graph: DependencyGraph) { self.graph = graph }

  /// For each node, whether it satisfies a constraint on its dependencies. Complexity: O(nodes + edges).
  mutating func verdicts(on constraint: DependencyConstraint) -> [Truth] {
    let edges = EdgeJudge(constraint, in: graph)
    let direct = graph.nodes.map { node in
      node.dependencies.reduce(Truth.no) { $0.or(edges.judge($1)) }
    }
    return constraint.reach == .direct ? direct : spread(direct)
  }

  /// Carries verdicts from each node up to all that depend on it, however far; what is certain first.
  private mutating func spread(_ direct: [Truth]) -> [Truth] {
    var truths = [Truth](repeating: .no, count: direct.count)
    for level in [Truth.yes, .unknown] {
      var waiting = direct.indices.filter { direct[$0] == level && truths[$0] == .no }
      for node in waiting { truths[node] = level }
      while let node = waiting.popLast() {
        for dependent in dependents[node] where truths[Int(dependent)] == .no {
          truths[Int(dependent)] = level
          waiting.append(Int(dependent))
        }
      }
    }
    return truths
  }

  private static func dependents(in graph: DependencyGraph) -> [[DependencyGraph.NodeID]] {
    var dependents = [[DependencyGraph.NodeID]](repeating: [], count: graph.nodes.count)
    for (number, node) in graph.nodes.enumerated() {
      for edge in node.dependencies {
        if let target = edge.node { dependents[Int(target)].append(DependencyGraph.NodeID(number)) }
      }
    }
    return dependents
  }
}

/// Judges single edges of a graph: the node at its end, by its own name or as provider of a virtual package.
private struct EdgeJudge {
  private let constraint: DependencyConstraint
  /// For each node, whether it satisfies what is asked of the dependency under its own name.
  private let nodes: [Truth]
  /// For each node, the same without name and versions: what is asked of a provider.
  private let providers: [Truth]

  init(_ constraint: DependencyConstraint, in graph: DependencyGraph) {
    self.constraint = constraint
    var anonymous = constraint.node
    anonymous.name = nil
    anonymous.versions = nil
    let providedNames = Set(graph.nodes.lazy.flatMap(\.dependencies).flatMap(\.virtuals))
    let isVirtual = constraint.node.name.map { providedNames.contains($0) } ?? false
    nodes = graph.nodes.map { constraint.node.judge($0.facts, dependencies: $0.dependencies, in: graph) }
    providers =
      isVirtual ? graph.nodes.map { anonymous.judge($0.facts, dependencies: $0.dependencies, in: graph) } : []
  }

  func judge(_ edge: DependencyGraph.Edge) -> Truth {
    guard constraint.virtuals.allSatisfy({ edge.virtuals.contains($0) }) else { return .no }
    guard let node = edge.node else {
      // Nothing but its name is known, and it may have dependencies of its own.
      return .unknown
    }
    return nodes[Int(node)].or(judgeProvider(edge, node))
  }

  private func judgeProvider(_ edge: DependencyGraph.Edge, _ node: DependencyGraph.NodeID) -> Truth {
    guard let name = constraint.node.name, edge.virtuals.contains(name) else { return .no }
    let truth = providers[Int(node)]
    return constraint.node.versions == nil ? truth : truth.and(.unknown)
  }
}

extension SpecNodeConstraint {
  /// As `judge(_:)`, with compilers looked for among the direct dependencies too.
  fileprivate func judge(
    _ spec: SpecFacts, dependencies: [DependencyGraph.Edge], in graph: DependencyGraph
  ) -> Truth {
    guard let compiler else { return judge(spec) }
    var others = self
    others.compiler = nil
    let asked = compiler.asDependency.node
    let direct = dependencies.reduce(Truth.no) { truth, edge in
      guard let node = edge.node else { return truth }
      return truth.or(asked.judge(graph.nodes[Int(node)].facts))
    }
    return others.judge(spec).and(compiler.judge(spec.compiler).or(direct))
  }
}
