import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel

/// Writes GitLab's Code Quality JSON: one issue for each finding that counts, at its policy's line.
package struct GitLabReporter: Reporter {
  package init() {}

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    let snapshots = input.outcome.snapshots
    var writer = JSONWriter()
    writer.array { writer in
      for diagnostic in input.outcome.diagnostics where diagnostic.severity == .error {
        writer.object { GitLabReporter.write(diagnostic, to: &$0) }
      }
      for snapshot in snapshots {
        let name = snapshots.count > 1 ? snapshot.snapshot : nil
        for outcome in snapshot.policies {
          for finding in outcome.active {
            writer.object { GitLabReporter.write(finding, in: outcome, snapshot: name, input: input, to: &$0) }
          }
        }
      }
    }
    output.write(writer.text)
  }

  /// - Parameter snapshot: named where there are several; a farm with one keeps its fingerprints when that is renamed.
  private static func write(
    _ finding: Finding, in outcome: PolicyOutcome, snapshot: String?, input: ReportInput, to writer: inout JSONWriter
  ) {
    let policy = outcome.policy
    let identity = finding.identity(policy: policy.name)
    let among = snapshot.map { TerminalText.visible($0) + ": " } ?? ""
    let document = finding.cell.package.flatMap { input.documentOfPackage[$0] }
    let place = policy.place ?? SourcePlace(file: document ?? "buildcover")
    writer.field("description", among + FindingSentence.text(of: finding, in: policy.sentence))
    writer.field("check_name", policy.name)
    writer.field("fingerprint", Fingerprint.of(snapshot.map { "\($0)\n\(identity)" } ?? identity))
    writer.field("severity", severity(of: policy.severity))
    location(place, to: &writer)
  }

  private static func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    let place = diagnostic.place ?? SourcePlace(file: "buildcover")
    writer.field("description", TerminalText.visible(diagnostic.message))
    writer.field("check_name", diagnostic.code)
    writer.field("fingerprint", Fingerprint.of("\(diagnostic.code)\n\(place)\n\(diagnostic.message)"))
    writer.field("severity", "blocker")
    location(place, to: &writer)
  }

  private static func location(_ place: SourcePlace, to writer: inout JSONWriter) {
    writer.object("location") { writer in
      writer.field("path", place.file.hasPrefix("./") ? String(place.file.dropFirst(2)) : place.file)
      writer.object("lines") { $0.field("begin", max(1, place.line)) }
    }
  }

  private static func severity(of severity: Policy.Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
