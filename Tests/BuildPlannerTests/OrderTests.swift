import BuildPlanner
import CoverageEngine
import CoveragePolicy
import FarmModel
import Testing

/// Waves: a build comes after the missing builds that it depends on.
struct OrderTests {
  /// A farm of packages that depend on each other as told, each missing in stack `t`.
  private func farm(_ edges: [String: [String]]) -> Farm {
    let names = edges.keys.sorted()
    let specs = names.flatMap { name in
      [
        SpecDescription(package: name, version: "1.0", hash: "h-\(name)", compiler: "gcc@=12.1.0", stacks: ["s"]),
        SpecDescription(package: name, version: "2.0", hash: "i-\(name)", compiler: "gcc@=12.1.0", stacks: ["t"]),
      ]
    }
    let nodes = names.map { name in
      DependencyGraph.Node(
        hash: "h-\(name)", package: name, version: "1.0", platform: "linux", os: "ubuntu22.04", target: "x86_64_v3",
        compiler: "gcc@=12.1.0", hasNoCompiler: false, variants: VariantList(written: []), stacks: [0], isBuilt: true,
        isExternal: false,
        dependencies: edges[name, default: []].map { dependency in
          DependencyGraph.Edge(
            node: names.firstIndex(of: dependency).map { UInt32($0) }, package: dependency, hash: "h-\(dependency)",
            types: .link, virtuals: [])
        })
    }
    return Farm(snapshot: "develop", specs: specs).with(DependencyGraph(nodes: nodes))
  }

  private func waves(_ edges: [String: [String]]) throws -> [String: Int] {
    let farm = farm(edges)
    let policies = try Fixture.policies("policy p {\n  versions 1.0 built in stacks t\n}\n")
    let plan = BuildPlanner.plan(farm: farm, outcome: try Fixture.outcome(farm, policies))
    return Dictionary(plan.builds.map { ($0.package, $0.wave) }) { first, _ in first }
  }

  @Test func `a build waits for what it depends on, however far`() throws {
    #expect(try waves(["a": ["b"], "b": ["c"], "c": [], "d": []]) == ["a": 3, "b": 2, "c": 1, "d": 1])
  }

  @Test func `builds that depend on each other share a wave`() throws {
    #expect(try waves(["a": ["b"], "b": ["c"], "c": ["b", "d"], "d": []]) == ["a": 3, "b": 2, "c": 2, "d": 1])
  }

  @Test func `a chain of thousands of builds is no trouble`() throws {
    let names = (0..<1000).map { "p\(1000 + $0)" }
    var edges: [String: [String]] = [:]
    for (number, name) in names.enumerated() { edges[name] = number == 0 ? [] : [names[number - 1]] }
    #expect(try waves(edges)["p1999"] == 1000)
  }
}

extension Farm {
  fileprivate func with(_ graph: DependencyGraph) -> Farm {
    Farm(
      snapshot: snapshot,
      names: FarmNames(
        packages: packages, versions: versions, stacks: stacks, targets: targets, oses: oses, platforms: platforms,
        compilers: compilers),
      variantLists: variantLists, stackSets: stackSets, bodies: bodies, bodyOfSpec: bodyOfSpec, hashes: hashes,
      dependencies: graph)
  }
}
