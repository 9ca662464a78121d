import FarmModel

/// Which versions of a package stand where: versions × (stack, target).
struct PackageMatrix {
  struct Place: Hashable {
    var stack: String
    var target: String
  }

  struct Row {
    var version: String
    /// How many specs, orphaned ones included.
    var specs: Int
    var isOrphaned: Bool
    /// For each place, how many specs it has.
    var counts: [Int]
  }

  var snapshot: String
  var package: String
  /// The targets of the stacks that carry the package, in order.
  var places: [Place]
  /// In Spack's order.
  var rows: [Row]

  /// `nil` where the farm does not have the package. Complexity: O(bodies × stacks + versions × places).
  init?(of package: String, in farm: Farm) {
    guard let number = farm.packages.number(of: package) else { return nil }
    let bodies = farm.bodies(of: number)
    let stacks = Set(bodies.flatMap { farm.stackSets[Int(farm.bodies[$0].stacks)].stacks }).sorted()
    let pairs = stacks.flatMap { stack in farm.stackFacts[Int(stack)].targets.map { [stack, $0] } }
    var positions: [[UInt32]: Int] = [:]
    for (position, pair) in pairs.enumerated() { positions[pair] = position }
    let versions = Set(bodies.map { farm.bodies[$0].version }).sorted()
    var rowOfVersion: [VersionID: Int] = [:]
    for (row, version) in versions.enumerated() { rowOfVersion[version] = row }
    var rows = versions.map { version in
      Row(
        version: farm.versions[version].text, specs: 0, isOrphaned: true,
        counts: [Int](repeating: 0, count: pairs.count))
    }
    for index in bodies {
      let body = farm.bodies[index]
      guard let row = rowOfVersion[body.version] else { continue }
      let specs = Int(farm.specCounts[index])
      rows[row].specs += specs
      for stack in farm.stackSets[Int(body.stacks)].stacks {
        rows[row].isOrphaned = false
        if let position = positions[[stack, body.target]] { rows[row].counts[position] += specs }
      }
    }
    snapshot = farm.snapshot
    self.package = package
    places = pairs.map { Place(stack: farm.stacks[$0[0]], target: farm.targets[$0[1]]) }
    self.rows = rows
  }
}
