import Diagnostics
import CoverageEngine
import CoveragePolicy

/// Writes the report that people read in a terminal, a pipe or a log: verdicts first, gaps by package, the summary last.
package struct TextReporter: Reporter {
  package init() {}

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    var page = TextPage(options: input.options)
    for snapshot in input.outcome.snapshots { write(snapshot, input: input, to: &page) }
    writeMissing(of: input.outcome, to: &page)
    writeSummary(of: input.outcome, options: input.options, to: &page)
    output.write(page.text)
  }

  private func write(_ snapshot: SnapshotOutcome, input: ReportInput, to page: inout TextPage) {
    let policies = snapshot.policies.filter { !input.options.isQuiet || $0.verdict == .fails }
    if policies.isEmpty && input.options.isQuiet { return }
    page.blankLine()
    let counts = [
      Wording.count(snapshot.packageCount, "package"), Wording.count(snapshot.specCount, "spec"),
      Wording.count(snapshot.stackCount, "stack"), Wording.count(snapshot.targetCount, "target"),
      "from " + Wording.count(snapshot.documentCount, "document"),
    ]
    let name = TerminalText.visible(snapshot.snapshot)
    page.flow(
      [page.styled(name, .strong) + ":", counts.joined(separator: ", ")], separator: " ", indent: 0, hanging: 2)
    for policy in policies {
      page.blankLine()
      TextPolicySection(outcome: policy, options: input.options).write(to: &page)
    }
  }

  private func writeMissing(of outcome: Outcome, to page: inout TextPage) {
    guard !outcome.isComplete else { return }
    let documents = outcome.troubledDocuments
    page.blankLine()
    page.paragraph(
      "! Incomplete: \(Wording.count(documents.count, "document")) could not be read and "
        + "\(documents.count == 1 ? "is" : "are") missing from this report:", hanging: 2, style: .warning)
    for document in documents { page.line(TerminalText.visible(document), indent: 4) }
  }

  private func writeSummary(of outcome: Outcome, options: ReportOptions, to page: inout TextPage) {
    let summary = OutcomeSummary(outcome)
    page.blankLine()
    let style: TextStyle = outcome.exitStatus == 0 ? .good : .bad
    page.paragraph("\(summary.mark) \(summary.sentence)", hanging: 2, style: style)
    page.paragraph("  Exit status \(outcome.exitStatus): \(outcome.exitMeaning).", hanging: 2, style: style)
  }
}
