import CoveragePolicy
import FarmModel

/// Where loss sentences and `--since` look for the past (semantics §2.3).
struct OlderFarms {
  private let loaded: [Farm]
  private let given: [Farm]

  /// Takes the farms of this run, and those of `--since`.
  init(loaded: [Farm], given: [Farm] = []) {
    self.loaded = loaded
    self.given = given
  }

  /// The farm to compare a snapshot with: that of `--since` (the one of the same name where it has several), or else
  /// the snapshot before this one in the tree, `develop-YYYY-MM-DD` by date.
  func farm(before snapshot: String) -> Farm? {
    if !given.isEmpty {
      return given.first { $0.snapshot == snapshot } ?? farm(before: snapshot, among: given) ?? given.last
    }
    return farm(before: snapshot, among: loaded)
  }

  /// The farms of the snapshots that loss sentences name, by name.
  func named(in policies: [Policy]) -> [String: Farm] {
    var named: [String: Farm] = [:]
    for policy in policies {
      guard case .loss(let sentence) = policy.sentence, let since = sentence.since else { continue }
      named[since] = (given + loaded).first { NameTable.isSame($0.snapshot, since) }
    }
    return named
  }

  private func farm(before snapshot: String, among farms: [Farm]) -> Farm? {
    let line = SnapshotName(snapshot)
    return farms.filter { farm in
      let other = SnapshotName(farm.snapshot)
      return other.branch == line.branch && other.precedes(line)
    }.max { SnapshotName($0.snapshot).precedes(SnapshotName($1.snapshot)) }
  }
}

/// A snapshot's name taken apart: `develop-2025-03-23` is the branch `develop` on a day; `develop` alone is the newest.
struct SnapshotName {
  var branch: String
  /// `YYYY-MM-DD`, or `nil` where the name has none.
  var date: String?

  init(_ name: String) {
    let tail = name.suffix(11)
    let isDate =
      tail.utf8.count == 11 && tail.hasPrefix("-")
      && tail.utf8.dropFirst().enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    branch = isDate ? String(name.dropLast(11)) : name
    date = isDate ? String(tail.dropFirst()) : nil
  }

  /// Whether it is an earlier snapshot of the same branch; one without a date comes after all that have one.
  func precedes(_ other: SnapshotName) -> Bool {
    guard let date else { return false }
    guard let otherDate = other.date else { return true }
    return date < otherDate
  }

  /// The order of time over all snapshots: by date where both have one (a name without a date is the newest of its
  /// branch), releases in the order of versions, else by name.
  static func comesEarlier(_ first: String, _ second: String) -> Bool {
    let (one, other) = (SnapshotName(first), SnapshotName(second))
    if one.branch == other.branch { return one.precedes(other) }
    let (version, otherVersion) = (Version(one.branch), Version(other.branch))
    if version < otherVersion { return true }
    return otherVersion < version ? false : NameTable.precedes(first, second)
  }
}
