extension SnapshotAssembler {
  /// Makes the farm of all that was taken in.
  mutating func finish(snapshot: String) -> Farm {
    let dependencies = graph.map { dependencyGraph($0) }
    var names = names.farm
    var kept = bodies.bodies
    if let graph, !graph.states.allSatisfy({ $0.contains(.built) }) {
      let selection = SpecSelection(hashes, bodyOfSpec, kept) { graph.states[$0].contains(.built) }
      (hashes, bodyOfSpec) = (selection.hashes, selection.bodyOfSpec)
      (names, kept) = names.reduced(to: selection.bodies)
      mayHaveUnusedLists = true
    }
    let tables = tables(names: names, bodies: kept)
    return Farm(
      snapshot: snapshot, names: names, variantLists: tables.variantLists, stackSets: tables.stackSets,
      bodies: tables.bodies, bodyOfSpec: bodyOfSpec, hashes: hashes, dependencies: dependencies)
  }

  private func dependencyGraph(_ graph: GraphGathering) -> DependencyGraph {
    let specs = AssembledSpecs(
      packages: names.farm.packages, bodies: bodies.bodies, bodyOfSpec: bodyOfSpec, hashes: hashes)
    if graph.states.allSatisfy({ $0.contains(.indexed) }) {
      return DependencyGraph(
        specs: tables(names: names.farm, bodies: bodies.bodies), bodyOfNode: bodyOfSpec, hashes: hashes,
        states: graph.states, edges: graph.edges(fragments, nodes: nil, among: specs))
    }
    let selection = SpecSelection(hashes, bodyOfSpec, bodies.bodies) { graph.states[$0].contains(.indexed) }
    var nodes = [UInt32](repeating: .max, count: hashes.count)
    for (node, spec) in selection.specs.enumerated() { nodes[spec] = UInt32(node) }
    return DependencyGraph(
      specs: tables(names: names.farm, bodies: selection.bodies), bodyOfNode: selection.bodyOfSpec,
      hashes: selection.hashes, states: selection.specs.map { graph.states[$0] },
      edges: graph.edges(fragments, nodes: nodes, among: specs))
  }

  /// The tables that bodies point into; lists that none of them has are left out where there may be such.
  private func tables(names: FarmNames, bodies: [SpecBody]) -> SpecTables {
    var bodies = bodies
    var stackOrder = Array(0..<UInt32(stackSets.count))
    var variantOrder = Array(0..<UInt32(variantLists.count))
    if mayHaveUnusedLists {
      let (stackNumbers, stacksInUse) = SnapshotAssembler.firstUses(bodies.lazy.map(\.stacks), stackSets.count)
      let (variantNumbers, variantsInUse) = SnapshotAssembler.firstUses(
        bodies.lazy.map(\.variants), variantLists.count)
      for index in bodies.indices {
        bodies[index].stacks = stackNumbers[Int(bodies[index].stacks)]
        bodies[index].variants = variantNumbers[Int(bodies[index].variants)]
      }
      stackOrder = stacksInUse
      variantOrder = variantsInUse
    }
    return SpecTables(
      names: names, variantLists: variantLists.table(of: variantOrder), stackSets: stackOrder.map { stackSet($0) },
      bodies: bodies)
  }

  /// New numbers in the order of first use, and the old ones in that order.
  private static func firstUses(_ numbers: some Sequence<UInt32>, _ count: Int) -> (new: [UInt32], old: [UInt32]) {
    var new = [UInt32](repeating: .max, count: count)
    var old: [UInt32] = []
    for number in numbers where new[Int(number)] == .max {
      new[Int(number)] = UInt32(old.count)
      old.append(number)
    }
    return (new, old)
  }

  private func stackSet(_ number: UInt32) -> StackSet {
    let list = stackSets[number]
    return StackSet(
      stacks: list.filter { $0 != SnapshotNames.aggregate }, listsRoot: list.last == SnapshotNames.aggregate)
  }
}
