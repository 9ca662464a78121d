import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel
import Reports
import Testing

/// Outcomes made by hand, for every format alike.
enum ReportExamples: String, CaseIterable, Sendable {
  case empty, oneGap, many, hostile

  func input() throws -> ReportInput {
    switch self {
    case .empty: try ReportExamples.empty()
    case .oneGap: try ReportExamples.oneGap()
    case .many: try ReportExamples.many()
    case .hostile: try ReportExamples.hostile()
    }
  }

  static func today() throws -> CalendarDate { try #require(CalendarDate("2026-11-20")) }

  static let coverage = Sentence.coverage(
    CoverageSentence(
      subject: .everyVersion(range: nil, source: .carried), verb: .built,
      placements: [.everyStack(main: false, parts: [.targets])]))

  static func outcome(_ snapshots: [SnapshotOutcome], exitStatus: Int32, diagnostics: [Diagnostic] = []) throws
    -> Outcome
  {
    Outcome(
      today: try today(), isComplete: true, exitStatus: exitStatus, snapshots: snapshots, diagnostics: diagnostics)
  }

  static func snapshot(_ name: String, _ policies: [PolicyOutcome]) -> SnapshotOutcome {
    SnapshotOutcome(
      snapshot: name, documentCount: 2, packageCount: 1, specCount: 115, stackCount: 7, targetCount: 3,
      policies: policies)
  }

  private static func empty() throws -> ReportInput {
    ReportInput(outcome: try outcome([], exitStatus: 2), toolVersion: "0.0.0")
  }

  private static func oneGap() throws -> ReportInput {
    var tallies = Tallies()
    (tallies.required, tallies.covered, tallies.gaps) = (14, 13, 1)
    let policy = Policy(
      name: "every-version-on-every-stack-target", title: "Every version, everywhere its stack runs",
      sentence: coverage, text: "every version built on every stack's targets",
      reason: "A user on any supported machine finds any published version.",
      place: SourcePlace(file: "farm.policy", line: 2, column: 3))
    let gap = Finding(
      status: .gap,
      cell: Cell(package: "py-pyproject-hooks", version: "1.2.0", stack: "e4s", target: "x86_64_v3"))
    let outcome = PolicyOutcome(policy: policy, verdict: .fails, tallies: tallies, findings: [gap])
    return ReportInput(
      outcome: try self.outcome([snapshot("develop", [outcome])], exitStatus: 1),
      documentOfPackage: ["py-pyproject-hooks": "pages/py-pyproject-hooks.md"], toolVersion: "0.0.0")
  }
}
