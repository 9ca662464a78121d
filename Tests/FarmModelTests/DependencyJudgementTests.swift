import FarmModel
import Testing

struct DependencyJudgementTests {
  /// a → b → a: a circle, as only a broken index can have; c depends on something that no index has.
  private func farm() -> Farm {
    let edges: [String: [DependencyGraph.Edge]] = [
      "a": [.init(node: 1, package: "b", hash: "b", types: .link, virtuals: [])],
      "b": [.init(node: 0, package: "a", hash: "a", types: .link, virtuals: [])],
      "c": [.init(node: nil, package: "lost", hash: "x", types: .link, virtuals: ["mpi"])],
    ]
    let nodes = ["a", "b", "c"].map { name in
      DependencyGraph.Node(
        hash: name, package: name, version: "1.0", platform: "linux", os: "ubuntu22.04", target: "x86_64_v3",
        compiler: "gcc@=11.4.0", hasNoCompiler: false, variants: VariantList(written: []), stacks: [], isBuilt: true,
        isExternal: false, dependencies: edges[name] ?? [])
    }
    let farm = Farm(
      snapshot: "develop",
      specs: nodes.map { SpecDescription(package: $0.package, version: "1.0", hash: $0.hash, compiler: $0.compiler) })
    let names = FarmNames(
      packages: farm.packages, versions: farm.versions, stacks: farm.stacks, targets: farm.targets, oses: farm.oses,
      platforms: farm.platforms, compilers: farm.compilers)
    return Farm(
      snapshot: farm.snapshot, names: names, variantLists: farm.variantLists, stackSets: farm.stackSets,
      bodies: farm.bodies, bodyOfSpec: farm.bodyOfSpec, hashes: farm.hashes,
      dependencies: DependencyGraph(nodes: nodes))
  }

  @Test(arguments: [
    ("^b", [Truth.yes, .yes, .unknown]), ("^b@2:", [.no, .no, .unknown]), ("%b", [.yes, .no, .no]),
    ("^lost", [.no, .no, .yes]), ("%lost@1:", [.no, .no, .unknown]), ("^mpi", [.no, .no, .yes]),
    ("%gcc", [.yes, .yes, .yes]), ("%clang", [.no, .no, .no]), ("^b%gcc@11", [.yes, .yes, .unknown]),
    ("^b%clang", [.no, .no, .unknown]), ("/a", [.yes, .no, .no]),
  ])
  func `circles end, and what no index has is unknown`(text: String, truths: [Truth]) throws {
    let prepared = try PreparedConstraint(SpecConstraint(text), for: farm())
    #expect((0..<3).map { prepared.judge(spec: $0) } == truths)
    #expect((0..<3).map { prepared.judge(body: $0) } == truths)
  }
}
