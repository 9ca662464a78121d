/// Answers for every node of a graph at once whether it has a dependency that satisfies a constraint.
struct DependencyJudge {
  private let graph: DependencyGraph
  /// For each node, the nodes that depend on it; made when it is first asked for.
  private lazy var dependents: [[Dependent]] = DependencyJudge.dependents(in: graph)

  init(_ graph: DependencyGraph) { self.graph = graph }

  /// For each node, whether it satisfies a constraint on its dependencies. Complexity: O(nodes + edges).
  ///
  /// As in Spack, `^name` looks through all dependencies, but a virtual package only counts where it is provided to
  /// the node itself or to what it needs to link and run.
  mutating func verdicts(on constraint: DependencyConstraint) -> [Truth] {
    let edges = EdgeJudge(constraint, in: graph)
    let direct = graph.nodes.map { node in edges.judge(node.dependencies) }
    guard constraint.reach == .anywhere else { return direct }
    guard edges.asksForVirtual else { return spread(direct, along: [.build, .link, .run, .test]) }
    let types: DependencyTypes = [.link, .run]
    let needed = graph.nodes.map { node in edges.judge(node.dependencies.filter { !$0.types.isDisjoint(with: types) }) }
    return zip(direct, spread(needed, along: types)).map { $0.or($1) }
  }

  /// Carries verdicts from each node up to all that depend on it, however far; what is certain first.
  private mutating func spread(_ direct: [Truth], along types: DependencyTypes) -> [Truth] {
    var truths = [Truth](repeating: .no, count: direct.count)
    for level in [Truth.yes, .unknown] {
      var waiting = direct.indices.filter { direct[$0] == level && truths[$0] == .no }
      for node in waiting { truths[node] = level }
      while let node = waiting.popLast() {
        for dependent in dependents[node] where truths[Int(dependent.node)] == .no {
          if dependent.types.isDisjoint(with: types) { continue }
          truths[Int(dependent.node)] = level
          waiting.append(Int(dependent.node))
        }
      }
    }
    return truths
  }

  private static func dependents(in graph: DependencyGraph) -> [[Dependent]] {
    var dependents = [[Dependent]](repeating: [], count: graph.nodes.count)
    for (number, node) in graph.nodes.enumerated() {
      for edge in node.dependencies {
        if let target = edge.node {
          dependents[Int(target)].append(Dependent(node: DependencyGraph.NodeID(number), types: edge.types))
        }
      }
    }
    return dependents
  }

  /// The other end of an edge.
  private struct Dependent {
    var node: DependencyGraph.NodeID
    var types: DependencyTypes
  }
}

/// Judges single edges of a graph: the node at its end, by its own name or as provider of a virtual package.
private struct EdgeJudge {
  private let constraint: DependencyConstraint
  private let graph: DependencyGraph
  /// For each node, whether it satisfies what is asked of the dependency under its own name.
  private let nodes: [Truth]
  /// For each node, the same without name and versions: what is asked of a provider.
  private let providers: [Truth]

  init(_ constraint: DependencyConstraint, in graph: DependencyGraph) {
    self.constraint = constraint
    self.graph = graph
    var anonymous = constraint.node
    anonymous.name = nil
    anonymous.versions = nil
    let isVirtual = constraint.node.name.map { graph.provides($0) } ?? false
    nodes = graph.nodes.map { constraint.node.judge($0, in: graph) }
    providers = isVirtual ? graph.nodes.map { anonymous.judge($0, in: graph) } : []
  }

  /// Whether it asks for what some node provides to another, and not only for a package.
  var asksForVirtual: Bool { !constraint.virtuals.isEmpty || !providers.isEmpty }

  /// The best that any of the edges tells.
  func judge(_ edges: [DependencyGraph.Edge]) -> Truth {
    edges.reduce(Truth.no) { $0.or(judge($1)) }
  }

  private func judge(_ edge: DependencyGraph.Edge) -> Truth {
    guard providesWhatIsAsked(edge) else { return .no }
    guard let node = edge.node else { return judgeUnindexed(edge) }
    return nodes[Int(node)].or(judgeProvider(edge, node))
  }

  /// Of a node that no index has nothing but the name is known, and it may have dependencies of its own.
  private func judgeUnindexed(_ edge: DependencyGraph.Edge) -> Truth {
    var onlyName = SpecNodeConstraint()
    onlyName.name = constraint.node.name
    let isNamed = onlyName.name.map { NameTable.isSame($0, edge.package) || edge.virtuals.contains($0) } ?? true
    if isNamed { return onlyName == constraint.node ? .yes : .unknown }
    return constraint.reach == .direct ? .no : .unknown
  }

  /// As in Spack: `%c,cxx=gcc` asks for one of the virtual packages, `^[virtuals=blas,lapack]` for all.
  private func providesWhatIsAsked(_ edge: DependencyGraph.Edge) -> Bool {
    let virtuals = constraint.virtuals
    if virtuals.isEmpty { return true }
    return constraint.reach == .direct
      ? virtuals.contains { edge.virtuals.contains($0) } : virtuals.allSatisfy { edge.virtuals.contains($0) }
  }

  private func judgeProvider(_ edge: DependencyGraph.Edge, _ node: DependencyGraph.NodeID) -> Truth {
    guard let name = constraint.node.name, edge.virtuals.contains(name) else { return .no }
    let truth = providers[Int(node)]
    guard let versions = constraint.node.versions, truth != .no else { return truth }
    let provider = graph.nodes[Int(node)]
    guard let provided = ProvidedVersions.versions(of: name, by: provider.package, at: Version(provider.version)) else {
      return .unknown
    }
    return truth.and(Truth(provided.intersects(versions)))
  }
}

extension DependencyGraph {
  /// Whether some node provides a virtual package of this name to another. Complexity: O(edges).
  fileprivate func provides(_ name: String) -> Bool {
    nodes.contains { node in node.dependencies.contains { $0.virtuals.contains(name) } }
  }
}

extension SpecNodeConstraint {
  /// Whether a node satisfies what is asked of it, with compilers looked for among the direct dependencies too.
  fileprivate func judge(_ node: DependencyGraph.Node, in graph: DependencyGraph) -> Truth {
    if let name, !NameTable.isSame(name, node.package) { return .no }
    guard let compiler else { return judge(node.facts) }
    var others = self
    others.compiler = nil
    let asked = compiler.asDependency.node
    let direct = node.dependencies.reduce(Truth.no) { truth, edge in
      edge.node.map { truth.or(asked.judge(graph.nodes[Int($0)], in: graph)) } ?? truth
    }
    return others.judge(node.facts).and(compiler.judge(node.facts.compiler).or(direct))
  }
}
