/// Some of the specs of a snapshot, with the bodies that they have, each numbered when it is first met.
struct SpecSelection {
  /// The numbers that the chosen specs had.
  private(set) var specs: [Int] = []
  private(set) var hashes = HashColumn()
  private(set) var bodyOfSpec: [BodyID] = []
  private(set) var bodies: [SpecBody] = []

  /// Complexity: O(specs + bodies).
  init(
    _ allHashes: HashColumn, _ allBodyOfSpec: [BodyID], _ allBodies: [SpecBody], where isChosen: (Int) -> Bool
  ) {
    var numbers = [BodyID](repeating: .max, count: allBodies.count)
    for spec in allBodyOfSpec.indices where isChosen(spec) {
      let body = Int(allBodyOfSpec[spec])
      if numbers[body] == .max {
        numbers[body] = BodyID(bodies.count)
        bodies.append(allBodies[body])
      }
      bodyOfSpec.append(numbers[body])
      hashes.append(spec..<spec + 1, of: allHashes)
      specs.append(spec)
    }
  }
}

extension FarmNames {
  /// The names that some of these bodies have, and the bodies with the new numbers; all stacks stay, for an index makes
  /// its stack a product of the farm even if nothing of it is built. Complexity: O(names + bodies).
  func reduced(to bodies: [SpecBody]) -> (names: FarmNames, bodies: [SpecBody]) {
    let packages = UsedNumbers(packages.count, bodies.lazy.map(\.package))
    let versions = UsedNumbers(versions.count, bodies.lazy.map(\.version))
    let targets = UsedNumbers(targets.count, bodies.lazy.map(\.target))
    let oses = UsedNumbers(oses.count, bodies.lazy.map(\.os))
    let platforms = UsedNumbers(platforms.count, bodies.lazy.map(\.platform))
    let compilers = UsedNumbers(compilers.count, bodies.lazy.compactMap(\.compiler.number))
    let names = FarmNames(
      packages: NameTable(packages.old.map { self.packages[$0] }),
      versions: VersionTable(versions.old.map { self.versions[$0].text }), stacks: stacks,
      targets: NameTable(targets.old.map { self.targets[$0] }), oses: NameTable(oses.old.map { self.oses[$0] }),
      platforms: NameTable(platforms.old.map { self.platforms[$0] }),
      compilers: CompilerTable(compilers.old.map { self.compilers[$0] }))
    let renumbered = bodies.map { body in
      SpecBody(
        package: packages.new[Int(body.package)], version: versions.new[Int(body.version)],
        platform: platforms.new[Int(body.platform)], os: oses.new[Int(body.os)],
        target: targets.new[Int(body.target)],
        compiler: body.compiler.number.map { .known(compilers.new[Int($0)]) } ?? body.compiler,
        variants: body.variants, stacks: body.stacks)
    }
    return (names, renumbered)
  }
}

/// The numbers of a sorted table that are in use, and those that they get in the table of these alone.
private struct UsedNumbers {
  var new: [UInt32]
  var old: [UInt32] = []

  init(_ count: Int, _ numbers: some Sequence<UInt32>) {
    new = Array(repeating: .max, count: count)
    for number in numbers { new[Int(number)] = 0 }
    for number in new.indices where new[number] == 0 {
      new[number] = UInt32(old.count)
      old.append(UInt32(number))
    }
  }
}
