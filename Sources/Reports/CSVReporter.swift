import Diagnostics
import CoverageEngine
import CoveragePolicy
import FarmModel

/// Writes one row for each finding (RFC 4180), and one for each document that could not be read.
package struct CSVReporter: Reporter {
  package init() {}

  private static let header = [
    "snapshot", "policy", "severity", "verdict", "status", "package", "version", "stack", "os", "platform", "target",
    "compiler", "variants", "hash", "count", "new", "baseline", "waived_until", "because", "identity",
  ]

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    output.write(CSVText.row(CSVReporter.header))
    for snapshot in input.outcome.snapshots {
      for outcome in snapshot.policies {
        for finding in outcome.findings {
          output.write(CSVText.row(CSVReporter.cells(of: finding, in: outcome, snapshot: snapshot.snapshot)))
        }
      }
    }
    for diagnostic in input.outcome.diagnostics where diagnostic.severity == .error {
      var cells = [String](repeating: "", count: CSVReporter.header.count)
      cells[1] = diagnostic.code
      cells[2] = diagnostic.severity.rawValue
      cells[4] = "error"
      cells[18] = diagnostic.message
      cells[19] = diagnostic.place?.description ?? ""
      output.write(CSVText.row(cells))
    }
  }

  private static func cells(of finding: Finding, in outcome: PolicyOutcome, snapshot: String) -> [String] {
    let cell = finding.cell
    let policy = outcome.policy
    let waiver = finding.waiver.map { policy.waivers[$0] }
    return [
      snapshot, policy.name, policy.severity.rawValue, outcome.verdict.rawValue, finding.statusWord,
      cell.package ?? "", cell.version ?? "", cell.stack ?? "", cell.os ?? "", cell.platform ?? "", cell.target ?? "",
      cell.compiler ?? "", cell.variants?.joined(separator: " ") ?? "", cell.hash ?? "",
      finding.count.map { String($0) } ?? "", finding.isNew == true ? "true" : "",
      finding.isInBaseline ? "true" : "", waiver?.until.description ?? "", waiver?.reason ?? policy.reason ?? "",
      finding.identity(policy: policy.name),
    ]
  }
}
