import CoveragePolicy
import FarmModel

/// What builds would add to what is known of a farm.
struct Novelty {
  /// A stack would carry a package, or a package have a version, for the first time.
  private var changesPackages = false
  /// A stack would carry a version of a package for the first time.
  private var changesVersionsOfStacks = false
  /// A package would have a target, operating system, platform or compiler for the first time.
  private var changesPackageValues = false
  /// A stack would carry a package on a target for the first time.
  private var changesTargetShares = false
  /// A stack would have a target, operating system, platform, compiler or combination for the first time.
  private(set) var changesStacks = false
  private let asked: Questions

  /// What the cells of some policies depend on, besides packages and whole stacks.
  struct Questions {
    var aboutVersionsOfStacks = false
    var aboutPackageValues = false
    var aboutTargetShares = false
  }

  /// Complexity: O(bodies of the builds' packages × log).
  init(of builds: [PlannedBuild], in farm: Farm, asked: Questions, _ names: inout PlannerNames) {
    self.asked = asked
    var start = builds.startIndex
    while start < builds.endIndex {
      var end = start + 1
      while end < builds.endIndex, NameTable.isSame(builds[end].package, builds[start].package) { end += 1 }
      look(builds[start..<end], farm, &names)
      start = end
    }
  }

  private mutating func look(_ builds: ArraySlice<PlannedBuild>, _ farm: Farm, _ names: inout PlannerNames) {
    guard let name = builds.first?.package, let package = farm.packages.number(of: name) else {
      changesPackages = true
      changesStacks = true
      return
    }
    let bodies = farm.bodies[farm.bodies(of: package)]
    let known = KnownValues(bodies, farm, asked)
    for build in builds {
      guard let numbers = BuildNumbers(build, farm, &names) else {
        changesStacks = true
        continue
      }
      if !known.versions.contains(numbers.version) { changesPackages = true }
      if asked.aboutPackageValues, !values(of: numbers).allSatisfy(known.values.contains) {
        changesPackageValues = true
      }
      for stack in numbers.stacks { look(stack, numbers, known, farm) }
    }
  }

  private func values(of numbers: BuildNumbers) -> [UInt64] {
    KnownValues.values(numbers.target, numbers.os, numbers.platform, numbers.compiler)
  }

  private mutating func look(_ stack: StackID, _ build: BuildNumbers, _ known: KnownValues, _ farm: Farm) {
    if !known.stacks.contains(Int(stack)) { changesPackages = true }
    if asked.aboutVersionsOfStacks, !known.versionsOfStacks.contains(KnownValues.pair(stack, build.version)) {
      changesVersionsOfStacks = true
    }
    if asked.aboutTargetShares, !known.targetsOfStacks.contains(KnownValues.pair(stack, build.target)) {
      changesTargetShares = true
    }
    let combination = StackFacts.Combination(
      target: build.target, platform: build.platform, os: build.os, compiler: build.compiler)
    if !farm.stackFacts[Int(stack)].has(combination) { changesStacks = true }
  }

  /// Whether the cells that a policy requires may be others once the builds are there.
  func mayChange(_ policy: Policy) -> Bool {
    guard case .coverage(let sentence) = policy.sentence else { return false }
    if changesPackages || changesStacks { return true }
    let questions = Questions(sentence)
    return changesVersionsOfStacks && questions.aboutVersionsOfStacks
      || changesPackageValues && questions.aboutPackageValues
      || changesTargetShares && questions.aboutTargetShares
  }
}

extension Novelty.Questions {
  init(_ policies: [Policy]) {
    for case .coverage(let sentence) in policies.map(\.sentence) {
      let questions = Novelty.Questions(sentence)
      aboutVersionsOfStacks = aboutVersionsOfStacks || questions.aboutVersionsOfStacks
      aboutPackageValues = aboutPackageValues || questions.aboutPackageValues
      aboutTargetShares = aboutTargetShares || questions.aboutTargetShares
    }
  }

  init(_ sentence: CoverageSentence) {
    if case .everyVersion(_, .stacks) = sentence.subject { aboutVersionsOfStacks = true }
    for placement in sentence.placements {
      switch placement {
      case .everyPackage: aboutPackageValues = true
      case .everyStack(main: true, _): aboutTargetShares = true
      case .every, .everyStack, .atLeast, .names, .constraint: break
      }
    }
  }
}

/// What a package has, as far as it is asked for.
private struct KnownValues {
  var versions: Set<VersionID> = []
  var stacks: BitSet
  var versionsOfStacks: Set<UInt64> = []
  var targetsOfStacks: Set<UInt64> = []
  var values: Set<UInt64> = []

  init(_ bodies: ArraySlice<SpecBody>, _ farm: Farm, _ asked: Novelty.Questions) {
    stacks = BitSet(count: farm.stacks.count)
    // Bodies that follow each other are much alike.
    var last: (stacks: StackSetID, version: VersionID)?
    for body in bodies {
      if asked.aboutPackageValues {
        values.formUnion(KnownValues.values(body.target, body.os, body.platform, body.compiler))
      }
      if last?.stacks != body.stacks || last?.version != body.version {
        let carriers = farm.stackSets[Int(body.stacks)].stacks
        if !carriers.isEmpty { versions.insert(body.version) }
        for stack in carriers { stacks.insert(Int(stack)) }
        last = (body.stacks, body.version)
      }
      guard asked.aboutVersionsOfStacks || asked.aboutTargetShares else { continue }
      for stack in farm.stackSets[Int(body.stacks)].stacks {
        versionsOfStacks.insert(KnownValues.pair(stack, body.version))
        targetsOfStacks.insert(KnownValues.pair(stack, body.target))
      }
    }
  }

  static func pair(_ stack: StackID, _ number: UInt32) -> UInt64 { UInt64(stack) << 32 | UInt64(number) }

  static func values(
    _ target: TargetID, _ os: OperatingSystemID, _ platform: PlatformID, _ compiler: CompilerRecord
  ) -> [UInt64] {
    [UInt64(target), 1 << 32 | UInt64(os), 2 << 32 | UInt64(platform), 3 << 32 | compiler.order]
  }
}

/// A planned build in the farm's numbers.
private struct BuildNumbers {
  let version: VersionID
  let target: TargetID
  let os: OperatingSystemID
  let platform: PlatformID
  let compiler: CompilerRecord
  let stacks: [StackID]

  /// `nil` where the farm lacks one of the names.
  init?(_ build: PlannedBuild, _ farm: Farm, _ names: inout PlannerNames) {
    guard let version = names.farmNumber(of: build.version, .version),
      let target = farm.targets.number(of: build.target),
      let os = farm.oses.number(of: build.os), let platform = farm.platforms.number(of: build.platform)
    else { return nil }
    (self.version, self.target, self.os, self.platform) = (version, target, os, platform)
    if let name = build.compiler {
      guard let number = farm.compilers.number(of: name) else { return nil }
      compiler = .known(number)
    } else {
      compiler = build.hasNoCompiler ? .noCompiler : .unrecorded
    }
    stacks = build.stacks.compactMap { farm.stacks.number(of: $0) }
  }
}

extension StackFacts {
  /// Whether the stack has a combination. Complexity: O(log combinations).
  fileprivate func has(_ combination: Combination) -> Bool {
    var low = 0
    var high = combinations.count
    while low < high {
      let middle = (low + high) / 2
      if combinations[middle] < combination { low = middle + 1 } else { high = middle }
    }
    return low < combinations.count && combinations[low] == combination
  }
}
