import CoverageEngine
import FarmDocuments
import FarmModel
import Reports

extension CommandRunner {
  /// What the HTML reporter gets beyond what all get: every cell of every policy, and what was read.
  func pageInput(_ run: JudgingRun, from input: ReportInput) -> ReportInput {
    var input = input
    input.documents = run.documents.documents.map(\.path)
    for (snapshot, options) in zip(run.outcome.snapshots, run.options) {
      guard let farm = run.farms.first(where: { $0.snapshot == snapshot.snapshot }) else { continue }
      input.details.append(HTMLPolicyDetail.details(of: snapshot, in: farm, options: options))
      input.news.append(HTMLNews(snapshot, since: options.older?.snapshot))
    }
    if run.outcome.snapshots.count > 1 {
      let points = run.outcome.snapshots.map { Trend.Point($0) }
        .sorted { SnapshotName.comesEarlier($0.snapshot, $1.snapshot) }
      input.trend = TrendChart.svg(of: Trend(points: points))
    }
    return input
  }

  /// Writes the page of each snapshot: to the path itself where there is one snapshot, else beside it, with the
  /// snapshot's name before the ending.
  func writePages(_ input: ReportInput, to path: String) throws(CommandError) {
    guard input.outcome.snapshots.count > 1, path != "-" else {
      return try write(HTMLOutcomeReporter().text(for: input), to: path)
    }
    for (index, snapshot) in input.outcome.snapshots.enumerated() {
      var single = input
      single.outcome.snapshots = [snapshot]
      single.details = index < input.details.count ? [input.details[index]] : []
      single.news = index < input.news.count ? [input.news[index]] : []
      try write(HTMLOutcomeReporter().text(for: single), to: PagePath.path(path, for: snapshot.snapshot))
    }
  }
}
