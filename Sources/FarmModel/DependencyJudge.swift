/// Answers for every node of a graph at once whether it has a dependency that satisfies a constraint.
struct DependencyJudge {
  private let graph: DependencyGraph
  /// For each node, the nodes that depend on it; made when it is first asked for.
  private lazy var dependents = Dependents(in: graph)

  init(_ graph: DependencyGraph) { self.graph = graph }

  /// For each node, whether it satisfies a constraint on its dependencies. Complexity: O(nodes + edges).
  ///
  /// As in Spack, `^name` looks through all dependencies, but a virtual package only counts where it is provided to
  /// the node itself or to what it needs to link and run.
  mutating func verdicts(on constraint: DependencyConstraint) -> [Truth] {
    let judge = EdgeJudge(constraint, in: graph)
    let edges = (0..<graph.edges.edgeCount).map { judge.judge($0) }
    let direct = best(of: edges) { _ in true }
    guard constraint.reach == .anywhere else { return direct }
    guard judge.asksForVirtual else { return spread(direct, along: [.build, .link, .run, .test]) }
    let types: DependencyTypes = [.link, .run]
    return zip(direct, spread(best(of: edges) { !$0.isDisjoint(with: types) }, along: types)).map { $0.or($1) }
  }

  /// For each node the best that any of its edges tells of which the types are asked for.
  private func best(of truths: [Truth], where isAsked: (DependencyTypes) -> Bool) -> [Truth] {
    let edges = graph.edges
    let isAskedKind = edges.kinds.map { isAsked($0.types) }
    return (0..<edges.nodeCount).map { node in
      var best = Truth.no
      for edge in edges.range(of: node) where truths[edge] != .no && isAskedKind[Int(edges.kindNumber(edge))] {
        best = best.or(truths[edge])
      }
      return best
    }
  }

  /// Carries verdicts from each node up to all that depend on it, however far; what is certain first.
  private mutating func spread(_ direct: [Truth], along types: DependencyTypes) -> [Truth] {
    var truths = [Truth](repeating: .no, count: direct.count)
    for level in [Truth.yes, .unknown] {
      var waiting = direct.indices.filter { direct[$0] == level && truths[$0] == .no }
      for node in waiting { truths[node] = level }
      while let node = waiting.popLast() {
        for position in dependents.range(of: node) {
          let dependent = Int(dependents.nodes[position])
          if truths[dependent] != .no || dependents.types[position].isDisjoint(with: types) { continue }
          truths[dependent] = level
          waiting.append(dependent)
        }
      }
    }
    return truths
  }
}

/// The edges of a graph turned round: for each node a range of those that depend on it.
private struct Dependents {
  private var starts: [Int]
  private(set) var nodes: [DependencyGraph.NodeID]
  private(set) var types: [DependencyTypes]

  /// Complexity: O(nodes + edges).
  init(in graph: DependencyGraph) {
    let edges = graph.edges
    let typesOfKind = edges.kinds.map(\.types)
    starts = Array(repeating: 0, count: graph.nodeCount + 1)
    for edge in 0..<edges.edgeCount {
      if let target = edges.node(edge) { starts[Int(target) + 1] += 1 }
    }
    for node in 0..<graph.nodeCount { starts[node + 1] += starts[node] }
    nodes = Array(repeating: 0, count: starts.last ?? 0)
    types = Array(repeating: [], count: nodes.count)
    var next = starts
    for node in 0..<graph.nodeCount {
      for edge in edges.range(of: node) {
        guard let target = edges.node(edge) else { continue }
        let position = next[Int(target)]
        next[Int(target)] += 1
        nodes[position] = DependencyGraph.NodeID(node)
        types[position] = typesOfKind[Int(edges.kindNumber(edge))]
      }
    }
  }

  func range(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }
}

/// Judges single edges of a graph: the node at its end, by its own name or as provider of a virtual package.
private struct EdgeJudge {
  private let constraint: DependencyConstraint
  private let edges: EdgeColumns
  /// For each node, whether it satisfies what is asked of the dependency under its own name.
  private let nodes: [Truth]
  /// For each node, the same without name and versions: what is asked of a provider. Empty where none is asked for.
  private let providers: [Truth]
  /// For each kind of edge, whether it provides the virtual packages that are asked for.
  private let isAsked: [Bool]
  /// For each kind of edge, whether it provides what is asked for by name.
  private let isProvider: [Bool]

  init(_ constraint: DependencyConstraint, in graph: DependencyGraph) {
    self.constraint = constraint
    edges = graph.edges
    isAsked = edges.kinds.map { constraint.isAsked(ofProviderOf: $0.virtuals) }
    let isProvider = edges.kinds.map { kind in constraint.node.name.map { kind.virtuals.contains($0) } ?? false }
    self.isProvider = isProvider
    nodes = graph.truths(of: constraint.node)
    providers = isProvider.contains(true) ? graph.providerTruths(of: constraint.node) : []
  }

  /// Whether it asks for what some node provides to another, and not only for a package.
  var asksForVirtual: Bool { !constraint.virtuals.isEmpty || !providers.isEmpty }

  func judge(_ edge: Int) -> Truth {
    let kind = Int(edges.kindNumber(edge))
    guard isAsked[kind] else { return .no }
    guard let node = edges.node(edge) else { return judgeUnindexed(edge, kind) }
    return isProvider[kind] ? nodes[Int(node)].or(providers[Int(node)]) : nodes[Int(node)]
  }

  /// Of a node that no index has nothing but the name is known, and it may have dependencies of its own.
  private func judgeUnindexed(_ edge: Int, _ kind: Int) -> Truth {
    var onlyName = SpecNodeConstraint()
    onlyName.name = constraint.node.name
    let package = edges.unknown(edge)?.package ?? ""
    let isNamed = onlyName.name.map { NameTable.isSame($0, package) || isProvider[kind] } ?? true
    if isNamed { return onlyName == constraint.node ? .yes : .unknown }
    return constraint.reach == .direct ? .no : .unknown
  }
}

extension DependencyConstraint {
  /// As in Spack: `%c,cxx=gcc` asks for one of the virtual packages, `^[virtuals=blas,lapack]` for all.
  fileprivate func isAsked(ofProviderOf provided: [String]) -> Bool {
    if virtuals.isEmpty { return true }
    return reach == .direct
      ? virtuals.contains { provided.contains($0) } : virtuals.allSatisfy { provided.contains($0) }
  }
}
