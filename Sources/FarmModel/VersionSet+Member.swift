extension VersionSet {
  /// One of the parts between the commas of a version set.
  enum Member: Sendable {
    /// `=1.2`.
    case exactly(Version)
    case range(VersionRange)
    /// A git reference and the versions that it may stand for: `git.main=1.2`, or all of them.
    case git(reference: String, text: String, standsFor: VersionRange)
    /// A git reference to which one version is assigned.
    case assignedGit(reference: String, version: Version, assigned: [UInt8])

    init(exactly version: Version) {
      guard let reference = version.gitReference, let git = GitVersionText(version.text) else {
        self = .exactly(version)
        return
      }
      if let assigned = git.assigned {
        self = .assignedGit(
          reference: reference, version: version, assigned: VersionComponents(assigned.utf8).key)
      } else {
        self = .git(
          reference: reference, text: version.text, standsFor: VersionRange(lower: .lowest, upper: .highest))
      }
    }

    var text: String {
      switch self {
      case .exactly(let version): "=" + version.text
      case .range(let range): range.text
      case .git(_, let text, _): text
      case .assignedGit(_, let version, _): version.text
      }
    }

    /// Members with equal keys have the same versions; the order is Spack's: a version before a range that begins with
    /// it, unassigned git references last.
    var sortKey: [UInt8] {
      switch self {
      case .exactly(let version): version.key
      case .range(let range): range.lower + [2] + range.limit
      case .git(let reference, _, _): [VersionComponents.afterAll] + Array(reference.utf8)
      case .assignedGit(_, let version, _): version.key
      }
    }
  }
}

extension VersionSet.Member {
  func hasSameVersions(as other: VersionSet.Member) -> Bool { sortKey == other.sortKey }

  /// Whether the plain version with this key is in it.
  func holds(_ key: [UInt8]) -> Bool {
    switch self {
    case .exactly(let version): version.key == key
    case .range(let range): range.holds(key)
    case .git, .assignedGit: false
    }
  }

  func isSubset(of other: VersionSet.Member) -> Bool {
    switch (self, other) {
    case (.exactly(let version), _): other.holds(version.key)
    case (.range(let range), .range(let wider)): range.isSubset(of: wider)
    case (.assignedGit(_, _, let assigned), .range(let range)): range.holds(assigned)
    case (.git(_, _, let range), .range(let wider)): range.isSubset(of: wider)
    case (.assignedGit(let first, _, let assigned), .assignedGit(let second, _, let expected)):
      NameTable.isSame(first, second) && assigned == expected
    case (.assignedGit(let first, _, let assigned), .git(let second, _, let range)):
      NameTable.isSame(first, second) && range.holds(assigned)
    case (.git(let first, _, let range), .git(let second, _, let wider)):
      NameTable.isSame(first, second) && range.isSubset(of: wider)
    default: false
    }
  }

  func intersects(_ other: VersionSet.Member) -> Bool {
    switch (self, other) {
    case (.exactly(let version), _): other.holds(version.key)
    case (_, .exactly(let version)): holds(version.key)
    case (.range(let first), .range(let second)): first.intersects(second)
    case (.git(_, _, let first), .range(let second)), (.range(let second), .git(_, _, let first)):
      first.intersects(second)
    case (.git(let first, _, let range), .git(let second, _, let other)):
      NameTable.isSame(first, second) && range.intersects(other)
    default: isSubset(of: other) || other.isSubset(of: self)
    }
  }
}

extension VersionSet {
  /// Unites ranges that overlap or touch, drops members that others hold, and sorts. Complexity: O(n log n).
  static func reduced(_ members: [Member]) -> [Member] {
    if members.count == 1 { return members }
    var ranges: [VersionRange] = []
    var others: [(member: Member, key: [UInt8])] = []
    for member in members {
      if case .range(let range) = member { ranges.append(range) } else { others.append((member, member.sortKey)) }
    }
    ranges.sort { $0.lower.lexicographicallyPrecedes($1.lower) }
    let united = ranges.reduce(into: [VersionRange]()) { united, range in
      if let last = united.last, let union = last.union(range) {
        united[united.count - 1] = union
      } else {
        united.append(range)
      }
    }
    others.sort { $0.key.lexicographicallyPrecedes($1.key) }
    var kept: [(member: Member, key: [UInt8])] = united.map { (.range($0), Member.range($0).sortKey) }
    var lastKey: [UInt8]?
    for other in others where other.key != lastKey {
      lastKey = other.key
      if !isCovered(other.member, by: united) { kept.append(other) }
    }
    kept.sort { $0.key.lexicographicallyPrecedes($1.key) }
    return kept.map(\.member)
  }

  /// Whether one of disjoint, ascending ranges holds a member. Complexity: O(log n).
  private static func isCovered(_ member: Member, by ranges: [VersionRange]) -> Bool {
    let lower: [UInt8]
    switch member {
    case .exactly(let version): lower = version.key
    case .assignedGit(_, _, let assigned): lower = assigned
    case .git(_, _, let range): lower = range.lower
    case .range(let range): lower = range.lower
    }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if lower.lexicographicallyPrecedes(ranges[middle].lower) { high = middle } else { low = middle + 1 }
    }
    return low > 0 && member.isSubset(of: .range(ranges[low - 1]))
  }
}
