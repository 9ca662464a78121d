import FarmModel

extension FarmDifference {
  /// What the second farm has and the first has not, and the other way round.
  static func names(_ old: Farm, _ new: Farm) -> (gained: Names, lost: Names) {
    var (gained, lost) = (Names(), Names())
    (gained.packages, lost.packages) = compare(old.packages.names, new.packages.names)
    (gained.stacks, lost.stacks) = compare(old.stacks.names, new.stacks.names)
    (gained.targets, lost.targets) = compare(old.targets.names, new.targets.names)
    (gained.oses, lost.oses) = compare(old.oses.names, new.oses.names)
    (gained.compilers, lost.compilers) = compare(
      old.compilers.compilers.map(\.canonical), new.compilers.compilers.map(\.canonical))
    for package in NameTable(old.packages.names + new.packages.names).names {
      let (new, old) = compare(versions(of: package, in: old), versions(of: package, in: new))
      gained.versions += new.sorted(by: VersionTable.precedes).map { PackageVersion(package: package, version: $0) }
      lost.versions += old.sorted(by: VersionTable.precedes).map { PackageVersion(package: package, version: $0) }
    }
    return (gained, lost)
  }

  /// Both lists are sorted by bytes. Complexity: O(n).
  private static func compare(_ old: [String], _ new: [String]) -> (gained: [String], lost: [String]) {
    var (gained, lost): ([String], [String]) = ([], [])
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if right == new.count || (left < old.count && NameTable.precedes(old[left], new[right])) {
        lost.append(old[left])
        left += 1
      } else if left == old.count || NameTable.precedes(new[right], old[left]) {
        gained.append(new[right])
        right += 1
      } else {
        left += 1
        right += 1
      }
    }
    return (gained, lost)
  }

  private static func versions(of package: String, in farm: Farm) -> [String] {
    guard let number = farm.packages.number(of: package) else { return [] }
    let numbers = Set(farm.bodies(of: number).map { farm.bodies[$0].version })
    return NameTable(numbers.map { farm.versions[$0].text }).names
  }
}
