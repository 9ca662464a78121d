extension DependencyGraph {
  /// For each node, whether it satisfies what is asked of it, with compilers looked for among its direct dependencies
  /// too. Complexity: O(nodes + bodies, + edges if a compiler is asked for).
  func truths(of constraint: SpecNodeConstraint) -> [Truth] {
    var alike = constraint
    alike.hashPrefix = nil
    alike.compiler = nil
    let ofBodies = bodyTruths(of: alike)
    var truths = bodyOfNode.map { ofBodies[Int($0)] }
    if let prefix = constraint.hashPrefix {
      for node in truths.indices where truths[node] != .no && !hashes[node].utf8.starts(with: prefix.utf8) {
        truths[node] = .no
      }
    }
    if let compiler = constraint.compiler {
      let dependencies = self.truths(of: compiler.asDependency.node)
      for node in truths.indices where truths[node] != .no {
        var truth = compiler.judge(self.compiler(of: node))
        for edge in edges.range(of: node) {
          if let dependency = edges.node(edge) { truth = truth.or(dependencies[Int(dependency)]) }
        }
        truths[node] = truths[node].and(truth)
      }
    }
    return truths
  }

  /// For each node, whether it satisfies as a provider of a virtual package what is asked of that: everything but the
  /// name, and the versions are those that it provides.
  func providerTruths(of constraint: SpecNodeConstraint) -> [Truth] {
    var anonymous = constraint
    anonymous.name = nil
    anonymous.versions = nil
    let truths = truths(of: anonymous)
    guard let name = constraint.name, let versions = constraint.versions else { return truths }
    let ofBodies = specs.bodies.map { body in
      ProvidedVersions.versions(
        of: name, by: specs.names.packages[body.package], at: specs.names.versions[body.version]
      )
      .map { Truth($0.intersects(versions)) } ?? .unknown
    }
    return zip(truths, bodyOfNode).map { $0.and(ofBodies[Int($1)]) }
  }

  /// What holds for all nodes of a body alike.
  private func bodyTruths(of constraint: SpecNodeConstraint) -> [Truth] {
    let package = constraint.name.map { specs.names.packages.number(of: $0) }
    return specs.bodies.map { body in
      if let package, package != body.package { return .no }
      return constraint.judge(facts(of: body))
    }
  }

  /// What is judged of the nodes of a body; the hash is left out.
  private func facts(of body: SpecBody) -> SpecFacts {
    let names = specs.names
    return SpecFacts(
      package: names.packages[body.package], version: names.versions[body.version].text,
      platform: names.platforms[body.platform], os: names.oses[body.os], target: names.targets[body.target],
      compiler: .unrecorded, variants: specs.variantLists[Int(body.variants)], hash: "")
  }

  private func compiler(of node: Int) -> SpecCompiler {
    switch specs.bodies[Int(bodyOfNode[node])].compiler {
    case .unrecorded: .unrecorded
    case .noCompiler: .none
    case .known(let compiler): .known(specs.names.compilers[compiler])
    }
  }
}
