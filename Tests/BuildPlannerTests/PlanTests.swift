import BuildPlanner
import CoverageEngine
import CoveragePolicy
import FarmModel
import Testing

/// What a plan holds besides its size.
struct PlanTests {
  private static let seeds = ["seeds/001_f0240a5b0be510ba.txt", "seeds/004_9321c0c32c47eeb7.txt"]
  private static let everywhere = "policy gaps {\n  every version built on every stack's targets\n}\n"

  @Test func `the worked example has exactly its two builds`() throws {
    let farm = try Fixture.farm(PlanTests.seeds, snapshot: "develop")
    let plan = BuildPlanner.plan(farm: farm, outcome: try Fixture.outcome(farm, Fixture.policies(PlanTests.everywhere)))
    let spec = { (target: String) in
      "py-pyproject-hooks@=1.2.0 build_system=python_pip platform=linux os=ubuntu22.04 target=\(target) %gcc@=11.4.0"
    }
    #expect(plan.builds.map(\.exactSpec) == [spec("neoverse_v1"), spec("x86_64_v3")])
    #expect(plan.builds.map(\.stacks) == [["e4s-neoverse_v1"], ["e4s"]])
    #expect(plan.builds.map(\.abstractSpec) == ["py-pyproject-hooks@=1.2.0", "py-pyproject-hooks@=1.2.0"])
    #expect(plan.builds.last?.modelledOn == "6lhxdpn4e2rkcgahp33ztjzxyxuwac3b")
    #expect(plan.isMinimal && plan.lowerBound == 2 && plan.opened.isEmpty)
  }

  private func farm(_ changes: [(String, String, String, [String])]) -> Farm {
    Farm(
      snapshot: "develop",
      specs: changes.enumerated().map { number, change in
        SpecDescription(
          package: change.0, version: change.1, hash: "\(number)", target: change.2, compiler: "gcc@=12.1.0",
          stacks: change.3)
      })
  }

  @Test(arguments: ["1.0; rm -rf", "$(id)", "`id`", "1\n2", "${{ secrets.x }}", "-rf", "1.0\u{430}"])
  func `a hostile version is refused and listed`(_ version: String) throws {
    let farm = farm([("a", version, "x86_64_v3", ["s"]), ("a", "2.0", "x86_64_v3", ["t"])])
    let outcome = try Fixture.outcome(farm, Fixture.policies("policy p {\n  every version built in every stack\n}\n"))
    let plan = BuildPlanner.plan(farm: farm, outcome: outcome)
    #expect(plan.builds.map(\.version) == ["2.0"])
    #expect(plan.refused.map(\.value) == [version] && plan.refused.map(\.field) == ["version"])
    #expect(plan.refused.first?.closes.count == 1)
  }

  @Test func `a limit keeps what closes most and says what it left`() throws {
    let farm = farm([
      ("a", "1.0", "x86_64_v3", ["s"]), ("a", "2.0", "x86_64_v3", ["t"]), ("b", "1.0", "x86_64_v3", ["s"]),
      ("b", "2.0", "x86_64_v3", ["s"]), ("b", "2.0", "x86_64_v2", ["s", "t"]),
    ])
    let text = """
      policy p {\n  every version built in every stack\n}
      policy q {\n  every version built on targets x86_64_v3\n}\n
      """
    let outcome = try Fixture.outcome(farm, Fixture.policies(text))
    var options = PlanOptions()
    let all = BuildPlanner.plan(farm: farm, outcome: outcome, options: options)
    options.limit = 1
    let limited = BuildPlanner.plan(farm: farm, outcome: outcome, options: options)
    let most = all.builds.map(\.closes.count).max()
    #expect(limited.builds.count == 1 && limited.leftOut == all.builds.count - 1)
    #expect(limited.builds.first?.closes.count == most)
  }

  @Test func `a plan that is done leaves nothing to do`() throws {
    let farm = try Fixture.farm(PlanTests.seeds, snapshot: "develop")
    let text = PlanTests.everywhere + "policy runs {\n  every version built on at least 3 targets of a64fx, *\n}\n"
    let outcome = try Fixture.outcome(farm, Fixture.policies(text))
    var options = PlanOptions()
    let plan = BuildPlanner.plan(farm: farm, outcome: outcome)
    #expect(!plan.builds.isEmpty)
    options.assumeBuilt = plan.builds
    let rest = BuildPlanner.plan(farm: farm, outcome: outcome, options: options)
    #expect(rest.builds.isEmpty && rest.unplannable == plan.unplannable)
    options.assumeBuilt = [plan.builds[0]]
    let some = BuildPlanner.plan(farm: farm, outcome: outcome, options: options)
    #expect(some.builds.count == plan.builds.count - 1)
  }

  @Test func `policies, packages, stacks and severities narrow a plan`() throws {
    let farm = farm([
      ("a", "1.0", "x86_64_v3", ["s"]), ("a", "2.0", "x86_64_v3", ["t"]), ("b", "1.0", "x86_64_v3", ["s"]),
      ("b", "2.0", "x86_64_v3", ["t"]),
    ])
    let text = """
      policy hard {\n  every version built in every stack\n}
      policy soft {\n  every version built in every stack, on targets zen4\n  severity warning\n}\n
      """
    let outcome = try Fixture.outcome(farm, Fixture.policies(text))
    func count(_ change: (inout PlanOptions) -> Void) -> Int {
      var options = PlanOptions()
      change(&options)
      return BuildPlanner.plan(farm: farm, outcome: outcome, options: options).builds.count
    }
    #expect(count { _ in } == 4)
    #expect(count { $0.packages = [NamePattern("a")] } == 2)
    #expect(count { $0.stacks = [NamePattern("s*")] } == 2)
    #expect(count { $0.policies = [NamePattern("soft")] } == 0)
    #expect(count { $0.severities = [.warning] } == 4)
    #expect(count { $0.severities = [.error, .warning] } == 8)
  }
}
