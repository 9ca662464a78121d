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
