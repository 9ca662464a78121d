import Diagnostics

/// What `check` tells the shell (semantics §2.6).
package enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
  /// Nothing failed.
  case passed = 0
  /// A policy failed.
  case failed = 1
  /// The policies could not be judged.
  case unjudged = 2

  /// - Parameters:
  ///   - hasErrors: whether a document, policy or option is wrong and `--allow-incomplete` does not excuse it.
  ///   - isStrict: whether vacuous policies are failures.
  package static func of(_ snapshots: [SnapshotOutcome], hasErrors: Bool, isStrict: Bool) -> ExitStatus {
    let policies = snapshots.flatMap(\.policies)
    let isRefused = policies.contains { $0.diagnostics.contains { $0.severity == .error } }
    if hasErrors || isRefused || policies.allSatisfy({ $0.verdict == .vacuous }) { return .unjudged }
    let hasFailed = policies.contains { $0.verdict == .fails || (isStrict && $0.verdict == .vacuous) }
    return hasFailed ? .failed : .passed
  }
}
