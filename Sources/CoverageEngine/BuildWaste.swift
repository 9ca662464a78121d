package import FarmModel

/// What a farm built more often than it had to, and what it keeps without a use.
package struct BuildWaste: Sendable {
  /// Builds of one configuration under several hashes that one stack carries.
  package struct Group: Hashable, Sendable {
    /// Package, version, stack, os, platform, target, compiler and variants.
    package var cell: Cell
    /// At least two, sorted.
    package var hashes: [String]
  }

  /// How often something has groups, and how many of its builds could be saved.
  package struct Share: Hashable, Sendable {
    package var name: String
    package var groups: Int
    package var savable: Int
  }

  /// Stacks that carry the same specs.
  package struct Sharing: Hashable, Sendable {
    package var stacks: [String]
    package var specs: Int
  }

  package var snapshot: String
  package var specCount: Int
  /// Sorted as findings are.
  package var groups: [Group]
  /// How many builds the farm could do without if every configuration were built once and carried wherever it is wanted.
  package var savable: Int
  /// By package and by stack, the most savable first. A build that several stacks carry counts in each stack.
  package var packages: [Share]
  package var stacks: [Share]
  /// Hashes that several stacks carry, by the stacks, the most first: builds that were made once and used well.
  package var sharings: [Sharing]
  /// Orphaned specs by package, the most first.
  package var orphans: [Share]
  /// Why builds of one configuration differ, the cause of the most rebuilds first; empty without indexes.
  package var causes: [RebuildCause]

  /// Complexity: O(n log n) in the specs, and the nodes of the graph walked for each group.
  package init(of farm: Farm) {
    let configurations = BuildConfigurations(of: farm)
    snapshot = farm.snapshot
    specCount = farm.specCount
    groups = configurations.groups
    savable = configurations.savable.reduce(0) { $0 + $1.value }
    packages = BuildWaste.shares(configurations.groups, savable: configurations.savable)
    stacks = BuildWaste.stackShares(configurations.groups)
    sharings = BuildWaste.sharings(of: farm)
    orphans = BuildWaste.orphans(of: farm)
    causes = farm.dependencies.map { RebuildCause.ranked($0, groups: configurations.groups) } ?? []
  }

  private static func shares(_ groups: [Group], savable: [String: Int]) -> [Share] {
    var counts: [String: Int] = [:]
    for group in groups { counts[group.cell.package ?? "", default: 0] += 1 }
    return ranked(counts.map { Share(name: $0.key, groups: $0.value, savable: savable[$0.key] ?? 0) })
  }

  private static func stackShares(_ groups: [Group]) -> [Share] {
    var shares: [String: Share] = [:]
    for group in groups {
      let stack = group.cell.stack ?? ""
      shares[stack, default: Share(name: stack, groups: 0, savable: 0)].groups += 1
      shares[stack]?.savable += group.hashes.count - 1
    }
    return ranked(Array(shares.values))
  }

  private static func orphans(of farm: Farm) -> [Share] {
    var counts: [PackageID: Int] = [:]
    for (number, body) in farm.bodies.enumerated() where farm.isOrphaned(body) {
      counts[body.package, default: 0] += Int(farm.specCounts[number])
    }
    return ranked(counts.map { Share(name: farm.packages[$0.key], groups: 0, savable: $0.value) })
  }

  private static func ranked(_ shares: [Share]) -> [Share] {
    shares.sorted { $0.savable == $1.savable ? NameTable.precedes($0.name, $1.name) : $0.savable > $1.savable }
  }

  private static func sharings(of farm: Farm) -> [Sharing] {
    var counts: [[StackID]: Int] = [:]
    for (number, body) in farm.bodies.enumerated() {
      let stacks = farm.stackSets[Int(body.stacks)].stacks
      if stacks.count > 1 { counts[stacks, default: 0] += Int(farm.specCounts[number]) }
    }
    return counts.sorted { $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value }
      .map { Sharing(stacks: $0.key.map { farm.stacks[$0] }, specs: $0.value) }
  }
}
