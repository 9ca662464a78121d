/// A build that would close some gaps of a package.
struct BuildCandidate {
  var version: UInt32
  /// As `ConfigurationSearch` counts.
  var configuration: Int32
  /// The rows that it closes, ascending.
  var rows: [Int32]
  /// The worst rank among these.
  var basis: PlannedBuild.Basis
  /// Where it is published, ascending.
  var stacks: [UInt32] = []
}

/// A set of rows as a key that is cheap to make and to compare.
struct RowSet: Hashable {
  var rows: [Int32]

  func hash(into hasher: inout Hasher) {
    hasher.combine(rows.count)
    hasher.combine(rows.first)
    hasher.combine(rows.last)
  }
}
