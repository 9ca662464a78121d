import FarmModel

/// The waves of some builds: the longest way from a build down to what it depends on, counted in builds.
///
/// Builds and nodes of the graph are vertices of one graph: a build leads to what its own nodes depend on, a node to what
/// it depends on and to the builds of its package and version. Vertices on a common cycle have the same wave.
struct BuildWaves {
  private let builds: [PlannedBuild]
  private let graph: DependencyGraph
  private let nodes: VersionNodes
  private let buildsOfVersion: [VersionNodes.Key: [Int]]
  private let buildOfHash: [String: Int]

  init(_ builds: [PlannedBuild], _ graph: DependencyGraph, _ nodes: VersionNodes) {
    self.builds = builds
    self.graph = graph
    self.nodes = nodes
    buildsOfVersion = Dictionary(grouping: builds.indices) {
      VersionNodes.Key(package: builds[$0].package, version: builds[$0].version)
    }
    buildOfHash = Dictionary(builds.indices.compactMap { build in builds[build].hash.map { ($0, build) } }) {
      first, _ in first
    }
  }

  /// A vertex: builds come first, then nodes.
  private typealias Vertex = Int

  /// The wave of each build, from 1. Complexity: O(nodes and edges that can be reached).
  func waves() -> [Int] {
    var state = Search()
    for build in builds.indices where state.order[build] == nil { visit(build, &state) }
    return builds.indices.map { state.height[$0] ?? 1 }
  }

  /// Tarjan's search for strongly connected components with a stack of its own, so that no chain is too deep.
  private struct Search {
    struct Level {
      var vertex: Vertex
      var next: [Vertex]
      var position = 0
    }

    var order: [Vertex: Int] = [:]
    var lowest: [Vertex: Int] = [:]
    var open: [Vertex] = []
    var isOpen: Set<Vertex> = []
    /// How many builds are on the longest way down, the vertex itself counted if it is a build.
    var height: [Vertex: Int] = [:]
    var levels: [Level] = []
  }

  private func visit(_ start: Vertex, _ state: inout Search) {
    enter(start, &state)
    while let level = state.levels.last {
      if level.position < level.next.count {
        state.levels[state.levels.count - 1].position += 1
        let next = level.next[level.position]
        if state.order[next] == nil {
          enter(next, &state)
        } else if state.isOpen.contains(next) {
          lower(level.vertex, to: state.order[next], &state)
        }
        continue
      }
      state.levels.removeLast()
      if let parent = state.levels.last?.vertex { lower(parent, to: state.lowest[level.vertex], &state) }
      if state.lowest[level.vertex] == state.order[level.vertex] { close(level.vertex, &state) }
    }
  }

  private func enter(_ vertex: Vertex, _ state: inout Search) {
    state.order[vertex] = state.order.count
    state.lowest[vertex] = state.order[vertex]
    state.open.append(vertex)
    state.isOpen.insert(vertex)
    state.levels.append(Search.Level(vertex: vertex, next: successors(of: vertex)))
  }

  private func lower(_ vertex: Vertex, to order: Int?, _ state: inout Search) {
    if let order, let lowest = state.lowest[vertex], order < lowest { state.lowest[vertex] = order }
  }

  /// Closes the component of which a vertex was entered first; everything below it is closed already.
  private func close(_ first: Vertex, _ state: inout Search) {
    var members: [Vertex] = []
    while let vertex = state.open.popLast() {
      state.isOpen.remove(vertex)
      members.append(vertex)
      if vertex == first { break }
    }
    var below = 0
    for member in members {
      for next in successors(of: member) { below = max(below, state.height[next] ?? 0) }
    }
    let height = below + (members.contains { $0 < builds.count } ? 1 : 0)
    for member in members { state.height[member] = height }
  }

  private func successors(of vertex: Vertex) -> [Vertex] {
    if vertex < builds.count {
      return ownNodes(of: builds[vertex]).flatMap { dependencies(of: $0) }.filter { $0 != vertex }
    }
    let number = DependencyGraph.NodeID(vertex - builds.count)
    let key = VersionNodes.Key(package: graph.package(of: number), version: graph.version(of: number))
    let missing = buildsOfVersion[key, default: []].filter { build in
      builds[build].hash.map { NameTable.isSame($0, graph.hash(of: number)) } ?? true
    }
    return dependencies(of: number) + missing
  }

  private func dependencies(of node: DependencyGraph.NodeID) -> [Vertex] {
    graph.edges.range(of: Int(node)).compactMap { edge in
      graph.edges.node(edge).map { builds.count + Int($0) }
        ?? graph.edges.unknown(edge).flatMap { buildOfHash[$0.hash] }
    }
  }

  /// The nodes that tell what a build depends on.
  private func ownNodes(of build: PlannedBuild) -> [DependencyGraph.NodeID] {
    if let hash = build.hash { return graph.number(of: build.package, hash).map { [$0] } ?? [] }
    let alike = nodes.nodes(build.package, build.version)
    if !alike.isEmpty { return alike }
    return build.modelledOn.flatMap { graph.number(of: build.package, $0) }.map { [$0] } ?? []
  }
}
