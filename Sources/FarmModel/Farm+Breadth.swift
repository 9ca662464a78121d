extension Farm {
  /// How many bits the rows of one package may have (`PackageRows`): a bit for each body and each value that some body
  /// has. The largest packages of real farms need a thousandth of it; beyond it memory would grow with the square of
  /// what documents write.
  package static let rowBitLimit = 1 << 30

  /// The first package with more bodies times values than can be judged; `nil` where there is none.
  /// Complexity: O(packages), and for packages of more than some ten thousand bodies O(bodies × stacks of a body).
  package func firstTooBroadPackage(limit: Int = Farm.rowBitLimit) -> PackageID? {
    for package in packages.names.indices {
      let bodies = bodies(of: PackageID(package))
      // A body adds at most one value of each kind, and a stack is a value of the farm.
      if isBroad(bodies.count, 5 * bodies.count + stacks.count, limit),
        isBroad(bodies.count, valueCount(of: bodies), limit)
      {
        return PackageID(package)
      }
    }
    return nil
  }

  private func isBroad(_ bodies: Int, _ values: Int, _ limit: Int) -> Bool {
    let (bits, hasOverflowed) = bodies.multipliedReportingOverflow(by: values)
    return hasOverflowed || bits > limit
  }

  private func valueCount(of range: Range<Int>) -> Int {
    var (versions, oses, platforms): (Set<UInt32>, Set<UInt32>, Set<UInt32>) = ([], [], [])
    var (targets, compilers, stacks): (Set<UInt32>, Set<UInt32>, Set<UInt32>) = ([], [], [])
    var seen: Set<StackSetID> = []
    for body in bodies[range] {
      versions.insert(body.version)
      oses.insert(body.os)
      platforms.insert(body.platform)
      targets.insert(body.target)
      if let compiler = body.compiler.number { compilers.insert(compiler) }
      if seen.insert(body.stacks).inserted { stacks.formUnion(stackSets[Int(body.stacks)].stacks) }
    }
    return versions.count + oses.count + platforms.count + targets.count + compilers.count + stacks.count
  }
}
