extension PreparedConstraint {
  /// What hashes and the graph of dependencies tell about each spec of a farm; `nil` if nothing is asked of them.
  static func specTruths(of constraint: SpecConstraint, in farm: Farm) throws(SpecSyntaxError) -> [Truth]? {
    let needsCompiler = constraint.node.compiler != nil && farm.dependencies != nil
    guard constraint.needsGraph || constraint.node.hashPrefix != nil || needsCompiler else { return nil }
    var truths = [Truth](repeating: .yes, count: farm.specCount)
    if let prefix = constraint.node.hashPrefix {
      for spec in truths.indices { truths[spec] = Truth(farm.hashes[spec].utf8.starts(with: prefix.utf8)) }
    }
    guard constraint.needsGraph || needsCompiler else { return truths }
    guard let graph = farm.dependencies else { throw .noGraph(for: constraint) }
    var judge = DependencyJudge(graph)
    let nodes = graph.nodeOfSpec(in: farm)
    for dependency in constraint.dependencies {
      let verdicts = judge.verdicts(on: dependency)
      for (spec, node) in nodes.enumerated() {
        truths[spec] = truths[spec].and(node.map { verdicts[Int($0)] } ?? .unknown)
      }
    }
    if let compiler = constraint.node.compiler {
      let verdicts = judge.verdicts(on: compiler.asDependency)
      for (spec, node) in nodes.enumerated() {
        let recorded = compiler.judge(farm.compiler(of: spec))
        truths[spec] = truths[spec].and(recorded.or(node.map { verdicts[Int($0)] } ?? .no))
      }
    }
    return truths
  }
}

extension SpecNodeConstraint.CompilerConstraint {
  /// The same asked of the graph: since Spack 1.0 a compiler is a direct dependency.
  var asDependency: DependencyConstraint {
    var node = SpecNodeConstraint()
    node.name = CompilerNames.package(of: name)
    node.versions = versions
    return DependencyConstraint(reach: .direct, virtuals: [], node: node, offset: 0, length: 1)
  }
}

extension Farm {
  func compiler(of spec: Int) -> SpecCompiler {
    switch bodies[Int(bodyOfSpec[spec])].compiler {
    case .unrecorded: .unrecorded
    case .noCompiler: .none
    case .known(let compiler): .known(compilers[compiler])
    }
  }
}

extension DependencyGraph {
  /// For each spec of a farm its node, if the graph has it. Both stand in the order of package and hash, so one pass
  /// finds them. Complexity: O(specs + nodes).
  func nodeOfSpec(in farm: Farm) -> [NodeID?] {
    var node = 0
    var found = [NodeID?](repeating: nil, count: farm.specCount)
    for package in farm.packages.names.indices {
      let name = farm.packages[PackageID(package)]
      for spec in farm.specs(of: PackageID(package)) {
        let hash = farm.hashes[spec]
        while node < nodes.count, nodes[node].stands(before: name, hash) { node += 1 }
        guard node < nodes.count else { return found }
        if NameTable.isSame(nodes[node].hash, hash), NameTable.isSame(nodes[node].package, name) {
          found[spec] = NodeID(node)
        }
      }
    }
    return found
  }
}

extension DependencyGraph.Node {
  fileprivate func stands(before package: String, _ hash: String) -> Bool {
    if NameTable.isSame(self.package, package) { return NameTable.precedes(self.hash, hash) }
    return NameTable.precedes(self.package, package)
  }

  /// What is judged of the node itself.
  var facts: SpecFacts {
    let state = hasNoCompiler ? SpecCompiler.none : compiler.map { .known(Compiler(written: $0)) } ?? .unrecorded
    return SpecFacts(
      package: package, version: version, platform: platform, os: os, target: target, compiler: state,
      variants: variants, hash: hash)
  }
}

extension SpecSyntaxError {
  fileprivate static func noGraph(for constraint: SpecConstraint) -> SpecSyntaxError {
    let first = constraint.dependencies.first
    let shown = first?.normalForm ?? "this"
    return SpecSyntaxError(
      reason: .unanswerable, offset: first?.offset ?? 0, length: first?.length ?? 1,
      message: "\(shown) asks for a dependency, and pages do not record dependencies",
      help: "load the snapshot's indexes (index.json), which do, or leave it out")
  }
}
