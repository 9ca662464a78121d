import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel
import Reports

extension CommandRunner {
  /// Follows coverage over the snapshots of a tree, one farm in memory at a time where the tree keeps each snapshot in
  /// a directory of its own.
  func runTrend() throws(CommandError) -> Int32 {
    let today = try self.today()
    let sources = PolicySources.read(invocation)
    var diagnostics = sources.diagnostics + (try unjudgeable(sources.policies))
    var points: [Trend.Point] = []
    if !diagnostics.contains(where: { $0.severity == .error }) {
      for paths in SnapshotFolders.split(invocation.arguments) {
        let reading = try read(paths)
        diagnostics += reading.diagnostics.filter { $0.code != CommandCode.unknownSnapshot.rawValue }
        for farm in reading.farms { points.append(try point(of: farm, policies: sources.policies, today: today)) }
      }
    }
    points.sort { SnapshotName.comesEarlier($0.snapshot, $1.snapshot) }
    try deliver(trendText(Trend(points: points)))
    complain(diagnostics.sorted(by: Diagnostic.inPrintingOrder))
    return points.isEmpty || diagnostics.contains { $0.severity == .error && !isExcused($0) } ? 2 : 0
  }

  private func trendText(_ trend: Trend) -> String {
    if invocation.value(.format) == "svg" { return TrendChart.svg(of: trend) }
    let format = plainFormat(TrendReporter.Format.self) ?? .text
    return TrendReporter(format: format, options: reportOptions).text(of: trend)
  }

  private func point(of farm: Farm, policies: [Policy], today: CalendarDate) throws(CommandError) -> Trend.Point {
    var options = JudgingOptions(today: today)
    options.hasSeveralSnapshots = true
    options.shard = try shard()
    if invocation.has(.package) { options.packages = invocation.values(.package).map { NamePattern($0) } }
    if invocation.has(.stack) { options.stacks = invocation.values(.stack).map { NamePattern($0) } }
    let outcome = SnapshotJudge.judge(farm, policies: policies, documentCount: 0, options: options)
    let shares = CoverageShares(of: farm, policies: policies, options: options)
    return Trend.Point(outcome, stacks: shares.stacks, targets: shares.targets)
  }
}

/// How much of what coverage policies require is there, by stack and by target.
private struct CoverageShares {
  private(set) var stacks: [Trend.Share] = []
  private(set) var targets: [Trend.Share] = []

  /// Complexity: O(cells).
  init(of farm: Farm, policies: [Policy], options: JudgingOptions) {
    var byStack: [String: (covered: Int, required: Int)] = [:]
    var byTarget: [String: (covered: Int, required: Int)] = [:]
    for policy in policies where policy.speaks(of: farm.snapshot) {
      guard var inspector = CoverageInspector(policy, of: farm, options: options) else { continue }
      for package in inspector.packages {
        for (cell, state) in inspector.requiredCells(of: package) {
          let covered = state == .covered ? 1 : 0
          if let stack = cell.stack { CoverageShares.add(covered, to: &byStack[stack, default: (0, 0)]) }
          if let target = cell.target { CoverageShares.add(covered, to: &byTarget[target, default: (0, 0)]) }
        }
      }
    }
    stacks = CoverageShares.shares(byStack)
    targets = CoverageShares.shares(byTarget)
  }

  private static func add(_ covered: Int, to share: inout (covered: Int, required: Int)) {
    share.covered += covered
    share.required += 1
  }

  private static func shares(_ figures: [String: (covered: Int, required: Int)]) -> [Trend.Share] {
    figures.sorted { NameTable.precedes($0.key, $1.key) }
      .map { Trend.Share(name: $0.key, covered: $0.value.covered, required: $0.value.required) }
  }
}
