import BuildPlanner
import Diagnostics

/// `plan --format markdown`: a table of builds for issues, merge requests and job summaries.
enum PlanMarkdownWriter {
  static func text(of report: PlanReport) -> String {
    var text = "# Build plan\n"
    if !report.isComplete { text += "\n**Documents are missing from this plan; see its diagnostics.**\n" }
    if report.plans.isEmpty { text += "\nNo snapshot was planned.\n" }
    for plan in report.plans { text += section(of: plan) }
    if !report.diagnostics.isEmpty {
      let items = report.diagnostics.map { "\($0.severity.rawValue) \(MarkdownText.code($0.message))" }
      text += list("Diagnostics", items)
    }
    return text
  }

  private static func section(of plan: Plan) -> String {
    var text = "\n## \(MarkdownText.code(plan.snapshot))\n\n\(PlanSummary.sentence(of: plan))\n"
    if !plan.builds.isEmpty {
      text += "\n| Wave | Stacks | Build | Target | Compiler | Closes | Spec |\n|--:|---|---|---|---|---|---|\n"
      for build in plan.builds { text += row(of: build) }
    }
    text += list(
      "Could not be planned",
      plan.unplannable.map { gap in
        "\(MarkdownText.code(gap.gap.words)), \(MarkdownText.code(gap.gap.policy)): \(MarkdownText.code(gap.reason))"
      })
    text += list(
      "Refused",
      plan.refused.map { build in
        "\(MarkdownText.code(VisibleText.short(build.package))): \(build.field) "
          + "\(MarkdownText.code(VisibleText.short(build.value))), \(MarkdownText.code(build.reason))"
      })
    text += list(
      "Newly required once these are built",
      plan.opened.map { "\(MarkdownText.code($0.words)), \(MarkdownText.code($0.policy))" })
    return text
  }

  private static func row(of build: PlannedBuild) -> String {
    let cells = [
      String(build.wave), build.stacks.map(MarkdownText.code).joined(separator: ", "),
      MarkdownText.code("\(build.package)@\(build.version)"), MarkdownText.code(build.target),
      MarkdownText.code(build.compiler ?? ""), "\(build.closes.count)", MarkdownText.code(build.exactSpec),
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }

  private static func list(_ heading: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "\n### \(heading)\n\n" + items.map { "- \($0)\n" }.joined()
  }
}
