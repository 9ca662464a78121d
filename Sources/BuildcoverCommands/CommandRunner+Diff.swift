import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel
import Reports

extension CommandRunner {
  /// Says what changed between two sets of documents, or between two snapshots of one tree.
  func runDiff() throws(CommandError) -> Int32 {
    let today = try self.today()
    let sources = PolicySources.read(invocation)
    var diagnostics = sources.diagnostics
    let (old, new, names) = try farmsToCompare(diagnostics: &diagnostics)
    diagnostics += try unjudgeable(sources.policies)
    if let new {
      diagnostics += PolicyNameCheck.diagnose(
        policies: sources.policies, farms: names ?? [old, new].compactMap(\.self))
    }
    let isBlocked = diagnostics.contains { $0.severity == .error && !isExcused($0) }
    if let old, let new, !isBlocked {
      var options = JudgingOptions(today: today)
      options.hasSeveralSnapshots = true
      options.shard = try shard()
      options.isStrict = invocation.has(.strict)
      let from = SnapshotJudge.judge(old, policies: sources.policies, documentCount: 0, options: options)
      options.older = old
      let to = SnapshotJudge.judge(new, policies: sources.policies, documentCount: 0, options: options)
      var difference = FarmDifference(from: old, to: new, outcomes: (from, to))
      if invocation.arguments.count == 2, NameTable.isSame(old.snapshot, new.snapshot) {
        difference.from = invocation.arguments[0]
        difference.to = invocation.arguments[1]
      }
      let reporter = DifferenceReporter(
        format: plainFormat(DifferenceReporter.Format.self) ?? .text, options: reportOptions)
      try deliver(reporter.text(of: difference))
    }
    complain(diagnostics.sorted(by: Diagnostic.inPrintingOrder))
    return isBlocked || old == nil || new == nil ? 2 : 0
  }

  /// The two farms, and farms of the names of the whole where these are parts.
  private func farmsToCompare(
    diagnostics: inout [Diagnostic]
  ) throws(CommandError) -> (old: Farm?, new: Farm?, names: [Farm]?) {
    if invocation.arguments.count == 2 {
      let old = try read([invocation.arguments[0]])
      let new = try read([invocation.arguments[1]])
      diagnostics += old.diagnostics + new.diagnostics
      let pair = commonSnapshot(old.farms, new.farms)
      if pair == nil, !old.isBlocked, !new.isBlocked {
        diagnostics.append(.severalSnapshots(old.farms.map(\.snapshot) + new.farms.map(\.snapshot)))
      }
      return (pair?.old, pair?.new, new.documents.namesOfWhole)
    }
    let tree = try read(invocation.arguments)
    diagnostics += tree.diagnostics
    guard let from = invocation.value(.from), let to = invocation.value(.to) else {
      throw .usage(
        UsageError(
          "one tree needs --from and --to", help: "name two snapshots of it, or give OLD and NEW",
          command: invocation.command))
    }
    let names = tree.farms.map(\.snapshot)
    for name in [from, to] where !names.contains(name) && !tree.isBlocked {
      diagnostics.append(.unknownSnapshot(name, among: names))
    }
    return (
      tree.farms.first { $0.snapshot == from }, tree.farms.first { $0.snapshot == to }, tree.documents.namesOfWhole
    )
  }

  /// The farms to compare: the only ones, or those of the only snapshot that both have.
  private func commonSnapshot(_ old: [Farm], _ new: [Farm]) -> (old: Farm, new: Farm)? {
    if old.count == 1, new.count == 1 { return (old[0], new[0]) }
    let common = old.compactMap { farm in
      new.first { NameTable.isSame($0.snapshot, farm.snapshot) }.map { (old: farm, new: $0) }
    }
    return common.count == 1 ? common[0] : nil
  }
}

extension Diagnostic {
  fileprivate static func severalSnapshots(_ names: [String]) -> Diagnostic {
    Diagnostic(
      code: CommandCode.severalSnapshots.rawValue,
      message:
        "it is not clear which snapshots to compare: there are \(NameTable(names).names.joined(separator: ", "))",
      help: "select one with --snapshot, or give one tree with --from and --to")
  }
}
