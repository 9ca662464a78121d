/// Gathers, for the specs of a snapshot in the order of their numbers, what indexes say besides their attributes.
struct GraphGathering {
  /// Where a record stands that tells a spec's dependencies.
  private struct Origin {
    var fragment: UInt32
    var record: UInt32
  }

  /// For each spec what it is.
  private(set) var states: [SpecState] = []
  private var origins: [Origin] = []
  /// For each fragment with an index, the numbers that its specs have in the snapshot; `UInt32.max` where they have
  /// none, because documents contradict each other.
  private var numbers: [[UInt32]]

  init(_ fragments: [FarmFragment]) {
    numbers = fragments.map { $0.states.isEmpty ? [] : [UInt32](repeating: .max, count: $0.bodyOfSpec.count) }
  }

  mutating func reserveCapacity(_ count: Int) {
    states.reserveCapacity(count)
    origins.reserveCapacity(count)
  }

  /// Takes the next spec, which is described at these places.
  mutating func append(_ places: [(run: RunReference, spec: Int)], _ fragments: [FarmFragment]) {
    var state: SpecState = []
    var origin: Origin?
    for (reference, spec) in places {
      if !numbers[reference.fragment].isEmpty { numbers[reference.fragment][spec] = UInt32(states.count) }
      // Part by part, for a whole fragment or run is much to copy for each spec.
      guard let first = fragments[reference.fragment].runs[reference.run].firstRecord else {
        state.insert(.built)
        continue
      }
      let record = first + spec - fragments[reference.fragment].runs[reference.run].specs.lowerBound
      state.formUnion(fragments[reference.fragment].states[record])
      if origin == nil { origin = Origin(fragment: UInt32(reference.fragment), record: UInt32(record)) }
    }
    if state.contains(.external) { state.remove(.built) }
    states.append(state)
    origins.append(origin ?? Origin(fragment: .max, record: 0))
  }

  /// The dependencies of those specs that an index describes.
  ///
  /// - Parameters:
  ///   - nodes: for each spec its number among these; `nil` where each spec is one.
  ///   - specs: all specs, among which dependencies are found that stand in other fragments.
  func edges(_ fragments: [FarmFragment], nodes: [UInt32]?, among specs: AssembledSpecs) -> EdgeColumns {
    let elsewhere = fragments.map { fragment in
      fragment.edges.unknowns.map { $0.isElsewhere ? specs.number(of: $0.package, $0.hash) : nil }
    }
    var edges = EdgeColumns()
    edges.reserveCapacity(
      nodes: states.count, edges: fragments.reduce(0) { $0 + $1.edges.edgeCount })
    let kinds = fragments.map { fragment in fragment.edges.kinds.map { edges.number(of: $0) } }
    var number = 0
    var fragment = fragments.first ?? FarmFragment()
    for origin in origins where origin.fragment != .max {
      if origin.fragment != number {
        number = Int(origin.fragment)
        fragment = fragments[number]
      }
      for edge in fragment.edges.range(of: Int(origin.record)) {
        guard let kind = kinds[number][Int(fragment.edges.kindNumber(edge))] else { continue }
        let spec = fragment.edges.unknownNumber(edge).flatMap { elsewhere[number][$0] }
        let node = spec.map { spec in nodes.map { $0[Int(spec)] } ?? spec }
        if let node, node != .max {
          edges.append(node, kind: kind)
        } else {
          append(edge, of: number, fragment, kind: kind, nodes: nodes, to: &edges)
        }
      }
      edges.endNode()
    }
    return edges
  }

  private func append(
    _ edge: Int, of number: Int, _ fragment: FarmFragment, kind: UInt16, nodes: [UInt32]?, to edges: inout EdgeColumns
  ) {
    guard let target = fragment.edges.node(edge) else {
      if let unknown = fragment.edges.unknown(edge) {
        edges.append(EdgeColumns.Unknown(package: unknown.package, hash: unknown.hash), kind: kind)
      }
      return
    }
    let spec = numbers[number][Int(target)]
    if spec != .max {
      edges.append(nodes.map { $0[Int(spec)] } ?? spec, kind: kind)
    } else {
      edges.append(
        EdgeColumns.Unknown(package: fragment.package(of: Int(target)), hash: fragment.hashes[Int(target)]), kind: kind)
    }
  }
}

extension FarmFragment {
  /// The package of a spec; empty where its run was taken out. Complexity: O(log runs).
  fileprivate func package(of spec: Int) -> String {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].specs.upperBound <= spec { low = middle + 1 } else { high = middle }
    }
    return low < runs.count && runs[low].specs.contains(spec) ? runs[low].package : ""
  }
}

/// All specs of a snapshot by package and hash, to find one.
struct AssembledSpecs {
  let packages: NameTable
  let bodies: [SpecBody]
  let bodyOfSpec: [BodyID]
  let hashes: HashColumn

  /// The number of a spec. Complexity: O(log specs).
  func number(of package: String, _ hash: String) -> UInt32? {
    guard let package = packages.number(of: package) else { return nil }
    var (low, high) = (0, bodyOfSpec.count)
    while low < high {
      let middle = low + (high - low) / 2
      let other = bodies[Int(bodyOfSpec[middle])].package
      let isBefore = other == package ? NameTable.precedes(hashes[middle], hash) : other < package
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low < bodyOfSpec.count, bodies[Int(bodyOfSpec[low])].package == package,
      NameTable.isSame(hashes[low], hash)
    else { return nil }
    return UInt32(low)
  }
}
