extension DependencyGraph {
  /// The nodes of a graph in words, each made when it is asked for.
  package struct Nodes: RandomAccessCollection, Sendable {
    /// `nil` stands for a graph without nodes.
    private let graph: DependencyGraph?

    /// No nodes.
    package init() { graph = nil }

    init(_ graph: DependencyGraph) { self.graph = graph }

    package var startIndex: Int { 0 }
    package var endIndex: Int { graph?.hashes.count ?? 0 }

    /// A node in words. Complexity: O(variants + dependencies).
    package subscript(index: Int) -> Node {
      guard let graph else { preconditionFailure("there are no nodes") }
      return graph.node(NodeID(index))
    }
  }

  /// All nodes, in the order of package, then hash.
  package var nodes: Nodes { Nodes(self) }

  private func node(_ number: NodeID) -> Node {
    let body = specs.bodies[Int(bodyOfNode[Int(number)])]
    let names = specs.names
    return Node(
      hash: hashes[Int(number)], package: names.packages[body.package], version: names.versions[body.version].text,
      platform: names.platforms[body.platform], os: names.oses[body.os], target: names.targets[body.target],
      compiler: body.compiler.number.map { names.compilers[$0].written }, hasNoCompiler: body.compiler == .noCompiler,
      variants: specs.variantLists[Int(body.variants)], stacks: specs.stackSets[Int(body.stacks)].stacks,
      isBuilt: isBuilt(number), isExternal: isExternal(number),
      dependencies: edges.range(of: Int(number)).map { edge($0) })
  }

  private func edge(_ number: Int) -> Edge {
    let kind = edges.kind(number)
    guard let node = edges.node(number) else {
      let unknown = edges.unknown(number)
      return Edge(
        node: nil, package: unknown?.package ?? "", hash: unknown?.hash ?? "", types: kind.types,
        virtuals: kind.virtuals)
    }
    return Edge(
      node: node, package: package(of: node), hash: hashes[Int(node)], types: kind.types, virtuals: kind.virtuals)
  }
}

extension DependencyGraph {
  /// Makes a graph of nodes in words, which stand in the order of package, then hash; the slow way in, for tests and
  /// small graphs. Complexity: O(n log n).
  package init(nodes: [Node]) {
    let farm = Farm(
      snapshot: "",
      specs: nodes.map { node in
        SpecDescription(
          package: node.package, version: node.version, hash: node.hash, platform: node.platform, os: node.os,
          target: node.target, compiler: node.compiler, hasNoCompiler: node.hasNoCompiler, variants: node.variants,
          stacks: node.stacks.map { DependencyGraph.placeholder($0) })
      })
    var edges = EdgeColumns()
    for node in nodes {
      for edge in node.dependencies { edges.append(edge) }
      edges.endNode()
    }
    let numbers = farm.stacks.names.map { StackID(DependencyGraph.number(ofPlaceholder: $0)) }
    self.init(
      specs: SpecTables(
        names: farm.names, variantLists: farm.variantLists,
        stackSets: farm.stackSets.map {
          StackSet(stacks: $0.stacks.map { numbers[Int($0)] }.sorted(), listsRoot: false)
        },
        bodies: farm.bodies),
      bodyOfNode: farm.bodyOfSpec, hashes: farm.hashes,
      states: nodes.map { SpecState($0) }, edges: edges)
  }

  /// A name for a stack of which only the number is known.
  private static func placeholder(_ stack: StackID) -> String { String(stack) }

  private static func number(ofPlaceholder name: String) -> Int { Int(name) ?? 0 }

  /// The same graph in a farm that has other numbers for its stacks. Complexity: O(stack sets).
  func renumbered(stacks: [StackID]) -> DependencyGraph {
    var specs = specs
    specs.stackSets = specs.stackSets.map { set in
      StackSet(stacks: set.stacks.map { stacks[Int($0)] }, listsRoot: set.listsRoot)
    }
    return DependencyGraph(
      specs: specs, bodyOfNode: bodyOfNode, hashes: hashes, states: states, edges: edges, shard: shard)
  }
}

extension SpecState {
  fileprivate init(_ node: DependencyGraph.Node) {
    self = .indexed
    if node.isBuilt { insert(.built) }
    if node.isExternal { insert(.external) }
  }
}

extension EdgeColumns {
  fileprivate mutating func append(_ edge: DependencyGraph.Edge) {
    guard let kind = number(of: Kind(types: edge.types, virtuals: edge.virtuals)) else { return }
    if let node = edge.node {
      append(node, kind: kind)
    } else {
      append(Unknown(package: edge.package, hash: edge.hash), kind: kind)
    }
  }
}

extension Farm {
  /// The name tables together.
  var names: FarmNames {
    FarmNames(
      packages: packages, versions: versions, stacks: stacks, targets: targets, oses: oses, platforms: platforms,
      compilers: compilers)
  }
}
