import CoverageEngine
import CoveragePolicy
import Diagnostics

/// Writes workflow commands of GitHub Actions: an annotation at each policy that did not hold, and its findings in a
/// group of the log.
package struct GitHubReporter: Reporter {
  package init() {}

  /// GitHub shows ten annotations of each kind and step; the last counts the others.
  private static let annotationLimit = 10
  /// How many findings an annotation names.
  private static let findingLimit = 10

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    let outcome = input.outcome
    var annotations = outcome.diagnostics.map { GitHubReporter.annotation(of: $0) }
    for snapshot in outcome.snapshots {
      annotations += snapshot.policies.compactMap { GitHubReporter.annotation(of: $0, in: snapshot.snapshot) }
    }
    for kind in ["error", "warning", "notice"] {
      let ofKind = annotations.filter { $0.name == kind }
      let isCut = ofKind.count > GitHubReporter.annotationLimit
      let shown = ofKind.prefix(isCut ? GitHubReporter.annotationLimit - 1 : GitHubReporter.annotationLimit)
      for annotation in shown { output.write(annotation.line) }
      if isCut {
        output.write(GitHubCommand(name: kind, message: "and \(ofKind.count - shown.count) more, in the log").line)
      }
    }
    for snapshot in outcome.snapshots {
      for policy in snapshot.policies {
        GitHubReporter.writeGroup(of: policy, in: snapshot.snapshot, options: input.options, to: &output)
      }
    }
    let summary = OutcomeSummary(outcome)
    output.write("\(summary.mark) \(summary.sentence) Exit status \(outcome.exitStatus): \(outcome.exitMeaning).\n")
  }

  private static func annotation(of diagnostic: Diagnostic) -> GitHubCommand {
    let kind: String
    switch diagnostic.severity {
    case .error: kind = "error"
    case .warning: kind = "warning"
    case .note: kind = "notice"
    }
    return GitHubCommand(
      name: kind, properties: properties(at: diagnostic.place, title: diagnostic.code),
      message: TerminalText.visible(diagnostic.message))
  }

  private static func annotation(of outcome: PolicyOutcome, in snapshot: String) -> GitHubCommand? {
    let kind: String
    switch outcome.verdict {
    case .fails: kind = "error"
    case .warns, .vacuous: kind = "warning"
    case .noted: kind = "notice"
    case .holds: return nil
    }
    let policy = outcome.policy
    let active = outcome.active
    var lines = [
      outcome.verdict == .vacuous
        ? "vacuous: \(outcome.vacuousReason)" : PolicyFigures(outcome).phrases.joined(separator: ", ")
    ]
    lines += active.prefix(findingLimit).map { FindingSentence.text(of: $0, in: policy.sentence) }
    if active.count > findingLimit { lines.append("… and \(Wording.grouped(active.count - findingLimit)) more") }
    if let reason = policy.reason { lines.append("because: \(TerminalText.visible(reason))") }
    return GitHubCommand(
      name: kind, properties: properties(at: policy.place, title: "\(policy.name) (\(snapshot))"),
      message: lines.joined(separator: "\n"))
  }

  private static func properties(at place: SourcePlace?, title: String) -> [(String, String)] {
    var properties: [(String, String)] = []
    if let place {
      properties.append(("file", place.file))
      if place.line > 0 { properties.append(("line", String(place.line))) }
      if place.column > 0 { properties.append(("col", String(place.column))) }
    }
    return properties + [("title", title)]
  }

  private static func writeGroup(
    of outcome: PolicyOutcome, in snapshot: String, options: ReportOptions, to output: inout some TextOutputStream
  ) {
    let active = outcome.active
    guard !active.isEmpty else { return }
    let noun = outcome.policy.sentence.findingNoun
    let title = "\(outcome.verdict.mark) \(outcome.policy.name) (\(snapshot)): "
    let count = Wording.count(active.count, noun.singular, noun.plural)
    output.write(GitHubCommand(name: "group", message: TerminalText.visible(title) + count).line)
    let limit = options.showsAll ? active.count : 1_000
    for finding in active.prefix(limit) {
      output.write(GitHubCommand.logLine(FindingSentence.text(of: finding, in: outcome.policy.sentence)))
    }
    if active.count > limit {
      output.write("- … and \(Wording.grouped(active.count - limit)) more; --all shows them\n")
    }
    output.write(GitHubCommand(name: "endgroup").line)
  }
}
