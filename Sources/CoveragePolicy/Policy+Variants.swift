extension Policy {
  /// Whether judging it, or saying what was found, may need the variants of a spec: not where cells are covered whatever
  /// the variants, which most policies ask for.
  package var looksAtVariants: Bool {
    guard case .coverage(let coverage) = sentence, requiredVariants.isEmpty else { return true }
    return coverage.placements.contains {
      if case .constraint = $0 { true } else { false }
    }
  }
}
