import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel
import Testing

struct VerdictTests {
  static func verdict(_ rule: String, isStrict: Bool = false, _ change: (inout Tallies) -> Void) -> Verdict? {
    var tallies = Tallies()
    change(&tallies)
    return PolicyParser.parseRule(rule).policies.first.map { Verdict.of($0, tallies, isStrict: isStrict) }
  }

  static let sentence = "every version built in every stack"

  @Test func `one gap breaks a policy, by its severity`() {
    let gap: (inout Tallies) -> Void = { ($0.required, $0.gaps) = (3, 1) }
    #expect(VerdictTests.verdict(VerdictTests.sentence, gap) == .fails)
    #expect(VerdictTests.verdict(VerdictTests.sentence + "; severity warning", gap) == .warns)
    #expect(VerdictTests.verdict(VerdictTests.sentence + "; severity note", gap) == .noted)
  }

  @Test func `a percentage is of what could be judged, waived cells with it`() {
    let rule = VerdictTests.sentence + "; passing at 90%"
    #expect(
      VerdictTests.verdict(rule) { ($0.required, $0.gaps, $0.undetermined, $0.waived) = (20, 1, 10, 3) } == .holds)
    #expect(VerdictTests.verdict(rule) { ($0.required, $0.gaps, $0.undetermined) = (20, 2, 10) } == .fails)
  }

  @Test func `what could not be judged is vacuous, and breaks a policy only when strict`() {
    #expect(VerdictTests.verdict(VerdictTests.sentence) { _ in } == .vacuous)
    #expect(VerdictTests.verdict(VerdictTests.sentence) { ($0.required, $0.undetermined) = (2, 2) } == .vacuous)
    let some: (inout Tallies) -> Void = { ($0.required, $0.covered, $0.undetermined) = (2, 1, 1) }
    #expect(VerdictTests.verdict(VerdictTests.sentence, some) == .holds)
    #expect(VerdictTests.verdict(VerdictTests.sentence, isStrict: true, some) == .fails)
  }

  static func outcome(_ verdicts: [Verdict]) throws -> [SnapshotOutcome] {
    let policy = try #require(PolicyParser.parseRule(sentence).policies.first)
    return [
      SnapshotOutcome(
        snapshot: "develop", documentCount: 1, packageCount: 1, specCount: 1, stackCount: 1, targetCount: 1,
        policies: verdicts.map { PolicyOutcome(policy: policy, verdict: $0, tallies: Tallies(), findings: []) })
    ]
  }

  @Test(arguments: [
    ([Verdict.holds, .vacuous, .warns, .noted], false, false, CoverageEngine.ExitStatus.passed),
    ([.holds, .vacuous], false, true, .failed), ([.holds, .fails], false, false, .failed),
    ([.vacuous, .vacuous], false, true, .unjudged), ([], false, false, .unjudged),
    ([.holds], true, false, .unjudged),
  ])
  func `the exit status follows the verdicts`(
    _ verdicts: [Verdict], _ hasErrors: Bool, _ isStrict: Bool, _ expected: CoverageEngine.ExitStatus
  ) throws {
    let outcomes = try VerdictTests.outcome(verdicts)
    #expect(CoverageEngine.ExitStatus.of(outcomes, hasErrors: hasErrors, isStrict: isStrict) == expected)
  }

  @Test func `a sentence of billions of cells is refused with their number`() throws {
    let specs = (0..<600).map { number in
      SpecDescription(
        package: "p", version: "1.\(number)", hash: "h\(number)", os: "os\(number)", target: "t\(number)",
        compiler: "gcc@=\(number)", stacks: ["s\(number)"])
    }
    let rule = "every version built on every target, in every os, with every compiler, in every stack"
    let options = JudgingOptions(today: try #require(CalendarDate("2026-11-20")))
    let outcomes = SnapshotJudge.judge(
      Farm(snapshot: "develop", specs: specs), policies: PolicyParser.parseRule(rule).policies, documentCount: 1,
      options: options)
    let diagnostic = try #require(outcomes.policies.first?.diagnostics.first)
    #expect(diagnostic.code == "policy/too-many-cells" && diagnostic.message.contains("77760000000000"))
    #expect(CoverageEngine.ExitStatus.of([outcomes], hasErrors: false, isStrict: false) == .unjudged)
  }

  @Test func `stacks counted for each of a hundred thousand stacks are refused with the number of pairs`() throws {
    let stacks = (0..<100_000).map { "s\($0)" }
    let farm = Farm(
      snapshot: "develop", specs: [SpecDescription(package: "p", version: "1", hash: "h", stacks: stacks)])
    let options = JudgingOptions(today: try #require(CalendarDate("2026-11-20")))
    for rule in ["at most 3 stacks per stack", "at most 3 stacks per package and stack"] {
      let outcome = SnapshotJudge.judge(
        farm, policies: PolicyParser.parseRule(rule).policies, documentCount: 1, options: options)
      let diagnostic = try #require(outcome.policies.first?.diagnostics.first)
      #expect(diagnostic.code == "policy/too-many-cells" && diagnostic.message.contains("10000000000"))
    }
  }

  @Test func `clauses that match nothing, or nothing that needs them, are pointed out`() throws {
    let specs = ["e4s", "ml"].map {
      SpecDescription(package: "zlib", version: "1.0", hash: "h" + $0, compiler: "gcc@=1", stacks: [$0])
    }
    let rule =
      "every version built in every stack; except packages absent; waive stacks e4s until 2027-01-01 because \"x\""
    var options = JudgingOptions(today: try #require(CalendarDate("2026-11-20")))
    func codes() -> [String] {
      SnapshotJudge.judge(
        Farm(snapshot: "develop", specs: specs), policies: PolicyParser.parseRule(rule).policies, documentCount: 1,
        options: options
      ).policies.flatMap { $0.diagnostics.map(\.code) }
    }
    #expect(codes() == ["policy/unused-exception", "policy/needless-waiver"])
    options.hasSeveralSnapshots = true
    #expect(codes().isEmpty)
  }
}
