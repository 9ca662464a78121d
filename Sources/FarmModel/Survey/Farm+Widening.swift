extension Farm {
  /// The same specs, seen as a part of a larger farm: with its names and with what is true of its stacks.
  ///
  /// The packages and versions stay those of the part. Returns `nil` where the survey is of other documents, for it
  /// lacks a name of the part. Complexity: O(bodies + names).
  package func widened(to survey: FarmSurvey.Snapshot) -> Farm? {
    let names = FarmNames(survey, packages: packages, versions: versions)
    guard let numbers = WideNumbers(of: self, in: names) else { return nil }
    var facts: [StackFacts] = []
    for stack in survey.stacks {
      guard let fact = StackFacts(stack, names) else { return nil }
      facts.append(fact)
    }
    return Farm(
      snapshot: snapshot, names: names, variantLists: variantLists, stackSets: stackSets.map(numbers.stackSet),
      bodies: bodies.map(numbers.body), bodyOfSpec: bodyOfSpec, hashes: hashes, stackFacts: facts,
      dependencies: dependencies?.renumbered(stacks: numbers.stacks))
  }
}

/// The numbers that a farm's names have in larger tables.
private struct WideNumbers {
  let stacks: [UInt32]
  private let targets: [UInt32]
  private let oses: [UInt32]
  private let platforms: [UInt32]
  private let compilers: [UInt32]

  init?(of farm: Farm, in names: FarmNames) {
    stacks = farm.stacks.names.compactMap { names.stacks.number(of: $0) }
    targets = farm.targets.names.compactMap { names.targets.number(of: $0) }
    oses = farm.oses.names.compactMap { names.oses.number(of: $0) }
    platforms = farm.platforms.names.compactMap { names.platforms.number(of: $0) }
    compilers = farm.compilers.compilers.compactMap { names.compilers.number(of: $0.canonical) }
    guard stacks.count == farm.stacks.count, targets.count == farm.targets.count, oses.count == farm.oses.count,
      platforms.count == farm.platforms.count, compilers.count == farm.compilers.count
    else { return nil }
  }

  func stackSet(_ set: StackSet) -> StackSet {
    StackSet(stacks: set.stacks.map { stacks[Int($0)] }, listsRoot: set.listsRoot)
  }

  func body(_ body: SpecBody) -> SpecBody {
    SpecBody(
      package: body.package, version: body.version, platform: platforms[Int(body.platform)], os: oses[Int(body.os)],
      target: targets[Int(body.target)],
      compiler: body.compiler.number.map { .known(compilers[Int($0)]) } ?? body.compiler, variants: body.variants,
      stacks: body.stacks)
  }
}

extension StackFacts {
  /// The facts of a surveyed stack in the numbers of some tables; `nil` where a name is not in them.
  fileprivate init?(_ stack: FarmSurvey.Stack, _ names: FarmNames) {
    var counts: [(TargetID, Int)] = []
    for count in stack.targets {
      guard let target = names.targets.number(of: count.target) else { return nil }
      counts.append((target, count.packages))
    }
    var combinations: [Combination] = []
    for combination in stack.combinations {
      guard let target = names.targets.number(of: combination.target),
        let platform = names.platforms.number(of: combination.platform),
        let os = names.oses.number(of: combination.os)
      else { return nil }
      let compiler: CompilerRecord
      switch combination.compiler {
      case FarmSurvey.Combination.unrecorded: compiler = .unrecorded
      case FarmSurvey.Combination.noCompiler: compiler = .noCompiler
      default:
        guard let number = names.compilers.number(of: combination.compiler) else { return nil }
        compiler = .known(number)
      }
      combinations.append(Combination(target: target, platform: platform, os: os, compiler: compiler))
    }
    self.init(
      packageCount: stack.packageCount, specCount: stack.specCount, packagesPerTarget: counts,
      combinations: combinations)
  }
}
