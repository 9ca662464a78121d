import FarmModel

extension Policy {
  /// Whether judging it, or saying what was found, may need the hash of a spec: not where cells are covered or builds are
  /// counted, which most policies do.
  package var looksAtHashes: Bool {
    switch sentence {
    case .coverage(let coverage): coverage.placements.contains(where: \.looksAtHashes)
    case .count: false
    case .prohibition, .loss, .wanted: true
    }
  }
}

extension Placement {
  fileprivate var looksAtHashes: Bool {
    guard case .constraint(let constraint) = self else { return false }
    // What a spec depends on is found by its hash.
    return constraint.node.hashPrefix != nil || !constraint.dependencies.isEmpty
  }
}
