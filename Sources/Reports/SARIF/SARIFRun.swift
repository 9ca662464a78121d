import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel

/// One run: the tool with its rules, what went wrong in reading, the results.
struct SARIFRun {
  /// GitHub takes 25,000 results a run and shows 5,000.
  static let resultLimit = 5_000

  let input: ReportInput
  /// `nil` where nothing was judged.
  let snapshot: SnapshotOutcome?
  /// The notifications of all runs stand in the first.
  let isFirst: Bool

  private var policies: [PolicyOutcome] { snapshot?.policies ?? [] }

  func write(to writer: inout JSONWriter) {
    writer.object("tool") { writer in
      writer.object("driver") { writer in
        writer.field("name", "buildcover")
        writer.field("version", input.toolVersion)
        writer.objects("rules", policies) { SARIFRun.writeRule($1, to: &$0) }
      }
    }
    if let snapshot {
      writer.object("automationDetails") { $0.field("id", "buildcover/\(snapshot.snapshot)/") }
    }
    writeInvocation(to: &writer)
    writeResults(to: &writer)
  }

  private static func writeRule(_ outcome: PolicyOutcome, to writer: inout JSONWriter) {
    let policy = outcome.policy
    writer.field("id", policy.name)
    message("shortDescription", policy.title ?? policy.text, to: &writer)
    message("fullDescription", policy.text, to: &writer)
    writer.object("help") { writer in
      let reason = policy.reason.map { "\n\nbecause: \($0)" } ?? ""
      let lines = (policy.text + reason).split(separator: "\n").map { SARIFText.message(String($0)) }
      writer.field("text", lines.joined(separator: "\n"))
      writer.field(
        "markdown",
        MarkdownText.code(policy.text) + (policy.reason.map { "\n\nbecause: \(MarkdownText.prose($0))" } ?? ""))
    }
    writer.object("defaultConfiguration") { $0.field("level", policy.severity.rawValue) }
    writer.object("properties") { writer in
      writer.field("verdict", outcome.verdict.rawValue)
      writer.field("waived", outcome.tallies.waived)
      writer.field("undetermined", outcome.tallies.undetermined)
    }
  }

  private func writeInvocation(to writer: inout JSONWriter) {
    writer.array("invocations") { writer in
      writer.object { writer in
        writer.field("executionSuccessful", input.outcome.exitStatus != 2)
        writer.field("exitCode", Int(input.outcome.exitStatus))
        guard isFirst else { return }
        writer.objects("toolExecutionNotifications", input.outcome.allDiagnostics) { writer, diagnostic in
          writer.object("descriptor") { $0.field("id", diagnostic.code) }
          writer.field("level", diagnostic.severity.rawValue)
          SARIFRun.message("message", diagnostic.message, to: &writer)
          if let place = diagnostic.place {
            writer.array("locations") { $0.object { SARIFRun.writeLocation(place, to: &$0) } }
          }
        }
      }
    }
  }

  private func writeResults(to writer: inout JSONWriter) {
    var room = SARIFRun.resultLimit
    var leftOut = 0
    writer.array("results") { writer in
      for (index, outcome) in policies.enumerated() {
        let active = outcome.active
        for finding in active.prefix(room) {
          writer.object { writeResult(finding, of: outcome, rule: index, to: &$0) }
        }
        leftOut += max(0, active.count - room)
        room -= min(room, active.count)
      }
    }
    guard let snapshot else { return }
    writer.object("properties") { writer in
      writer.field("snapshot", snapshot.snapshot)
      writer.field("complete", input.outcome.isComplete)
      writer.field("resultsLeftOut", leftOut)
    }
  }

  private func writeResult(_ finding: Finding, of outcome: PolicyOutcome, rule: Int, to writer: inout JSONWriter) {
    let policy = outcome.policy
    let reason = policy.reason.map { " (because: \($0))" } ?? ""
    let document = finding.cell.package.flatMap { input.documentOfPackage[$0] }.map { SourcePlace(file: $0) }
    writer.field("ruleId", policy.name)
    writer.field("ruleIndex", rule)
    writer.field("level", policy.severity.rawValue)
    SARIFRun.message("message", FindingSentence.text(of: finding, in: policy.sentence) + reason, to: &writer)
    let place = policy.place ?? document ?? SourcePlace(file: "buildcover")
    writer.array("locations") { $0.object { SARIFRun.writeLocation(place, to: &$0) } }
    if let document, policy.place != nil {
      writer.array("relatedLocations") { writer in
        writer.object { writer in
          writer.field("id", 1)
          SARIFRun.writeLocation(document, to: &writer)
          SARIFRun.message("message", "what the farm has of the package", to: &writer)
        }
      }
    }
    writer.object("partialFingerprints") { writer in
      writer.field("buildcoverIdentity/v1", Fingerprint.of(finding.identity(policy: policy.name)))
    }
    if finding.isNew == true { writer.field("baselineState", "new") }
  }

  private static func writeLocation(_ place: SourcePlace, to writer: inout JSONWriter) {
    writer.object("physicalLocation") { writer in
      writer.object("artifactLocation") { $0.field("uri", SARIFText.uri(place.file)) }
      guard place.line > 0 else { return }
      writer.object("region") { writer in
        writer.field("startLine", place.line)
        if place.column > 0 { writer.field("startColumn", place.column) }
      }
    }
  }

  private static func message(_ key: String, _ text: String, to writer: inout JSONWriter) {
    writer.object(key) { $0.field("text", SARIFText.message(text)) }
  }
}
