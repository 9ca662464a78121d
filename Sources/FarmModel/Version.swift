/// A version in Spack's order, for any text: text that is no version in Spack's syntax is ordered too, by the numbers
/// and words that stand in it.
///
/// Two versions are equal if their texts are the same bytes; `1.2` and `1-2` are two versions of which neither comes
/// before the other. The order is Spack's (`version_types.py`): numbers and words between separators, words below
/// numbers, branch names above everything, `alpha`, `beta` and `rc` at the end below the release they lead to.
package struct Version: Sendable {
  /// The version as documents write it.
  package let text: String
  /// Compares as Spack compares: one version comes before another if its key does, byte by byte.
  let key: [UInt8]
  /// The git reference, of `git.main=1.2` or a commit; `nil` for plain versions.
  let gitReference: String?
  /// Whether the text is a version in Spack's syntax.
  package let isValid: Bool
  /// Whether a branch name stands in it: develop, main, master, head, trunk or stable.
  package let isBranch: Bool
  /// Whether `alpha`, `beta` or `rc` stands in it.
  package let isPrerelease: Bool

  /// Reads any text. Complexity: O(n).
  package init(_ text: String) {
    let reading = VersionReading(text)
    self.text = text
    key = reading.key
    gitReference = reading.gitReference
    isValid = reading.isValid
    isBranch = reading.isBranch
    isPrerelease = reading.isPrerelease
  }

  /// -1, 0 or 1 as the first comes before the second, at the same place, or after it in Spack's order.
  /// Complexity: O(n), without allocation.
  package static func compare(_ first: Version, _ second: Version) -> Int {
    ByteOrder.compare(first.key, second.key).signum()
  }
}

extension Version: Comparable {
  package static func < (first: Version, second: Version) -> Bool {
    ByteOrder.compare(first.key, second.key) < 0
  }
}

extension Version: Hashable {
  package static func == (first: Version, second: Version) -> Bool { NameTable.isSame(first.text, second.text) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}
