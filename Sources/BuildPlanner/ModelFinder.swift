import FarmModel

/// Finds the spec whose variants a build took.
struct ModelFinder {
  private let firstBody: Int
  /// The versions of the package's specs, ascending.
  private let versions: [VersionID]
  /// For each body of the package its first spec, which has the smallest hash.
  private let firstSpecs: [Int]

  /// Complexity: O(specs of the package).
  init(_ shelf: PackageShelf, of farm: Farm) {
    firstBody = shelf.bodies.lowerBound
    versions = Set(farm.bodies[shelf.bodies].map(\.version)).sorted()
    var firstSpecs = [Int](repeating: -1, count: shelf.bodies.count)
    for spec in farm.specs(of: shelf.package) {
      let body = Int(farm.bodyOfSpec[spec]) - shelf.bodies.lowerBound
      if firstSpecs[body] < 0 { firstSpecs[body] = spec }
    }
    self.firstSpecs = firstSpecs
  }

  /// The hash of the best of some bodies' specs: of the version fewest places away, the lower first; then the smallest.
  /// Complexity: O(bodies × log versions).
  func hash(for version: UInt32, among bodies: [Int], _ context: PlannerContext) -> String? {
    let place = place(of: version, context)
    let ranked = bodies.map { body in
      (distance: distance(context.farm.bodies[body].version, place), spec: firstSpecs[body - firstBody])
    }
    return ranked.min { $0 < $1 }.map { context.farm.hashes[$0.spec] }
  }

  /// Twice the position of a version among the package's; odd for one that it does not have, between its neighbours.
  private func place(of version: UInt32, _ context: PlannerContext) -> Int {
    if let position = position(of: version) { return 2 * position }
    let wanted = context.names.version(version)
    return 2 * (versions.firstIndex { wanted < context.farm.versions[$0] } ?? versions.count) - 1
  }

  private func position(of version: UInt32) -> Int? {
    var low = 0
    var high = versions.count
    while low < high {
      let middle = (low + high) / 2
      if versions[middle] < version { low = middle + 1 } else { high = middle }
    }
    return low < versions.count && versions[low] == version ? low : nil
  }

  /// How far away a version is, ordered so that of two as far away the lower comes first.
  private func distance(_ version: VersionID, _ place: Int) -> Int {
    let position = 2 * (position(of: version) ?? 0)
    return 2 * abs(position - place) + (position > place ? 1 : 0)
  }
}
