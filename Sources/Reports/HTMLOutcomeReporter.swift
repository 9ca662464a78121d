import BuildPlanner
import CoverageEngine
import FarmModel

/// Writes the HTML report of an outcome's first snapshot: a page shows one, so a run over several writes several pages.
package struct HTMLOutcomeReporter: Reporter {
  package init() {}

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    let outcome = input.outcome
    let snapshot =
      outcome.snapshots.first
      ?? SnapshotOutcome(
        snapshot: "", documentCount: 0, packageCount: 0, specCount: 0, stackCount: 0, targetCount: 0, policies: [])
    let farm = input.farms.first { NameTable.isSame($0.snapshot, snapshot.snapshot) }
    let plan = input.plans.first { NameTable.isSame($0.snapshot, snapshot.snapshot) }
    let page = HTMLReportInput(
      outcome: snapshot, farm: farm ?? Farm(snapshot: snapshot.snapshot, specs: []), plan: plan,
      details: input.details.first ?? [], isComplete: outcome.isComplete, documents: input.documents,
      diagnostics: outcome.allDiagnostics, toolVersion: input.toolVersion, today: outcome.today, news: input.news.first,
      trend: input.trend)
    HTMLReporter().write(page, to: &output)
  }
}
