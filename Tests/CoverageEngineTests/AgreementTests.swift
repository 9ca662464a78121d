import CoverageEngine
import CoveragePolicy
import FarmModel
import Testing

/// The engine against brute force, on farms small enough that everything odd happens in them.
struct AgreementTests {
  static let farmsOfSeed = TestScale.cases(5_000)

  @Test(arguments: [1, 2, 3, 4]) func `the engine and brute force agree on seeded farms`(_ seed: UInt64) throws {
    let policies = try Sentences.policies()
    let today = try #require(CalendarDate("2026-11-20"))
    var generator = SeededGenerator(seed: seed)
    for number in 0..<AgreementTests.farmsOfSeed {
      let specs = RandomFarm.specs(&generator)
      let older = RandomFarm.specs(&generator)
      let policy = policies[number % policies.count]
      var options = JudgingOptions(today: today)
      options.older = Farm(snapshot: "older", specs: older)
      let farm = Farm(snapshot: "develop", specs: specs.shuffled(using: &generator))
      let outcome = SnapshotJudge.judge(farm, policies: [policy], documentCount: 1, options: options)
      let expected = NaiveEngine(farm: NaiveFarm(specs: specs), today: today)
        .judge(policy, since: NaiveFarm(specs: older))
      guard let judged = outcome.policies.first else { continue }
      let found = NaiveEngine.Result(judged)
      if found != expected {
        Issue.record("\(policy.text)\n\(specs)\nfound \(found)\nexpected \(expected)")
        return
      }
      let cells = judged.findings.map(\.cell)
      #expect(zip(cells, cells.dropFirst()).allSatisfy { !$1.precedes($0) }, "\(policy.text)")
    }
  }

  @Test func `the order of specs changes nothing`() throws {
    let policies = try Sentences.policies()
    let options = JudgingOptions(today: try #require(CalendarDate("2026-11-20")))
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<6 {
      let specs = RandomFarm.specs(&generator)
      let outcomes = [specs, specs.shuffled(using: &generator)].map { specs in
        SnapshotJudge.judge(
          Farm(snapshot: "develop", specs: specs), policies: policies, documentCount: 1, options: options)
      }
      for (first, second) in zip(outcomes[0].policies, outcomes[1].policies) {
        #expect(first.findings == second.findings && first.tallies == second.tallies, "\(first.policy.text)")
      }
    }
  }

  @Test func `cells looked at one by one have the states that are counted`() throws {
    let policies = try Sentences.policies()
    let options = JudgingOptions(today: try #require(CalendarDate("2026-11-20")))
    var generator = SeededGenerator(seed: 11)
    for number in 0..<TestScale.cases(600) {
      let policy = policies[number % policies.count]
      let farm = Farm(snapshot: "develop", specs: RandomFarm.specs(&generator))
      let outcome = SnapshotJudge.judge(farm, policies: [policy], documentCount: 1, options: options)
      guard var inspector = CoverageInspector(policy, of: farm, options: options) else { continue }
      let required = inspector.packages.flatMap { inspector.requiredCells(of: $0) }
      var tallies = Tallies()
      for (_, state) in required { tallies.count(state) }
      tallies.packagesWithoutRequirement = outcome.policies[0].tallies.packagesWithoutRequirement
      #expect(tallies == outcome.policies[0].tallies, "\(policy.text)")
      let cells = required.map(\.cell)
      var again = try #require(CoverageInspector(policy, of: farm, options: options, judging: cells))
      let states = required.map { $0.state == .waived ? .gap : $0.state }
      #expect(again.states(of: cells) == states, "\(policy.text)")
    }
  }

  @Test func `cells that builds open are those that the larger farm requires and the smaller does not`() throws {
    let policies = try Sentences.policies()
    let today = try #require(CalendarDate("2026-11-20"))
    let options = JudgingOptions(today: today)
    var generator = SeededGenerator(seed: 13)
    for number in 0..<TestScale.cases(600) {
      let policy = policies[number % policies.count]
      guard case .coverage(let sentence) = policy.sentence else { continue }
      let specs = RandomFarm.specs(&generator)
      let builds = RandomFarm.specs(&generator).prefix(3).map { spec in
        var build = spec
        build.hash = "new-" + spec.hash
        return build
      }
      let farm = Farm(snapshot: "develop", specs: specs)
      let opened = CoverageInspector.opened(
        by: builds, under: policy, in: farm, extended: farm.adding(builds), options: options)
      let required = [specs, specs + builds].map { specs in
        let engine = NaiveEngine(farm: NaiveFarm(specs: specs), today: today)
        let named = policy.scopes.flatMap { $0.packages ?? [] }.filter { !$0.isGlob }.map(\.text)
        let packages = Set(specs.map(\.package) + named).filter { engine.isInScope(policy, package: $0) }
        return Set(
          packages.flatMap { engine.requiredCells(policy, sentence, $0) }.filter { cell in
            engine.ruling(policy) { engine.matches($0, cell) } != .excepted
          })
      }
      #expect(Set(opened.map(NaiveEngine.binding)) == required[1].subtracting(required[0]), "\(policy.text)")
    }
  }
}
