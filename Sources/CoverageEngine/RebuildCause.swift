import FarmModel

/// A difference deep in the dependencies that made the farm build a configuration again.
package struct RebuildCause: Hashable, Sendable {
  /// What differs in the first specs that differ.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case version, compiler, variants, os, platform, target
    /// One depends on something that the other does not.
    case dependencies
    /// Nothing that the index records: the recipe itself, most likely.
    case recipe
  }

  package var package: String
  package var kind: Kind
  /// The values found, or the packages depended on, sorted; empty for `recipe`.
  package var values: [String]
  /// How many builds were made again because of it.
  package var rebuilds: Int

  /// Compares each build of a group with the group's first one, and counts by cause; a build that has several causes
  /// counts for each. Complexity: O(builds × nodes below them), at most ten thousand pairs of nodes for each build.
  static func ranked(_ graph: DependencyGraph, groups: [BuildWaste.Group]) -> [RebuildCause] {
    var numbers: [String: DependencyGraph.NodeID] = [:]
    for node in 0..<DependencyGraph.NodeID(graph.nodeCount) { numbers[graph.hash(of: node)] = node }
    var rebuilds: [RebuildCause: Set<DependencyGraph.NodeID>] = [:]
    for group in groups {
      let nodes = group.hashes.compactMap { numbers[$0] }
      guard let first = nodes.first else { continue }
      for other in nodes.dropFirst() {
        for cause in GraphComparison.causes(first, other, in: graph) { rebuilds[cause, default: []].insert(other) }
      }
    }
    return rebuilds.map { cause, nodes in
      RebuildCause(package: cause.package, kind: cause.kind, values: cause.values, rebuilds: nodes.count)
    }.sorted { $0.rebuilds == $1.rebuilds ? $0.precedes($1) : $0.rebuilds > $1.rebuilds }
  }

  private func precedes(_ other: RebuildCause) -> Bool {
    if !NameTable.isSame(package, other.package) { return NameTable.precedes(package, other.package) }
    if kind != other.kind { return NameTable.precedes(kind.rawValue, other.kind.rawValue) }
    return values.lexicographicallyPrecedes(other.values, by: NameTable.precedes)
  }
}

/// Walks two builds' dependencies side by side down to the first specs that differ in themselves.
enum GraphComparison {
  private struct Pair: Hashable {
    var first: DependencyGraph.NodeID
    var second: DependencyGraph.NodeID
  }

  /// Hostile or enormous graphs end here; the causes found so far are given.
  private static let pairLimit = 10_000

  static func causes(
    _ first: DependencyGraph.NodeID, _ second: DependencyGraph.NodeID, in graph: DependencyGraph
  ) -> Set<RebuildCause> {
    var causes: Set<RebuildCause> = []
    var seen: Set<Pair> = [Pair(first: first, second: second)]
    var pending = Array(seen)
    while let pair = pending.popLast(), seen.count < pairLimit {
      let (left, right) = (graph.nodes[Int(pair.first)], graph.nodes[Int(pair.second)])
      let own = difference(left, right)
      guard own.isEmpty else {
        causes.formUnion(own)
        continue
      }
      let deeper = differingDependencies(left, right)
      if deeper.isEmpty { causes.insert(RebuildCause(package: left.package, kind: .recipe, values: [], rebuilds: 0)) }
      for next in deeper where seen.insert(next).inserted { pending.append(next) }
    }
    return causes
  }

  /// What two specs of one package differ in themselves, be it their attributes or what they depend on.
  private static func difference(_ first: DependencyGraph.Node, _ second: DependencyGraph.Node) -> [RebuildCause] {
    func cause(_ kind: RebuildCause.Kind, _ left: String, _ right: String) -> RebuildCause? {
      NameTable.isSame(left, right)
        ? nil
        : RebuildCause(package: first.package, kind: kind, values: NameTable([left, right]).names, rebuilds: 0)
    }
    let attributes = [
      cause(.version, first.version, second.version), cause(.os, first.os, second.os),
      cause(.platform, first.platform, second.platform), cause(.target, first.target, second.target),
      cause(.compiler, first.compiler ?? "", second.compiler ?? ""),
      cause(.variants, first.variants.canonicalKey, second.variants.canonicalKey) == nil
        ? nil : variantCause(first, second),
    ].compactMap { $0 }
    if !attributes.isEmpty { return attributes }
    let names = [first, second].map { Set($0.dependencies.map(\.package)) }
    let unmatched = names[0].symmetricDifference(names[1])
    return unmatched.isEmpty
      ? []
      : [
        RebuildCause(
          package: first.package, kind: .dependencies, values: NameTable(unmatched).names, rebuilds: 0)
      ]
  }

  private static func variantCause(_ first: DependencyGraph.Node, _ second: DependencyGraph.Node) -> RebuildCause {
    let lists = [first, second].map { Set($0.variants.canonical) }
    return RebuildCause(
      package: first.package, kind: .variants, values: NameTable(lists[0].symmetricDifference(lists[1])).names,
      rebuilds: 0)
  }

  /// The dependencies of the same package that have different hashes.
  private static func differingDependencies(
    _ first: DependencyGraph.Node, _ second: DependencyGraph.Node
  ) -> [Pair] {
    var others: [String: DependencyGraph.Edge] = [:]
    for edge in second.dependencies { others[edge.package] = edge }
    return first.dependencies.compactMap { edge in
      guard let other = others[edge.package], !NameTable.isSame(edge.hash, other.hash),
        let left = edge.node, let right = other.node
      else { return nil }
      return Pair(first: left, second: right)
    }
  }
}
