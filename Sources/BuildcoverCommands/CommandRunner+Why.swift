import BuildPlanner
import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel
import Reports

extension CommandRunner {
  /// Explains one cell.
  func runWhy() throws(CommandError) -> Int32 {
    let question: CellQuestion
    do {
      question = try CellQuestion(invocation.arguments[0])
    } catch {
      throw .usage(UsageError(error.message, help: error.help, command: invocation.command))
    }
    var run = try judge(Array(invocation.arguments.dropFirst()))
    checkNames(of: question, in: &run)
    let explanations =
      isUnjudged(run)
      ? []
      : zip(run.farms, run.outcome.snapshots).compactMap { farm, snapshot in
        judgingOptions(of: farm.snapshot, in: run).map {
          CellExplainer(farm, snapshot, options: $0).explain(question)
        }
      }
    let reporter = ExplanationReporter(
      format: plainFormat(ExplanationReporter.Format.self) ?? .text, options: reportOptions)
    try deliver(reporter.text(of: explanations))
    complain(run.outcome.diagnostics)
    return isUnjudged(run) ? 2 : 0
  }

  /// Ranks missing dependencies by what they block.
  func runCauses() throws(CommandError) -> Int32 {
    let run = try judge(invocation.arguments)
    let causes = run.outcome.snapshots.map {
      CauseReporter.SnapshotCauses(snapshot: $0.snapshot, causes: Cause.all(of: $0.policies))
    }
    let reporter = CauseReporter(format: plainFormat(CauseReporter.Format.self) ?? .text, options: reportOptions)
    try deliver(reporter.text(of: causes))
    complain(run.outcome.diagnostics)
    return isUnjudged(run) ? 2 : 0
  }

  /// Whether trouble kept the run from judging at all; all policies being vacuous is none here.
  private func isUnjudged(_ run: JudgingRun) -> Bool {
    run.outcome.diagnostics.contains { $0.severity == .error && !isExcused($0) }
  }

  /// A name that no farm has is a typing mistake, not a cell without builds.
  private func checkNames(of question: CellQuestion, in run: inout JudgingRun) {
    guard !run.farms.isEmpty else { return }
    let farms = run.documents.namesOfWhole ?? run.farms
    let packages = farms.flatMap(\.packages.names)
    if !packages.contains(where: { NameTable.isSame($0, question.package) }) {
      run.outcome.diagnostics.append(
        .unknownName("package", question.package, code: .unknownPackage, among: packages))
    } else if let shard = invocation.value(.shard).flatMap({ Shard($0) }), !shard.holds(question.package) {
      run.outcome.diagnostics.append(.elsewhere(question.package, shard))
    }
    let stacks = farms.flatMap(\.stacks.names) + [Farm.aggregateStack]
    if let stack = question.cell.stack, !stacks.contains(where: { NameTable.isSame($0, stack) }) {
      run.outcome.diagnostics.append(.unknownName("stack", stack, code: .unknownStack, among: stacks))
    }
  }
}

extension Diagnostic {
  fileprivate static func elsewhere(_ package: String, _ shard: Shard) -> Diagnostic {
    Diagnostic(
      code: ShardCode.otherPart.rawValue, message: "the package `\(package)` is not in the shard \(shard)",
      help: "ask without --shard, or the shard that holds it")
  }

  fileprivate static func unknownName(
    _ kind: String, _ name: String, code: PolicyCode, among names: [String]
  ) -> Diagnostic {
    let nearest = NearestName.nearest(to: name, among: names)
    return Diagnostic(
      code: code.rawValue, message: "no document has the \(kind) `\(name)`",
      help: nearest.map { "did you mean `\($0)`?" })
  }
}
