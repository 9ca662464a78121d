/// A set of versions as a Spack constraint names it: `1.2`, `=1.2`, `1.2:1.4`, `:2`, `1.2,1.4:` (without the `@`).
///
/// A version stands for itself and all that begin with it (`1.2` holds 1.2.7), and so does the upper end of a range;
/// `=1.2` is 1.2 alone. Sets are equal if they hold the same members in canonical form.
package struct VersionSet: Sendable {
  /// The members, none of which holds another, in Spack's order.
  let members: [Member]

  /// Reads the text behind an `@`, as it stands in a spec.
  ///
  /// - Throws: `SpecSyntaxError` for what Spack refuses, such as `1.2:1.4:1.6`, `1.2,`, `>=1.2` or the empty `4:2`.
  package init(_ text: String) throws(SpecSyntaxError) {
    self.init(members: try VersionSetParser.members(of: text))
  }

  /// Reads what Spack's `ver()` reads: as in a spec, but an empty member and an odd git reference such as `>=1.2` are
  /// taken too.
  package init(lenient text: String) throws(SpecSyntaxError) {
    self.init(members: try VersionSetParser.members(of: text, isLenient: true))
  }

  /// Every version: the set that `:` names.
  package static let all = VersionSet(members: [.range(VersionRange(lower: .lowest, upper: .highest))])

  init(members: [Member]) { self.members = VersionSet.reduced(members) }

  /// The canonical text: members in Spack's order, joined by commas, overlapping ranges united.
  package var text: String { members.map(\.text).joined(separator: ",") }

  /// The one version that the set holds, as of `=1.2`.
  package var onlyVersion: String? {
    guard members.count == 1, case .exactly(let version) = members[0] else { return nil }
    return version.text
  }
}

extension VersionSet: Hashable {
  package static func == (first: VersionSet, second: VersionSet) -> Bool {
    first.members.elementsEqual(second.members) { $0.hasSameVersions(as: $1) }
  }

  package func hash(into hasher: inout Hasher) {
    for member in members { hasher.combine(member.sortKey) }
  }
}

extension VersionSet {
  /// Whether a version is in the set. Complexity: O(members), without allocation for plain versions.
  package func contains(_ version: Version) -> Bool {
    if version.gitReference != nil {
      let member = Member(exactly: version)
      return members.contains { member.isSubset(of: $0) }
    }
    return members.contains { $0.holds(version.key) }
  }

  /// Whether all versions of this set are in another: what Spack calls satisfying it.
  /// Complexity: O(members of both, multiplied).
  package func isSubset(of other: VersionSet) -> Bool {
    members.allSatisfy { member in other.members.contains { member.isSubset(of: $0) } }
  }

  /// Whether some version is in both sets. Complexity: O(members of both, multiplied).
  package func intersects(_ other: VersionSet) -> Bool {
    members.contains { member in other.members.contains { member.intersects($0) } }
  }
}
