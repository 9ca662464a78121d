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
      let fragment = fragments[reference.fragment]
      if !numbers[reference.fragment].isEmpty { numbers[reference.fragment][spec] = UInt32(states.count) }
      guard let record = fragment.record(of: spec, in: fragment.runs[reference.run]) else {
        state.insert(.built)
        continue
      }
      state.formUnion(fragment.states[record])
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
  ///   - names: the package of a fragment's spec.
  func edges(_ fragments: [FarmFragment], nodes: [UInt32]?) -> EdgeColumns {
    var edges = EdgeColumns()
    edges.reserveCapacity(
      nodes: states.count, edges: fragments.reduce(0) { $0 + $1.edges.edgeCount })
    let kinds = fragments.map { fragment in fragment.edges.kinds.map { edges.number(of: $0) } }
    for origin in origins where origin.fragment != .max {
      let fragment = fragments[Int(origin.fragment)]
      for edge in fragment.edges.range(of: Int(origin.record)) {
        guard let kind = kinds[Int(origin.fragment)][Int(fragment.edges.kindNumber(edge))] else { continue }
        append(edge, of: Int(origin.fragment), fragment, kind: kind, nodes: nodes, to: &edges)
      }
      edges.endNode()
    }
    return edges
  }

  private func append(
    _ edge: Int, of number: Int, _ fragment: FarmFragment, kind: UInt16, nodes: [UInt32]?, to edges: inout EdgeColumns
  ) {
    guard let target = fragment.edges.node(edge) else {
      if let unknown = fragment.edges.unknown(edge) { edges.append(unknown, kind: kind) }
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
