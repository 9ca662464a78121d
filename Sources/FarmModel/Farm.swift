/// What a build farm has built, in one snapshot: columns of dense numbers, small enough for millions of specs.
///
/// Specs stand in the order of their packages, and within a package in the order of their hashes, so that the specs of
/// a package are one range. A spec is its hash and the number of its body. Bodies stand in the order of their packages
/// too. Every table is sorted, so numbers compare as names do, and two farms read from the same documents in any order
/// are equal.
package struct Farm: Sendable {
  /// The snapshot's name, such as `develop-2025-03-23`.
  package let snapshot: String
  package let packages: NameTable
  package let versions: VersionTable
  /// All stacks but the aggregate stack `root`.
  package let stacks: NameTable
  package let targets: NameTable
  package let oses: NameTable
  package let platforms: NameTable
  package let compilers: CompilerTable
  package let variantLists: VariantListTable
  package let stackSets: [StackSet]
  package let bodies: [SpecBody]
  /// The specs: for each the number of its body; its hash is `hashes[spec]`.
  package let bodyOfSpec: [BodyID]
  package let hashes: HashColumn
  /// For package `p`, its bodies are `bodyStarts[p]..<bodyStarts[p + 1]`; likewise its specs.
  package let bodyStarts: [UInt32]
  package let specStarts: [UInt32]
  /// For each body, how many specs have it.
  package let specCounts: [UInt32]
  /// What is true of each stack as a whole, by stack number.
  package let stackFacts: [StackFacts]
  /// Who depends on whom, where Spack indexes were read.
  package let dependencies: DependencyGraph?

  /// Assembles a farm from tables and columns that are already sorted as the type says.
  ///
  /// - Parameter stackFacts: what is true of each stack over a larger farm of which this is a part; derived from the
  ///   bodies where `nil`. Complexity: O(bodies × stacks of a body).
  package init(
    snapshot: String, names: FarmNames, variantLists: VariantListTable, stackSets: [StackSet], bodies: [SpecBody],
    bodyOfSpec: [BodyID], hashes: HashColumn, stackFacts: [StackFacts]? = nil, dependencies: DependencyGraph? = nil
  ) {
    self.snapshot = snapshot
    packages = names.packages
    versions = names.versions
    stacks = names.stacks
    targets = names.targets
    oses = names.oses
    platforms = names.platforms
    compilers = names.compilers
    self.variantLists = variantLists
    self.stackSets = stackSets
    self.bodies = bodies
    self.bodyOfSpec = bodyOfSpec
    self.hashes = hashes
    self.dependencies = dependencies
    specCounts = Farm.specCounts(bodyOfSpec, bodyCount: bodies.count)
    (bodyStarts, specStarts) = Farm.starts(bodies, specCounts, packageCount: names.packages.count)
    self.stackFacts =
      stackFacts
      ?? StackFacts.derive(
        stackCount: names.stacks.count, targetCount: names.targets.count, bodies: bodies, specCounts: specCounts,
        stackSets: stackSets)
  }
}

extension Farm {
  private static func specCounts(_ bodyOfSpec: [BodyID], bodyCount: Int) -> [UInt32] {
    var specCounts = [UInt32](repeating: 0, count: bodyCount)
    var counts = specCounts.mutableSpan
    let bodyOfSpec = bodyOfSpec.span
    for spec in bodyOfSpec.indices { counts[Int(bodyOfSpec[spec])] &+= 1 }
    return specCounts
  }

  /// Where the bodies and the specs of each package begin, and behind them where they end.
  private static func starts(
    _ bodies: [SpecBody], _ specCounts: [UInt32], packageCount: Int
  ) -> (bodies: [UInt32], specs: [UInt32]) {
    var bodyStarts = [UInt32](repeating: 0, count: packageCount + 1)
    var specStarts = bodyStarts
    let bodies = bodies.span
    let specCounts = specCounts.span
    var bodyEnds = bodyStarts.mutableSpan
    var specEnds = specStarts.mutableSpan
    for number in bodies.indices {
      let package = Int(bodies[number].package)
      bodyEnds[package + 1] += 1
      specEnds[package + 1] += specCounts[number]
    }
    for package in 0..<packageCount {
      bodyEnds[package + 1] += bodyEnds[package]
      specEnds[package + 1] += specEnds[package]
    }
    return (bodyStarts, specStarts)
  }
}

/// The name tables of a farm.
package struct FarmNames: Sendable {
  package var packages: NameTable
  package var versions: VersionTable
  package var stacks: NameTable
  package var targets: NameTable
  package var oses: NameTable
  package var platforms: NameTable
  package var compilers: CompilerTable

  package init(
    packages: NameTable, versions: VersionTable, stacks: NameTable, targets: NameTable, oses: NameTable,
    platforms: NameTable, compilers: CompilerTable
  ) {
    self.packages = packages
    self.versions = versions
    self.stacks = stacks
    self.targets = targets
    self.oses = oses
    self.platforms = platforms
    self.compilers = compilers
  }
}

extension Farm {
  /// The numbers of a package's bodies.
  package func bodies(of package: PackageID) -> Range<Int> {
    Int(bodyStarts[Int(package)])..<Int(bodyStarts[Int(package) + 1])
  }

  /// The numbers of a package's specs.
  package func specs(of package: PackageID) -> Range<Int> {
    Int(specStarts[Int(package)])..<Int(specStarts[Int(package) + 1])
  }

  /// How many specs the farm holds.
  package var specCount: Int { bodyOfSpec.count }

  /// Whether no stack but the aggregate carries the body.
  package func isOrphaned(_ body: SpecBody) -> Bool { stackSets[Int(body.stacks)].stacks.isEmpty }
}
