extension Farm {
  /// The same farm with more specs: what it would be once they are built. A spec that the farm has (by package and
  /// hash) is carried by the further stacks as well. The graph of dependencies stays as it is.
  /// Complexity: O(bodies + specs).
  package func adding(_ builds: [SpecDescription]) -> Farm {
    builds.isEmpty ? self : FarmExtension(of: self, by: builds).extended()
  }
}

/// Puts described specs among the columns of a farm.
private struct FarmExtension {
  private let farm: Farm
  private let names: FarmNames
  /// The new numbers of the farm's names.
  private let packages: [UInt32]
  private let versions: [UInt32]
  private let stacks: [UInt32]
  private let targets: [UInt32]
  private let oses: [UInt32]
  private let platforms: [UInt32]
  private let compilers: [UInt32]
  private let buildsOfPackage: [PackageID: [SpecDescription]]
  private var variantLists: VariantListTable
  private var variantNumbers: [VariantList: VariantListID] = [:]
  private var stackSets: [StackSet]
  private var bodies: [SpecBody] = []
  private var bodyOfSpec: [BodyID] = []
  private var hashes = HashColumn()

  init(of farm: Farm, by builds: [SpecDescription]) {
    self.farm = farm
    names = FarmNames(
      packages: NameTable(farm.packages.names + builds.map(\.package)),
      versions: VersionTable(farm.versions.versions.map(\.text) + builds.map(\.version)),
      stacks: NameTable(farm.stacks.names + builds.flatMap(\.stacks).filter { $0 != Farm.aggregateStack }),
      targets: NameTable(farm.targets.names + builds.map(\.target)),
      oses: NameTable(farm.oses.names + builds.map(\.os)),
      platforms: NameTable(farm.platforms.names + builds.map(\.platform)),
      compilers: CompilerTable(
        farm.compilers.compilers + builds.compactMap { $0.compiler.map { Compiler(written: $0) } }))
    packages = farm.packages.names.map { [names] in names.packages.number(of: $0) ?? 0 }
    versions = farm.versions.versions.map { [names] in names.versions.number(of: $0.text) ?? 0 }
    stacks = farm.stacks.names.map { [names] in names.stacks.number(of: $0) ?? 0 }
    targets = farm.targets.names.map { [names] in names.targets.number(of: $0) ?? 0 }
    oses = farm.oses.names.map { [names] in names.oses.number(of: $0) ?? 0 }
    platforms = farm.platforms.names.map { [names] in names.platforms.number(of: $0) ?? 0 }
    compilers = farm.compilers.compilers.map { [names] in names.compilers.number(of: $0.canonical) ?? 0 }
    buildsOfPackage = Dictionary(grouping: builds) { [names] in names.packages.number(of: $0.package) ?? 0 }
    variantLists = farm.variantLists
    let stackNumbers = stacks
    stackSets = farm.stackSets.map { set in
      StackSet(stacks: set.stacks.map { stackNumbers[Int($0)] }, listsRoot: set.listsRoot)
    }
  }

  /// The extended farm.
  consuming func extended() -> Farm {
    var old = 0
    for package in names.packages.names.indices {
      let isKnown = old < packages.count && packages[old] == package
      append(PackageID(package), known: isKnown ? PackageID(old) : nil)
      if isKnown { old += 1 }
    }
    return Farm(
      snapshot: farm.snapshot, names: names, variantLists: variantLists, stackSets: stackSets, bodies: bodies,
      bodyOfSpec: bodyOfSpec, hashes: hashes, dependencies: farm.dependencies?.renumbered(stacks: stacks))
  }

  private mutating func append(_ package: PackageID, known: PackageID?) {
    let knownBodies = known.map { farm.bodies(of: $0) } ?? 0..<0
    let knownSpecs = known.map { farm.specs(of: $0) } ?? 0..<0
    let firstBody = bodies.count
    for number in knownBodies { bodies.append(renumbered(farm.bodies[number])) }
    guard let builds = buildsOfPackage[package] else {
      for spec in knownSpecs {
        bodyOfSpec.append(BodyID(Int(farm.bodyOfSpec[spec]) - knownBodies.lowerBound + firstBody))
      }
      hashes.append(knownSpecs, of: farm.hashes)
      return
    }
    var specs = knownSpecs.map { spec in
      (hash: farm.hashes[spec], body: Int(farm.bodyOfSpec[spec]) - knownBodies.lowerBound + firstBody)
    }
    var positions = Dictionary(specs.enumerated().map { ($1.hash, $0) }) { first, _ in first }
    for build in builds {
      if let position = positions[build.hash] {
        specs[position].body = body(specs[position].body, carriedAlsoBy: build)
      } else {
        positions[build.hash] = specs.count
        bodies.append(body(of: build, package))
        specs.append((build.hash, bodies.count - 1))
      }
    }
    appendUsed(specs.sorted { NameTable.precedes($0.hash, $1.hash) }, from: firstBody)
  }

  /// Appends specs and drops bodies that no spec has any longer.
  private mutating func appendUsed(_ specs: [(hash: String, body: Int)], from firstBody: Int) {
    let candidates = Array(bodies[firstBody...])
    bodies.removeSubrange(firstBody...)
    var numbers: [SpecBody: BodyID] = [:]
    for (hash, candidate) in specs {
      let body = candidates[candidate - firstBody]
      let number = numbers[body] ?? BodyID(bodies.count)
      if Int(number) == bodies.count {
        numbers[body] = number
        bodies.append(body)
      }
      bodyOfSpec.append(number)
      hashes.append(hash)
    }
  }

  private func renumbered(_ body: SpecBody) -> SpecBody {
    SpecBody(
      package: packages[Int(body.package)], version: versions[Int(body.version)],
      platform: platforms[Int(body.platform)], os: oses[Int(body.os)], target: targets[Int(body.target)],
      compiler: body.compiler.number.map { .known(compilers[Int($0)]) } ?? body.compiler, variants: body.variants,
      stacks: body.stacks)
  }

  private mutating func body(_ number: Int, carriedAlsoBy build: SpecDescription) -> Int {
    var body = bodies[number]
    let set = stackSets[Int(body.stacks)]
    let union = stackSet(of: build)
    stackSets.append(
      StackSet(stacks: Set(set.stacks + union.stacks).sorted(), listsRoot: set.listsRoot || union.listsRoot))
    body.stacks = StackSetID(stackSets.count - 1)
    bodies.append(body)
    return bodies.count - 1
  }

  private func stackSet(of build: SpecDescription) -> StackSet {
    StackSet(
      stacks: Set(build.stacks).compactMap { names.stacks.number(of: $0) }.sorted(),
      listsRoot: build.stacks.contains(Farm.aggregateStack))
  }

  private mutating func body(of build: SpecDescription, _ package: PackageID) -> SpecBody {
    if variantNumbers.isEmpty {
      variantNumbers = Dictionary(variantLists.enumerated().map { ($1, VariantListID($0)) }) { first, _ in first }
    }
    let variants = variantNumbers[build.variants] ?? VariantListID(variantLists.count)
    if Int(variants) == variantLists.count {
      variantLists.append(build.variants)
      variantNumbers[build.variants] = variants
    }
    stackSets.append(stackSet(of: build))
    let known = build.compiler.flatMap { names.compilers.number(of: Compiler(written: $0).canonical) }
    return SpecBody(
      package: package, version: names.versions.number(of: build.version) ?? 0,
      platform: names.platforms.number(of: build.platform) ?? 0, os: names.oses.number(of: build.os) ?? 0,
      target: names.targets.number(of: build.target) ?? 0,
      compiler: build.hasNoCompiler ? .noCompiler : known.map { .known($0) } ?? .unrecorded, variants: variants,
      stacks: StackSetID(stackSets.count - 1))
  }
}
