import FarmModel

/// Finds the configurations that the gaps of one package admit (semantics §3, *Admitted configurations*).
struct ConfigurationSearch {
  let shelf: PackageShelf
  let packageName: String
  var variants: PackageVariants
  private(set) var configurations: [Configuration] = []
  private var numbers: [Configuration: Int32] = [:]
  private var judged: [JudgementKey: Bool] = [:]
  private var known: [SearchKey: Admission?] = [:]
  private var listsOfFamily: [String: [VariantListID]]?
  private var allLists: [VariantListID] = []

  private struct SearchKey: Hashable {
    var place: GapPlace
    var requirement: Int
  }

  private struct JudgementKey: Hashable {
    var configuration: Int32
    var version: UInt32
    var requirement: Int
  }

  init(_ package: PackageID, _ context: PlannerContext) {
    shelf = PackageShelf(package, of: context.farm)
    packageName = context.farm.packages[package]
    variants = PackageVariants(bodies: shelf.bodies)
  }

  /// What a gap with a bound version admits; `nil` where nothing does. Complexity: O(bodies of the package in the stacks
  /// asked for), and once more per variant list where the configuration must be inferred.
  mutating func admission(_ place: GapPlace, requirement: Int, _ context: inout PlannerContext) -> Admission? {
    let key = SearchKey(place: place, requirement: requirement)
    if let admission = known[key] { return admission }
    let admission = search(place, requirement, &context)
    known[key] = .some(admission)
    return admission
  }

  /// The number of a configuration, if some gap admits it.
  func number(of configuration: Configuration) -> Int32? { numbers[configuration] }

  private mutating func search(_ place: GapPlace, _ requirement: Int, _ context: inout PlannerContext) -> Admission? {
    let stacks = place.stack.map { [$0] } ?? openStacks(place, context)
    for basis in [PlannedBuild.Basis.observed, .moved, .inferred] {
      if let found = admission(basis, place, stacks, requirement, isAdapted: false, &context) { return found }
    }
    guard isAdaptable(requirement, &context) else { return nil }
    for basis in [PlannedBuild.Basis.observed, .moved, .inferred] {
      if var found = admission(basis, place, stacks, requirement, isAdapted: true, &context) {
        found.basis = .adapted
        return found
      }
    }
    return nil
  }

  private mutating func admission(
    _ basis: PlannedBuild.Basis, _ place: GapPlace, _ stacks: [UInt32], _ requirement: Int, isAdapted: Bool,
    _ context: inout PlannerContext
  ) -> Admission? {
    var found: [(stack: UInt32, configurations: [Int32])] = []
    for stack in stacks {
      var place = place
      place.stack = stack
      var step = SearchStep(place: place, requirement: requirement, isAdapted: isAdapted)
      switch basis {
      case .observed: observe(&step, &context)
      case .moved: move(&step, &context)
      case .inferred, .adapted, .locked: infer(&step, &context)
      }
      if !step.found.isEmpty { found.append((stack, step.found)) }
    }
    return found.isEmpty ? nil : Admission(basis: basis, origin: basis, stacks: found)
  }

  /// The stacks in which a gap that binds no stack may be closed.
  private func openStacks(_ place: GapPlace, _ context: PlannerContext) -> [UInt32] {
    guard let target = place.target else { return shelf.stacks }
    return shelf.stacks.filter { context.farm.stackFacts[Int($0)].carries(target) }
  }

  /// Whether the sentence constrains variants that the package has by name.
  private mutating func isAdaptable(_ requirement: Int, _ context: inout PlannerContext) -> Bool {
    let names = context.requirements[requirement].variants.map(\.name)
    guard !names.isEmpty else { return false }
    let lists = lists(ofFamily: nil, &context)
    let present = lists.reduce(into: BitSet(count: 0)) { $0.formUnion(context.reader.reading(of: $1).names) }
    return names.contains { context.reader.number(ofName: $0).map(present.contains) ?? false }
  }
}

/// One attempt to find configurations for a gap, in one stack at one rank.
private struct SearchStep {
  var place: GapPlace
  var requirement: Int
  var isAdapted: Bool
  var found: [Int32] = []
  var seen = BitSet(count: 0)
}

extension ConfigurationSearch {
  /// Rank 1: what the stack itself carries of the package on the target.
  private mutating func observe(_ step: inout SearchStep, _ context: inout PlannerContext) {
    guard let stack = step.place.stack else { return }
    let target = step.place.target
    let numbers = shelf.bodies(in: stack)
    for position in 0..<numbers.count {
      let body = context.farm.bodies[numbers[position]]
      if let target, body.target != target { continue }
      let combination = StackFacts.Combination(
        target: body.target, platform: body.platform, os: body.os, compiler: body.compiler)
      admit(combination, body.variants, &step, &context)
    }
  }

  /// Rank 2: what the stack carries of the package on another target, where other packages show that it works.
  private mutating func move(_ step: inout SearchStep, _ context: inout PlannerContext) {
    guard let stack = step.place.stack, let target = step.place.target else { return }
    let there = context.combinations.combinations(of: stack, on: target)
    // A stack builds in few ways on one target: looking through them is faster than hashing.
    let known = there.count > 16 ? Set(there) : nil
    let numbers = shelf.bodies(in: stack)
    for position in 0..<numbers.count {
      let body = context.farm.bodies[numbers[position]]
      let combination = StackFacts.Combination(
        target: target, platform: body.platform, os: body.os, compiler: body.compiler)
      guard there.isEmpty || known?.contains(combination) ?? there.contains(combination) else { continue }
      admit(combination, body.variants, &step, &context)
    }
  }

  /// Rank 3: how the stack builds other packages on the target, with variants that the package has anywhere.
  private mutating func infer(_ step: inout SearchStep, _ context: inout PlannerContext) {
    guard let stack = step.place.stack else { return }
    let there =
      step.place.target.map { context.combinations.combinations(of: stack, on: $0) }
      ?? context.combinations.all(of: stack)[...]
    for combination in there where step.place.allows(combination) {
      let lists = lists(ofFamily: combination.target, &context)
      for list in lists { admit(combination, list, &step, &context) }
    }
  }

  private mutating func admit(
    _ combination: StackFacts.Combination, _ list: VariantListID, _ step: inout SearchStep,
    _ context: inout PlannerContext
  ) {
    guard step.place.allows(combination), let version = step.place.version else { return }
    let content =
      step.isAdapted
      ? variants.number(of: list, for: version, adaptedTo: step.requirement, &context)
      : variants.number(of: list, for: version, &context)
    let configuration = Configuration(
      platform: combination.platform, os: combination.os, target: combination.target, compiler: combination.compiler,
      variants: content)
    let number = number(making: configuration)
    guard step.seen.insertGrowing(Int(number)), satisfies(number, version, step.requirement, context) else { return }
    step.found.append(number)
  }

  private mutating func number(making configuration: Configuration) -> Int32 {
    if let number = numbers[configuration] { return number }
    let number = Int32(configurations.count)
    configurations.append(configuration)
    numbers[configuration] = number
    return number
  }

  /// The variant lists of the package's specs of a target's family, or of all where there are none of the family or
  /// `target` is `nil`; each once, ascending.
  private mutating func lists(ofFamily target: UInt32?, _ context: inout PlannerContext) -> [VariantListID] {
    if listsOfFamily == nil { gatherLists(&context) }
    guard let target else { return allLists }
    return listsOfFamily?[context.combinations.family(of: target, context.names)] ?? allLists
  }

  private mutating func gatherLists(_ context: inout PlannerContext) {
    var all: Set<VariantListID> = []
    var families: [TargetID: Set<VariantListID>] = [:]
    for body in shelf.bodies {
      let body = context.farm.bodies[body]
      all.insert(body.variants)
      families[body.target, default: []].insert(body.variants)
    }
    var merged: [String: Set<VariantListID>] = [:]
    for (target, lists) in families {
      merged[context.combinations.family(of: target, context.names), default: []].formUnion(lists)
    }
    listsOfFamily = merged.mapValues { $0.sorted() }
    allLists = all.sorted()
  }
}

extension ConfigurationSearch {
  /// Whether a build certainly satisfies the constraints of a sentence.
  private mutating func satisfies(
    _ number: Int32, _ version: UInt32, _ requirement: Int, _ context: PlannerContext
  ) -> Bool {
    let constraints = context.requirements[requirement].constraints
    guard !constraints.isEmpty else { return true }
    let key = JudgementKey(configuration: number, version: version, requirement: requirement)
    if let verdict = judged[key] { return verdict }
    let description = description(configurations[Int(number)], version, context)
    let verdict = constraints.allSatisfy { $0.judge(description) == .yes }
    judged[key] = verdict
    return verdict
  }

  /// A build in words.
  func description(_ configuration: Configuration, _ version: UInt32, _ context: PlannerContext) -> SpecDescription {
    SpecDescription(
      package: packageName, version: context.names.name(version, .version), hash: "",
      platform: context.names.name(configuration.platform, .platform),
      os: context.names.name(configuration.os, .os), target: context.names.name(configuration.target, .target),
      compiler: configuration.compiler.number.map { context.names.name($0, .compiler) },
      hasNoCompiler: configuration.compiler == .noCompiler,
      variants: variants[configuration.variants].list(context.reader))
  }
}

extension GapPlace {
  /// Whether a combination certainly has the operating system, platform and compiler that are bound.
  func allows(_ combination: StackFacts.Combination) -> Bool {
    if let os, combination.os != os { return false }
    if let platform, combination.platform != platform { return false }
    guard let compiler else { return true }
    switch combination.compiler {
    case .known(let number): return number == compiler
    case .noCompiler: return !countsCompiler
    case .unrecorded: return false
    }
  }
}

extension StackFacts {
  /// Whether the stack carries something on a target. Complexity: O(log targets).
  fileprivate func carries(_ target: TargetID) -> Bool {
    var low = 0
    var high = targets.count
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low < targets.count && targets[low] == target
  }
}
