import CoverageEngine
import CoveragePolicy
import FarmModel

/// Finds the cells that policies would newly require once planned builds are there.
struct OpenedCells {
  private let farm: Farm
  private let builds: [PlannedBuild]
  private let novelty: Novelty

  init(_ farm: Farm, _ builds: [PlannedBuild]) {
    self.farm = farm
    self.builds = builds
    novelty = Novelty(of: builds, in: farm)
  }

  /// The opened cells of some policies, in their order. Complexity: O(builds × bodies of their packages); as judging
  /// the policies anew only where a build changes what is true of a whole stack.
  func cells(of policies: [Policy], _ options: PlanOptions) -> [PlannedCell] {
    let affected = policies.filter { novelty.mayChange($0) }
    guard !affected.isEmpty, let today = CalendarDate("2000-01-01") else { return [] }
    var judging = JudgingOptions(today: today)
    judging.packages = options.packages
    judging.stacks = options.stacks
    let specs = builds.map(\.description)
    let (before, after) = farms(specs)
    return affected.flatMap { policy in
      CoverageInspector.opened(by: specs, under: policy, in: before, extended: after, options: judging)
        .map { PlannedCell(policy: policy.name, cell: $0) }
    }
  }

  /// The farm before and after; where nothing changes for whole stacks, only the packages that are built of it.
  private func farms(_ specs: [SpecDescription]) -> (before: Farm, after: Farm) {
    if novelty.changesStacks { return (farm, farm.adding(specs)) }
    let before = farm.part(of: NameTable(specs.map(\.package)).names.compactMap { farm.packages.number(of: $0) })
    return (before, before.adding(specs).with(farm.stackFacts))
  }
}

/// What builds would add to what is known of a farm.
private struct Novelty {
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

  init(of builds: [PlannedBuild], in farm: Farm) {
    var start = builds.startIndex
    while start < builds.endIndex {
      var end = start + 1
      while end < builds.endIndex, NameTable.isSame(builds[end].package, builds[start].package) { end += 1 }
      look(builds[start..<end], farm)
      start = end
    }
  }

  private mutating func look(_ builds: ArraySlice<PlannedBuild>, _ farm: Farm) {
    guard let name = builds.first?.package, let package = farm.packages.number(of: name) else {
      changesPackages = true
      changesStacks = true
      return
    }
    let bodies = farm.bodies[farm.bodies(of: package)]
    let known = KnownValues(bodies, farm)
    for build in builds {
      guard let numbers = BuildNumbers(build, farm) else {
        changesStacks = true
        continue
      }
      if !known.versions.contains(numbers.version) { changesPackages = true }
      let values: [UInt64] = [
        UInt64(numbers.target), 1 << 32 | UInt64(numbers.os), 2 << 32 | UInt64(numbers.platform),
        3 << 32 | numbers.compiler.order,
      ]
      if !known.values.isSuperset(of: values) { changesPackageValues = true }
      for stack in numbers.stacks { look(stack, numbers, known, farm) }
    }
  }

  private mutating func look(_ stack: StackID, _ build: BuildNumbers, _ known: KnownValues, _ farm: Farm) {
    if !known.stacks.contains(stack) { changesPackages = true }
    if !known.versionsOfStacks.contains(UInt64(stack) << 32 | UInt64(build.version)) { changesVersionsOfStacks = true }
    if !known.targetsOfStacks.contains(UInt64(stack) << 32 | UInt64(build.target)) { changesTargetShares = true }
    let combination = StackFacts.Combination(
      target: build.target, platform: build.platform, os: build.os, compiler: build.compiler)
    if !farm.stackFacts[Int(stack)].has(combination) { changesStacks = true }
  }

  /// Whether the cells that a policy requires may be others once the builds are there.
  func mayChange(_ policy: Policy) -> Bool {
    guard case .coverage(let sentence) = policy.sentence else { return false }
    if changesPackages || changesStacks { return true }
    if changesVersionsOfStacks, case .everyVersion(_, .stacks) = sentence.subject { return true }
    return sentence.placements.contains { placement in
      switch placement {
      case .everyPackage: changesPackageValues
      case .everyStack(main: true, _): changesTargetShares
      case .every, .everyStack, .atLeast, .names, .constraint: false
      }
    }
  }
}

/// What a package has.
private struct KnownValues {
  var versions: Set<VersionID> = []
  var stacks: Set<StackID> = []
  var versionsOfStacks: Set<UInt64> = []
  var targetsOfStacks: Set<UInt64> = []
  var values: Set<UInt64> = []

  init(_ bodies: ArraySlice<SpecBody>, _ farm: Farm) {
    for body in bodies {
      values.insert(UInt64(body.target))
      values.insert(1 << 32 | UInt64(body.os))
      values.insert(2 << 32 | UInt64(body.platform))
      values.insert(3 << 32 | body.compiler.order)
      for stack in farm.stackSets[Int(body.stacks)].stacks {
        versions.insert(body.version)
        stacks.insert(stack)
        versionsOfStacks.insert(UInt64(stack) << 32 | UInt64(body.version))
        targetsOfStacks.insert(UInt64(stack) << 32 | UInt64(body.target))
      }
    }
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
  init?(_ build: PlannedBuild, _ farm: Farm) {
    guard let version = farm.versions.number(of: build.version), let target = farm.targets.number(of: build.target),
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
