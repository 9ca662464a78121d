import BuildPlanner
import CoverageEngine
import CoveragePolicy
import FarmModel
import Testing

/// Plans of the very specs that a lockfile names.
struct LockedPlanTests {
  private static let (hdf5, zlib, lost) = (
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "cccccccccccccccccccccccccccccccc"
  )

  private static func node(
    _ package: String, _ hash: String, variants: [String] = ["+shared"], on dependencies: [String] = []
  ) -> DependencyGraph.Node {
    DependencyGraph.Node(
      hash: hash, package: package, version: "1.0", platform: "linux", os: "ubuntu22.04", target: "x86_64_v3",
      compiler: "gcc@12.1.0", hasNoCompiler: false, variants: VariantList(written: variants), stacks: [],
      isBuilt: false, isExternal: false,
      dependencies: dependencies.map {
        DependencyGraph.Edge(node: nil, package: "zlib", hash: $0, types: .link, virtuals: [])
      })
  }

  /// The stack wants hdf5, which needs zlib, and has neither.
  private static let nodes = [
    node("hdf5", hdf5, variants: ["+shared", "patches:=0123456789", "api:=v112,v114"], on: [zlib]), node("zlib", zlib),
  ]

  private static let specs = [
    SpecDescription(
      package: "zlib", version: "1.0", hash: "dddddddddddddddddddddddddddddddd", platform: "linux", os: "ubuntu22.04",
      target: "x86_64_v3", compiler: "gcc@=12.1.0", variants: VariantList(written: ["+shared"]), stacks: ["ml"])
  ]

  private func plan(
    _ text: String, roots: [String], specs: [SpecDescription] = LockedPlanTests.specs,
    _ change: (inout PlanOptions) -> Void = { _ in }
  ) throws -> Plan {
    var judging = JudgingOptions(today: try #require(CalendarDate("2026-11-20")))
    judging.wantedLists = [
      WantedList(
        stack: "e4s", roots: roots,
        specs: roots.map { hash in
          WantedList.Spec(
            hash: hash, package: hash == LockedPlanTests.zlib ? "zlib" : "hdf5", version: "1.0", isExternal: false,
            dependencies: [])
        })
    ]
    let farm = Farm(snapshot: "develop", specs: specs)
    let outcome = SnapshotJudge.judge(
      farm, policies: try Fixture.policies(text), documentCount: 1, options: judging)
    var options = PlanOptions()
    options.lockedSpecs = LockedPlanTests.nodes
    change(&options)
    return BuildPlanner.plan(farm: farm, outcome: outcome, options: options)
  }

  private static let rootsBuilt = "policy roots {\n  every locked root built\n}\n"

  @Test func `a missing root is built as the lockfile has it`() throws {
    let plan = try plan(LockedPlanTests.rootsBuilt, roots: [LockedPlanTests.hdf5])
    let build = try #require(plan.builds.first)
    #expect(plan.builds.count == 1 && plan.unplannable.isEmpty && plan.isMinimal && plan.lowerBound == 1)
    #expect(build.basis == .locked && build.hash == LockedPlanTests.hdf5 && build.modelledOn == nil)
    #expect(build.abstractSpec == "hdf5/\(LockedPlanTests.hdf5)")
    #expect(
      build.exactSpec
        == "hdf5@=1.0 api=v112,v114 +shared platform=linux os=ubuntu22.04 target=x86_64_v3 %gcc@=12.1.0")
    #expect(build.stacks == ["e4s"] && build.closes.map(\.cell.hash) == [LockedPlanTests.hdf5])
  }

  @Test func `a root comes after the root that it needs`() throws {
    let plan = try plan(LockedPlanTests.rootsBuilt, roots: [LockedPlanTests.hdf5, LockedPlanTests.zlib])
    #expect(plan.builds.map(\.package) == ["zlib", "hdf5"] && plan.builds.map(\.wave) == [1, 2])
  }

  @Test func `a hash that no lockfile describes cannot be planned`() throws {
    let plan = try plan(LockedPlanTests.rootsBuilt, roots: [LockedPlanTests.lost])
    #expect(plan.builds.isEmpty && plan.unplannable.map(\.gap.cell.hash) == [LockedPlanTests.lost])
    #expect(plan.unplannable.first?.reason.contains(LockedPlanTests.lost) == true)
  }

  @Test func `one locked build closes the gap of a coverage policy too`() throws {
    let text =
      LockedPlanTests.rootsBuilt + "policy everywhere {\n  every version built in stacks e4s\n  for packages zlib\n}\n"
    let here = SpecDescription(
      package: "cmake", version: "3", hash: "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", platform: "linux", os: "ubuntu22.04",
      target: "x86_64_v3", compiler: "gcc@=12.1.0", stacks: ["e4s"])
    let plan = try plan(text, roots: [LockedPlanTests.zlib], specs: LockedPlanTests.specs + [here])
    #expect(plan.builds.map(\.basis) == [.locked])
    #expect(plan.builds.first?.closes.map(\.policy).sorted() == ["everywhere", "roots"])
  }

  @Test func `a locked plan that is done leaves nothing to do`() throws {
    let roots = [LockedPlanTests.hdf5, LockedPlanTests.zlib]
    let plan = try plan(LockedPlanTests.rootsBuilt, roots: roots)
    let rest = try self.plan(LockedPlanTests.rootsBuilt, roots: roots) { $0.assumeBuilt = plan.builds }
    #expect(rest.builds.isEmpty && rest.unplannable.isEmpty)
    let other = try self.plan(LockedPlanTests.rootsBuilt, roots: roots) {
      $0.assumeBuilt = plan.builds.map { build in
        var build = build
        (build.hash, build.closes) = (LockedPlanTests.lost, [])
        return build
      }
    }
    #expect(other.builds.count == 2)
  }

  @Test func `a build that uses no compiler closes cells of any when it is taken as done`() throws {
    let specs = [
      SpecDescription(
        package: "py-a", version: "1.0", hash: "1", target: "x86_64_v3", hasNoCompiler: true, stacks: ["s"]),
      SpecDescription(
        package: "b", version: "1.0", hash: "2", target: "x86_64_v3", hasNoCompiler: true, stacks: ["t"]),
    ]
    let farm = Farm(snapshot: "develop", specs: specs)
    let policies = try Fixture.policies(
      "policy p {\n  versions 1.0 built in stacks t, with compilers gcc@12.1.0\n  for packages py-a\n}\n")
    let outcome = try Fixture.outcome(farm, policies)
    var build = try #require(BuildPlanner.plan(farm: farm, outcome: outcome).builds.first)
    #expect(build.hasNoCompiler && build.compiler == nil)
    build.closes = []
    var options = PlanOptions()
    options.assumeBuilt = [build]
    #expect(BuildPlanner.plan(farm: farm, outcome: outcome, options: options).builds.isEmpty)
    build.hasNoCompiler = false
    options.assumeBuilt = [build]
    #expect(BuildPlanner.plan(farm: farm, outcome: outcome, options: options).builds.count == 1)
  }
}
