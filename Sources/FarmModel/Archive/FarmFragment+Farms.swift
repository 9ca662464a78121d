extension FarmFragment {
  /// Takes farms apart again: `FarmAssembly` makes the same farms of the fragment, alone or together with the fragments of
  /// farms of other packages. Complexity: O(bodies + specs + edges).
  package init(_ farms: [Farm]) {
    self.init()
    for farm in farms {
      if let graph = farm.dependencies { append(farm, graph) } else { append(SpecColumns(farm), of: farm.snapshot) }
    }
  }

  /// What an index describes comes from the graph, and all else from the farm.
  private mutating func append(_ farm: Farm, _ graph: DependencyGraph) {
    let nodeOfSpec = graph.nodeOfSpec(in: farm)
    append(SpecColumns(farm).selected { nodeOfSpec[$0] == nil }, of: farm.snapshot)
    let firstSpec = bodyOfSpec.count
    var own: [Int] = []
    for node in 0..<DependencyGraph.NodeID(graph.nodeCount) where graph.isOwn(node) { own.append(Int(node)) }
    var columns = SpecColumns(graph, stacks: farm.stacks)
    if own.count < graph.nodeCount { columns = columns.selected { graph.isOwn(DependencyGraph.NodeID($0)) } }
    append(columns, of: farm.snapshot, firstRecord: states.count)
    for node in own { states.append(graph.states[node]) }
    append(edges: graph, of: own, firstSpec: firstSpec)
  }

  /// Appends specs, which stand in the order of their packages. They bring their own names behind those that are there;
  /// assembling makes them one again.
  private mutating func append(_ columns: SpecColumns, of snapshot: String, firstRecord: Int? = nil) {
    let bases = Bases(self)
    append(columns.tables)
    let firstBody = bodies.count
    let firstSpec = bodyOfSpec.count
    for body in columns.tables.bodies { bodies.append(FarmFragment.body(body, bases)) }
    for body in columns.bodyOfSpec { bodyOfSpec.append(body + UInt32(firstBody)) }
    hashes.append(0..<columns.hashes.count, of: columns.hashes)
    offsets.append(contentsOf: repeatElement(0, count: columns.hashes.count))
    var (spec, body) = (0, 0)
    while spec < columns.bodyOfSpec.count {
      let package = columns.package(of: spec)
      let start = (spec: spec, body: body)
      while spec < columns.bodyOfSpec.count, columns.package(of: spec) == package { spec += 1 }
      while body < columns.tables.bodies.count, columns.tables.bodies[body].package == package { body += 1 }
      runs.append(
        Run(
          snapshot: snapshot, package: columns.tables.names.packages[package], path: "",
          bodies: firstBody + start.body..<firstBody + body, specs: firstSpec + start.spec..<firstSpec + spec,
          firstRecord: firstRecord.map { $0 + start.spec }))
    }
  }

  private mutating func append(_ tables: SpecTables) {
    versions += tables.names.versions.versions.map(\.text)
    platforms += tables.names.platforms.names
    oses += tables.names.oses.names
    targets += tables.names.targets.names
    compilers += tables.names.compilers.compilers.map(\.written)
    let firstStack = UInt32(stacks.count)
    stacks += tables.names.stacks.names
    stacks.append(Farm.aggregateStack)
    let aggregate = UInt32(stacks.count - 1)
    for set in tables.stackSets {
      stackSets.append(set.stacks.map { $0 + firstStack } + (set.listsRoot ? [aggregate] : []))
    }
    var numbers: [String: UInt32] = [:]
    for list in tables.variantLists {
      variantLists.append(
        list.written.map { text in
          if let number = numbers[text], NameTable.isSame(variants[Int(number)], text) { return number }
          numbers[text] = UInt32(variants.count)
          variants.append(text)
          return UInt32(variants.count - 1)
        })
    }
  }

  /// Appends the dependencies of some nodes, which are the specs from `firstSpec` on. Nodes that are not among them
  /// belong to other parts of the farm, and are told by their hashes.
  private mutating func append(edges graph: DependencyGraph, of own: [Int], firstSpec: Int) {
    let kinds = graph.edges.kinds.map { edges.number(of: $0) }
    var numbers = [UInt32](repeating: .max, count: graph.nodeCount)
    for (position, node) in own.enumerated() { numbers[node] = UInt32(firstSpec + position) }
    var elsewhere: [DependencyGraph.NodeID: Int] = [:]
    for node in own {
      for edge in graph.edges.range(of: node) {
        guard let kind = kinds[Int(graph.edges.kindNumber(edge))] else { continue }
        if let unknown = graph.edges.unknown(edge) {
          edges.append(unknown, kind: kind)
        } else if let target = graph.edges.node(edge), numbers[Int(target)] != .max {
          edges.append(numbers[Int(target)], kind: kind)
        } else if let target = graph.edges.node(edge) {
          let number =
            elsewhere[target]
            ?? edges.add(
              EdgeColumns.Unknown(package: graph.package(of: target), hash: graph.hash(of: target), isElsewhere: true))
          elsewhere[target] = number
          edges.append(unknown: number, kind: kind)
        }
      }
      edges.endNode()
    }
  }

  /// How much the fragment held before a farm was appended.
  private struct Bases {
    let version, platform, os, target, compiler, stackSet, variantList: UInt32

    init(_ fragment: FarmFragment) {
      version = UInt32(fragment.versions.count)
      platform = UInt32(fragment.platforms.count)
      os = UInt32(fragment.oses.count)
      target = UInt32(fragment.targets.count)
      compiler = UInt32(fragment.compilers.count)
      stackSet = UInt32(fragment.stackSets.count)
      variantList = UInt32(fragment.variantLists.count)
    }
  }

  private static func body(_ body: SpecBody, _ bases: Bases) -> Body {
    let compiler: UInt32 =
      switch body.compiler {
      case .unrecorded: Body.unrecordedCompiler
      case .noCompiler: Body.noCompiler
      case .known(let number): number + bases.compiler
      }
    return Body(
      version: body.version + bases.version, platform: body.platform + bases.platform, os: body.os + bases.os,
      target: body.target + bases.target, compiler: compiler, variants: body.variants + bases.variantList,
      stacks: body.stacks + bases.stackSet)
  }
}

/// Specs in the order of their packages, of a farm or of a graph of dependencies.
private struct SpecColumns {
  var tables: SpecTables
  var bodyOfSpec: [BodyID]
  var hashes: HashColumn

  init(_ farm: Farm) {
    tables = SpecTables(
      names: farm.names, variantLists: farm.variantLists, stackSets: farm.stackSets, bodies: farm.bodies)
    bodyOfSpec = farm.bodyOfSpec
    hashes = farm.hashes
  }

  /// The stacks of a graph have the numbers of its farm.
  init(_ graph: DependencyGraph, stacks: NameTable) {
    tables = graph.specs
    tables.names.stacks = stacks
    bodyOfSpec = graph.bodyOfNode
    hashes = graph.hashes
  }

  func package(of spec: Int) -> PackageID { tables.bodies[Int(bodyOfSpec[spec])].package }

  /// Those specs alone. Complexity: O(specs + bodies).
  func selected(where isChosen: (Int) -> Bool) -> SpecColumns {
    let selection = SpecSelection(hashes, bodyOfSpec, tables.bodies, where: isChosen)
    var columns = self
    columns.tables.bodies = selection.bodies
    columns.bodyOfSpec = selection.bodyOfSpec
    columns.hashes = selection.hashes
    return columns
  }
}
