import FarmModel

/// The order of versions is total, and sets agree with themselves.
func compareVersions(_ bytes: [UInt8]) {
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(6)
  let texts = lines.map { String(decoding: $0, as: UTF8.self) }
  let versions = texts.map { Version($0) }
  for first in versions {
    for second in versions {
      let order = Version.compare(first, second)
      precondition(order.signum() == -Version.compare(second, first).signum(), "the order is not antisymmetric")
      for third in versions where order <= 0 && Version.compare(second, third) <= 0 {
        precondition(Version.compare(first, third) <= 0, "the order is not transitive")
      }
    }
  }
  for set in texts.compactMap({ try? VersionSet($0) }) {
    precondition(set.isSubset(of: set), "a set is not within itself")
    for version in versions { _ = set.contains(version) }
  }
}
