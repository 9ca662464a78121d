import CoveragePolicy
import CoverageEngine
import Diagnostics
import FarmModel

/// Writes `buildcover/check/1`, the form that other programs read; the README of the formats tells its fields.
package struct JSONReporter: Reporter {
  package init() {}

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    let outcome = input.outcome
    let findings = outcome.snapshots.reduce(0) { $0 + $1.policies.reduce(0) { $0 + $1.findings.count } }
    var writer = JSONWriter(reservingBytes: 4096 + 384 * findings)
    writer.object { writer in
      writer.field("schema", "buildcover/check/1")
      writer.field("today", outcome.today.description)
      writer.field("complete", outcome.isComplete)
      writer.field("exitStatus", Int(outcome.exitStatus))
      writer.objects("snapshots", outcome.snapshots) { JSONReporter.write($1, to: &$0) }
      writer.diagnostics("diagnostics", outcome.allDiagnostics)
    }
    output.write(writer.text)
  }

  private static func write(_ snapshot: SnapshotOutcome, to writer: inout JSONWriter) {
    writer.field("snapshot", snapshot.snapshot)
    writer.field("documents", snapshot.documentCount)
    writer.field("packages", snapshot.packageCount)
    writer.field("specs", snapshot.specCount)
    writer.field("stacks", snapshot.stackCount)
    writer.field("targets", snapshot.targetCount)
    writer.objects("policies", snapshot.policies) { write($1, to: &$0) }
  }

  private static func write(_ outcome: PolicyOutcome, to writer: inout JSONWriter) {
    let policy = outcome.policy
    writer.field("policy", policy.name)
    writer.field("title", ifPresent: policy.title)
    writer.field("sentence", policy.text)
    if let place = policy.place { writer.place("place", place) }
    writer.field("severity", policy.severity.rawValue)
    writer.field("verdict", outcome.verdict.rawValue)
    let tallies = outcome.tallies
    if policy.sentence.requiresCells {
      writer.field("required", tallies.required)
      writer.field("covered", tallies.covered)
      writer.field("gaps", tallies.gaps)
    } else {
      writer.field("violations", tallies.violations)
    }
    writer.field("waived", tallies.waived)
    writer.field("undetermined", tallies.undetermined)
    writer.findings("findings", outcome.findings, policy: policy.name)
  }
}

extension Outcome {
  /// Those of the run and those of its policies, each once, in printing order.
  var allDiagnostics: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let all = diagnostics + snapshots.flatMap(\.policies).flatMap(\.diagnostics)
    return all.filter { seen.insert($0).inserted }.sorted(by: Diagnostic.inPrintingOrder)
  }
}
