import BuildPlanner
import CoverageEngine
import CoveragePolicy
import FarmModel
import Testing

/// Over ten thousand seeded small farms: plans are as small as an obvious solver's, and do what they say.
struct SmallFarmTests {
  static let sentences = [
    "every version built on every stack's targets", "every version built in every stack",
    "every version built on every target", "every version runnable on every target",
    "every package built in every stack in the farm", "every package built on targets x86_64_v3, aarch64",
    "every version built with every stack's compilers", "every version built in every stack's configurations",
    "every version built with +x in every stack", "every package built with ~x k=one in every stack",
    "every version built with %gcc@11: on every target", "the latest 2 versions built on every stack's targets",
    "every version built on at least 2 targets of x86_64_v2, x86_64_v3, aarch64 in every stack",
    "every package built with at least 2 compilers of clang@=17.0, gcc@=11.4.0 in every stack",
    "every version built on every package's oses", "versions 2.0, 3.0 built in every stack, on targets zen4",
    "every version built with any of compilers gcc@=11.4.0 on every stack's oses",
  ]

  @Test(arguments: 0..<8) func `plans are smallest and close what they say`(_ shard: Int) throws {
    let policies = try SmallFarmTests.sentences.enumerated().map { number, sentence in
      try #require(Fixture.policies("policy p\(number) {\n  \(sentence)\n}\n").first)
    }
    var planned = 0
    for seed in 0..<TestScale.cases(1280) {
      var random = RandomFarm(seed: UInt64(shard * 100_000 + seed))
      let specs = random.specs()
      var chosen = [random.pick(policies)]
      let second = random.pick(policies)
      if random.next() % 2 > 0, second.name != chosen[0].name { chosen.append(second) }
      planned += try check(specs, chosen, "seed \(shard * 100_000 + seed)", inDepth: seed % 8 == 0, &random)
    }
    #expect(planned * TestScale.divisor > 1000)
  }

  private func check(
    _ specs: [SpecDescription], _ policies: [Policy], _ name: String, inDepth: Bool, _ random: inout RandomFarm
  ) throws -> Int {
    let farm = Farm(snapshot: "develop", specs: specs)
    let outcome = try Fixture.outcome(farm, policies)
    let plan = BuildPlanner.plan(farm: farm, outcome: outcome)
    let obvious = ObviousPlanner(specs, policies)
    var (builds, unplannable) = (0, 0)
    for package in ["a", "b"] {
      var gaps: [ObviousPlanner.Gap] = []
      for (number, policy) in outcome.policies.enumerated() where policy.verdict == .fails {
        for finding in policy.findings where finding.status == .gap && finding.cell.package == package {
          gaps.append(ObviousPlanner.Gap(policy: number, cell: finding.cell))
        }
      }
      let size = obvious.size(gaps, of: package)
      builds += size.builds
      unplannable += size.unplannable
    }
    #expect(plan.builds.count == builds, "\(name)")
    #expect(plan.unplannable.count == unplannable, "\(name)")
    #expect(plan.isMinimal && plan.refused.isEmpty, "\(name)")
    let after = ObviousPlanner(specs + plan.builds.map(\.description), policies)
    for closed in plan.builds.flatMap(\.closes) { #expect(after.covers(closed), "\(name)") }
    if inDepth {
      try PlanCheck(farm, outcome).check(plan)
      try simulate(plan, farm, policies, name)
      let other = Farm(snapshot: "develop", specs: specs.sorted { _, _ in random.next() % 2 == 0 })
      let again = BuildPlanner.plan(farm: other, outcome: try Fixture.outcome(other, policies))
      #expect(plan.builds == again.builds && plan.unplannable == again.unplannable && plan.opened == again.opened)
    }
    return plan.builds.count
  }

  /// Builds the plan: every gap that it closes is covered then, and what is newly required is what it said.
  private func simulate(_ plan: Plan, _ farm: Farm, _ policies: [Policy], _ name: String) throws {
    let built = farm.adding(plan.builds.map(\.description))
    let options = JudgingOptions(today: try #require(CalendarDate("2026-11-20")))
    var opened: [PlannedCell] = []
    for policy in policies {
      let cells = Set(plan.builds.flatMap(\.closes)).filter { $0.policy == policy.name }.map(\.cell)
      var after = try #require(CoverageInspector(policy, of: built, options: options, judging: cells))
      #expect(after.states(of: cells).allSatisfy { $0 == .covered }, "\(name): \(policy.text)")
      var before = try #require(CoverageInspector(policy, of: farm, options: options))
      for package in ["a", "b"] {
        let known = Set(before.requiredCells(of: package).map(\.cell))
        let required = after.requiredCells(of: package).map(\.cell).filter { !known.contains($0) }
        opened += required.map { PlannedCell(policy: policy.name, cell: $0) }
      }
    }
    #expect(Set(plan.opened) == Set(opened) && plan.opened.count == Set(opened).count, "\(name)")
  }
}
