import CoverageEngine
import CoveragePolicy
import Diagnostics

/// Writes a comment for a pull request or a job summary: the verdicts in a table, the findings folded away below.
package struct MarkdownReporter: Reporter {
  package init() {}

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    let outcome = input.outcome
    var page = MarkdownPage()
    let summary = OutcomeSummary(outcome)
    _ = page.append("### \(summary.mark) buildcover: \(outcome.exitMeaning)\n\n\(summary.sentence)\n")
    writeMissing(of: outcome, to: &page)
    var cut = Cut()
    for snapshot in outcome.snapshots { writeTable(of: snapshot, to: &page, cut: &cut) }
    for snapshot in outcome.snapshots {
      for policy in MarkdownReporter.worstFirst(snapshot.policies) {
        let name = outcome.snapshots.count > 1 ? snapshot.snapshot : nil
        MarkdownPolicyDetails(outcome: policy, snapshot: name).write(to: &page, cut: &cut)
      }
    }
    if let sentence = cut.sentence { page.close("\n\(sentence)\n") }
    output.write(page.text)
  }

  /// What a page had no room for.
  struct Cut {
    var policies = 0
    var findings = 0
    var documents = 0

    var sentence: String? {
      let parts = [
        policies > 0 ? "\(Wording.count(policies, "policy", "policies"))" : nil,
        findings > 0 ? "\(Wording.count(findings, "finding"))" : nil,
      ].compactMap { $0 }
      return parts.isEmpty
        ? nil : "_Cut to fit: \(parts.joined(separator: " and ")) more; the JSON and HTML reports have all._"
    }
  }

  private func writeMissing(of outcome: Outcome, to page: inout MarkdownPage) {
    guard !outcome.isComplete || outcome.exitStatus == 2 else { return }
    let documents = outcome.troubledDocuments
    if !outcome.isComplete {
      _ = page.append(
        "\n**Incomplete**: \(Wording.count(documents.count, "document")) could not be read and "
          + "\(documents.count == 1 ? "is" : "are") missing from this report.\n")
    }
    let errors = outcome.diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    _ = page.append("\n")
    for error in errors.prefix(20) {
      let place = error.place.map { MarkdownText.code($0.description) + ": " } ?? ""
      _ = page.append("- \(place)\(MarkdownText.prose(error.message)) (`\(error.code)`)\n")
    }
    if errors.count > 20 { _ = page.append("- … and \(Wording.grouped(errors.count - 20)) more errors\n") }
  }

  private func writeTable(of snapshot: SnapshotOutcome, to page: inout MarkdownPage, cut: inout Cut) {
    let counts = [
      Wording.count(snapshot.packageCount, "package"), Wording.count(snapshot.specCount, "spec"),
      Wording.count(snapshot.stackCount, "stack"), Wording.count(snapshot.targetCount, "target"),
    ]
    let heading = "\n**\(MarkdownText.code(snapshot.snapshot))**: \(counts.joined(separator: ", "))\n"
    let header = "\n| | policy | found | waived | undetermined |\n|---|---|---|--:|--:|\n"
    guard page.append(heading), snapshot.policies.isEmpty || page.append(header) else {
      cut.policies += snapshot.policies.count
      return
    }
    let policies = MarkdownReporter.worstFirst(snapshot.policies)
    for (index, policy) in policies.enumerated() where !page.append(row(of: policy)) {
      cut.policies += policies.count - index
      break
    }
  }

  private func row(of outcome: PolicyOutcome) -> String {
    let tallies = outcome.tallies
    let found =
      outcome.verdict == .vacuous
      ? "vacuous: \(outcome.vacuousReason)" : PolicyFigures(outcome).phrases.prefix(2).joined(separator: ", ")
    let name = MarkdownText.cellCode(outcome.policy.name)
    let figures = "\(Wording.grouped(tallies.waived)) | \(Wording.grouped(tallies.undetermined))"
    return "| \(outcome.verdict.mark) | \(name) | \(found) | \(figures) |\n"
  }

  private static func worstFirst(_ policies: [PolicyOutcome]) -> [PolicyOutcome] {
    let order: [Verdict] = [.fails, .warns, .vacuous, .noted, .holds]
    return order.flatMap { verdict in policies.filter { $0.verdict == verdict } }
  }
}
