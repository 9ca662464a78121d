import BuildPlanner
import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel
import Reports

/// Farms with everything the page shows, from nothing to hostile.
enum HTMLExamples {
  static let all: [String] = ["empty", "one-gap", "many", "hostile"]

  static func input(_ name: String) throws -> HTMLReportInput {
    switch name {
    case "empty": try empty()
    case "one-gap": try oneGap()
    case "many": try many()
    default: try hostile()
    }
  }

  static func today() throws -> CalendarDate {
    struct NotADay: Error {}
    guard let today = CalendarDate("2026-11-20") else { throw NotADay() }
    return today
  }

  static func empty() throws -> HTMLReportInput {
    let farm = Farm(snapshot: "develop", specs: [])
    return HTMLReportInput(
      outcome: snapshotOutcome(farm, documents: 0, policies: []), farm: farm, toolVersion: "0.1.0", today: try today())
  }

  static func oneGap() throws -> HTMLReportInput {
    let specs = [
      SpecDescription(package: "zlib", version: "1.3", hash: hash(1), stacks: ["e4s"]),
      SpecDescription(package: "zlib", version: "1.2.13", hash: hash(2), stacks: ["e4s"]),
      SpecDescription(package: "hdf5", version: "1.14.3", hash: hash(3), target: "x86_64_v4", stacks: ["e4s"]),
    ]
    let farm = Farm(snapshot: "develop", specs: specs)
    let judged = HTMLNaiveJudge(specs: specs).everyVersionOnEveryTarget(of: ["zlib"]).dropLast()
    let cells = Array(judged)
    return HTMLReportInput(
      outcome: snapshotOutcome(farm, documents: 2, policies: [HTMLNaiveJudge.outcome(coverage(), cells)]), farm: farm,
      details: [HTMLPolicyDetail(reading: "for every version v of p", grids: HTMLNaiveJudge.grids(cells))],
      documents: ["pages/hdf5/specs.md", "pages/zlib/specs.md"], toolVersion: "0.1.0", today: try today())
  }

  /// A policy that asks for every version on every stack's targets.
  static func coverage(
    name: String = "every-version-everywhere", waivers: [Waiver] = [], reason: String? = nil
  ) -> Policy {
    Policy(
      name: name, title: "Every version, everywhere its stack runs",
      sentence: .coverage(
        CoverageSentence(
          subject: .everyVersion(range: nil, source: .carried), verb: .built,
          placements: [.everyStack(main: false, parts: [.targets])])),
      text: "every version built on every stack's targets", waivers: waivers,
      reason: reason, place: SourcePlace(file: "farm.policy", line: 4, column: 3))
  }

  static func duplicates() -> Policy {
    Policy(
      name: "no-duplicates",
      sentence: .count(
        CountSentence(bound: .atMost(1), counted: .builds, dimensions: [.package, .version, .stack, .target])),
      text: "at most 1 build per package, version, stack and target", severity: .warning,
      reason: "Rebuilding the same thing costs runners that others wait for.")
  }

  static func orphans() -> Policy {
    Policy(
      name: "no-orphans", sentence: .prohibition(ProhibitionSentence(isOrphaned: true, conditions: [])),
      text: "no orphaned builds", severity: .note)
  }

  static func snapshotOutcome(_ farm: Farm, documents: Int, policies: [PolicyOutcome]) -> SnapshotOutcome {
    SnapshotOutcome(
      snapshot: farm.snapshot, documentCount: documents, packageCount: farm.packages.count, specCount: farm.specCount,
      stackCount: farm.stacks.count, targetCount: farm.targets.count, policies: policies)
  }

  /// A hash of Spack's form that differs for each number.
  static func hash(_ number: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
    var text = ""
    var rest = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<32 {
      text.append(letters[Int(rest >> 58) & 31])
      rest = rest &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
    }
    return text
  }
}
