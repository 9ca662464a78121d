import FarmModel

/// Puts builds in waves: a build comes after the missing builds that it depends on.
///
/// What a build depends on is read from the indexes: from the specs of its own version, or where there are none from the
/// one that it was modelled on. Builds for different targets never wait for each other. Without indexes there is one
/// wave.
struct BuildOrder {
  private let graph: DependencyGraph?

  init(_ farm: Farm, _ options: PlanOptions) {
    graph = farm.dependencies?.adding(options.lockedSpecs) ?? DependencyGraph(nodes: []).adding(options.lockedSpecs)
  }

  /// Sorts by wave, then package, version, spec. Complexity: O(n log n + targets × (nodes + edges)).
  func order(_ builds: inout [PlannedBuild], _ names: inout PlannerNames) {
    if let graph { setWaves(&builds, graph) }
    let versions = builds.map { build in
      names.farmNumber(of: build.version, .version).map { names.version($0) } ?? Version(build.version)
    }
    let order = builds.indices.sorted { first, second in
      let waves = (builds[first].wave, builds[second].wave)
      if waves.0 != waves.1 { return waves.0 < waves.1 }
      let packages = (builds[first].package, builds[second].package)
      if !NameTable.isSame(packages.0, packages.1) { return NameTable.precedes(packages.0, packages.1) }
      if !NameTable.isSame(builds[first].version, builds[second].version) {
        let order = Version.compare(versions[first], versions[second])
        return order == 0 ? NameTable.precedes(builds[first].version, builds[second].version) : order < 0
      }
      let specs = (builds[first].exactSpec, builds[second].exactSpec)
      if !NameTable.isSame(specs.0, specs.1) { return NameTable.precedes(specs.0, specs.1) }
      return NameTable.precedes(builds[first].hash ?? "", builds[second].hash ?? "")
    }
    builds = order.map { builds[$0] }
  }

  private func setWaves(_ builds: inout [PlannedBuild], _ graph: DependencyGraph) {
    let nodes = VersionNodes(graph)
    let targets = Dictionary(grouping: builds.indices) { builds[$0].target }
    for members in targets.values {
      let waves = BuildWaves(members.map { builds[$0] }, graph, nodes).waves()
      for (build, wave) in zip(members, waves) { builds[build].wave = wave }
    }
  }
}

extension DependencyGraph {
  /// The graph with the nodes of lockfiles that it lacks; `nil` where it has no node then. Complexity: O(n log n) where
  /// nodes are added.
  fileprivate func adding(_ locked: [Node]) -> DependencyGraph? {
    var seen: Set<String> = []
    let added = locked.filter { number(of: $0.package, $0.hash) == nil && seen.insert($0.hash).inserted }
    if added.isEmpty { return nodes.isEmpty ? nil : self }
    let all = nodes + added
    let order = all.indices.sorted { first, second in
      NameTable.isSame(all[first].package, all[second].package)
        ? NameTable.precedes(all[first].hash, all[second].hash)
        : NameTable.precedes(all[first].package, all[second].package)
    }
    var numbers = [NodeID](repeating: 0, count: all.count)
    for (number, position) in order.enumerated() { numbers[position] = NodeID(number) }
    var merged = order.map { all[$0] }
    let found = DependencyGraph(nodes: merged)
    for (number, position) in order.enumerated() {
      let isKnown = position < nodes.count
      for index in merged[number].dependencies.indices {
        let edge = merged[number].dependencies[index]
        let known = isKnown ? edge.node.map { numbers[Int($0)] } : nil
        merged[number].dependencies[index].node = known ?? found.number(of: edge.package, edge.hash)
      }
    }
    return DependencyGraph(nodes: merged)
  }
}

/// The nodes of a graph by package and version.
struct VersionNodes {
  struct Key: Hashable {
    var package: String
    var version: String
  }

  private let graph: DependencyGraph

  init(_ graph: DependencyGraph) { self.graph = graph }

  /// The nodes of a package with a version that are no externals. Complexity: O(log nodes + nodes of the package).
  func nodes(_ package: String, _ version: String) -> [DependencyGraph.NodeID] {
    graph.nodes(of: package).filter { node in
      NameTable.isSame(graph.version(of: node), version) && !graph.isExternal(node)
    }
  }
}
