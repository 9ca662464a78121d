import CoveragePolicy

extension Plan {
  /// Keeps the most useful builds: those that close the gaps of the most severe policies, then most gaps, then the
  /// earlier; in the order in which they stand. Complexity: O(n log n).
  mutating func keepMostUseful(_ limit: Int?, _ collection: GapCollection) {
    guard let limit, limit < builds.count else { return }
    let severities = Dictionary(collection.policies.map { ($0.name, $0.severity.weight) }) { max($0, $1) }
    let uses = builds.map { build in
      (severity: build.closes.map { severities[$0.policy] ?? 0 }.max() ?? 0, gaps: build.closes.count)
    }
    let ranked = builds.indices.sorted { first, second in
      if uses[first].severity != uses[second].severity { return uses[first].severity > uses[second].severity }
      if uses[first].gaps != uses[second].gaps { return uses[first].gaps > uses[second].gaps }
      return first < second
    }
    let kept = ranked.prefix(max(0, limit)).sorted()
    leftOut = builds.count - kept.count
    builds = kept.map { builds[$0] }
  }
}

extension Policy.Severity {
  fileprivate var weight: Int {
    switch self {
    case .error: 3
    case .warning: 2
    case .note: 1
    }
  }
}
