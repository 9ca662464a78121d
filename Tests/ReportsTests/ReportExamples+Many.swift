import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel
import Reports
import Testing

extension ReportExamples {
  /// Two snapshots, every verdict, every status, waivers in force and expired, a baseline, an unreadable document.
  static func many() throws -> ReportInput {
    let policies = [try gaps(), duplicates(), prohibition(), loss(), vacuous(), holding()]
    let trouble = Diagnostic(
      code: "document/truncated", message: "the page ends within a spec",
      labels: [Diagnostic.Label(place: SourcePlace(file: "pages/zlib.md", line: 6, column: 118))],
      help: "fetch it again")
    var outcome = try outcome(
      [snapshot("develop", policies), snapshot("develop-2026-11-15", [holding()])], exitStatus: 1,
      diagnostics: [trouble])
    outcome.isComplete = false
    return ReportInput(outcome: outcome, toolVersion: "0.0.0")
  }

  private static func gaps() throws -> PolicyOutcome {
    var tallies = Tallies()
    (tallies.required, tallies.covered, tallies.gaps, tallies.waived, tallies.undetermined) = (600, 352, 242, 3, 3)
    tallies.packagesWithoutRequirement = 2
    let until = try #require(CalendarDate("2027-01-31"))
    let past = try #require(CalendarDate("2026-01-31"))
    let policy = Policy(
      name: "wide", sentence: coverage, text: "every version built on every stack's targets",
      waivers: [
        Waiver(pattern: Pattern(text: "packages aa-*"), until: until, reason: "LTS only"),
        Waiver(pattern: Pattern(text: "packages ab-*"), until: past, reason: "runner was broken"),
      ], passingPercentage: Percentage(hundredths: 9950), reason: "Users find what they read about.",
      place: SourcePlace(file: "farm.policy", line: 9, column: 3))
    var findings: [Finding] = []
    for package in 0..<40 {
      for stack in 0..<(package % 12 + 1) {
        let cell = Cell(
          package: "package-\(package + 10)", version: "1.\(package % 3)", stack: "stack-\(stack + 10)",
          target: "x86_64_v3")
        findings.append(Finding(status: .gap, cell: cell, isNew: stack == 0))
      }
    }
    findings[0].waiver = 0
    findings[1].waiver = 0
    findings[2].status = .undetermined
    findings[3].expiredWaiver = 1
    findings[4].isInBaseline = true
    return PolicyOutcome(policy: policy, verdict: .fails, tallies: tallies, findings: findings)
  }

  private static func duplicates() -> PolicyOutcome {
    var tallies = Tallies()
    tallies.violations = 1
    let sentence = Sentence.count(
      CountSentence(
        bound: .atMost(1), counted: .builds, dimensions: [.package, .version, .stack, .compiler, .variants]))
    let policy = Policy(
      name: "built-once", sentence: sentence,
      text: "at most 1 build per package, version, stack, compiler and variants",
      severity: .warning, place: SourcePlace(file: "other.policy", line: 1, column: 1))
    let cell = Cell(
      package: "hdf5", version: "1.14.5", stack: "e4s", compiler: "gcc@11.4.0",
      variants: ["+mpi", "~ipo", "build_type=Release", "libs:=shared,static"])
    return PolicyOutcome(
      policy: policy, verdict: .warns, tallies: tallies, findings: [Finding(status: .excess, cell: cell, count: 10)])
  }

  private static func prohibition() -> PolicyOutcome {
    var tallies = Tallies()
    tallies.violations = 12
    let policy = Policy(
      name: "no orphaned builds", sentence: .prohibition(ProhibitionSentence(isOrphaned: true, conditions: [])),
      text: "no orphaned builds", severity: .note)
    let findings = (10..<22).map { number in
      Finding(
        status: .forbidden,
        cell: Cell(package: "zlib", version: "1.3", hash: "\(number)aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))
    }
    return PolicyOutcome(policy: policy, verdict: .noted, tallies: tallies, findings: findings)
  }

  private static func loss() -> PolicyOutcome {
    var tallies = Tallies()
    tallies.violations = 1
    let policy = Policy(
      name: "no version lost", sentence: .loss(LossSentence(lost: .version)), text: "no version lost",
      place: SourcePlace(file: "farm.policy", line: 20, column: 3))
    let finding = Finding(status: .lost, cell: Cell(package: "zlib", version: "1.2.13", stack: "e4s"))
    return PolicyOutcome(policy: policy, verdict: .fails, tallies: tallies, findings: [finding])
  }

  private static func vacuous() -> PolicyOutcome {
    let policy = Policy(
      name: "locked", sentence: .wanted(WantedSentence(wanted: .lockedRoot)), text: "every locked root built")
    return PolicyOutcome(policy: policy, verdict: .vacuous, tallies: Tallies(), findings: [])
  }

  private static func holding() -> PolicyOutcome {
    var tallies = Tallies()
    (tallies.required, tallies.covered) = (1_234, 1_234)
    let policy = Policy(name: "latest", sentence: coverage, text: "the latest version built in every stack")
    return PolicyOutcome(policy: policy, verdict: .holds, tallies: tallies, findings: [])
  }
}
