extension StackFacts {
  /// Gathers the facts of every stack from the bodies, which stand in the order of their packages. Complexity:
  /// O(bodies × stacks of a body).
  static func derive(
    stackCount: Int, targetCount: Int, bodies: [SpecBody], specCounts: [UInt32], stackSets: [StackSet]
  ) -> [StackFacts] {
    var gathering = StackFactsGathering(stackCount: stackCount, targetCount: targetCount)
    for (index, body) in bodies.enumerated() {
      gathering.add(body, specs: Int(specCounts[index]), stacks: stackSets[Int(body.stacks)].stacks)
    }
    return (0..<stackCount).map { gathering.facts(of: $0) }
  }
}

/// Counts for every stack and target in flat arrays; a farm has few combinations of platform, system, target and compiler,
/// so each gets a number and each stack a row of bits.
private struct StackFactsGathering {
  private var packageCounts: [Int]
  private var specCounts: [Int]
  private var lastPackages: [PackageID]
  private var lastCombinations: [Int]
  private var packagesOnTarget: StackTargetCounts
  private var combinations: [StackFacts.Combination] = []
  private var combinationNumbers: [StackFacts.Combination: Int] = [:]
  private var latest: (combination: StackFacts.Combination, number: Int)?
  /// For each stack, by number of the combination, where that is below `flatLimit`.
  private var hasCombination: [[Bool]]
  /// The other ones of each stack. Only documents that nobody's farm has written have so many.
  private var rareCombinations: [Int: Set<Int>] = [:]
  private static let flatLimit = 1024

  init(stackCount: Int, targetCount: Int) {
    packageCounts = Array(repeating: 0, count: stackCount)
    specCounts = packageCounts
    lastPackages = Array(repeating: .max, count: stackCount)
    lastCombinations = Array(repeating: -1, count: stackCount)
    packagesOnTarget = StackTargetCounts(stackCount: stackCount, targetCount: targetCount)
    hasCombination = Array(repeating: [], count: stackCount)
  }

  mutating func add(_ body: SpecBody, specs: Int, stacks: [StackID]) {
    let combination = number(
      of: StackFacts.Combination(
        target: body.target, platform: body.platform, os: body.os, compiler: body.compiler))
    for stack in stacks {
      let stack = Int(stack)
      specCounts[stack] += specs
      if lastPackages[stack] != body.package {
        lastPackages[stack] = body.package
        packageCounts[stack] += 1
      }
      packagesOnTarget.count(body.package, stack: stack, target: body.target)
      if lastCombinations[stack] != combination {
        lastCombinations[stack] = combination
        note(combination, of: stack)
      }
    }
  }

  private mutating func number(of combination: StackFacts.Combination) -> Int {
    if let latest, latest.combination == combination { return latest.number }
    let number = combinationNumbers[combination] ?? combinations.count
    if number == combinations.count {
      combinations.append(combination)
      combinationNumbers[combination] = number
    }
    latest = (combination, number)
    return number
  }

  private mutating func note(_ combination: Int, of stack: Int) {
    guard combination < StackFactsGathering.flatLimit else {
      rareCombinations[stack, default: []].insert(combination)
      return
    }
    if hasCombination[stack].count <= combination {
      let missing = combination + 1 - hasCombination[stack].count
      hasCombination[stack].append(contentsOf: repeatElement(false, count: missing))
    }
    hasCombination[stack][combination] = true
  }

  func facts(of stack: Int) -> StackFacts {
    var own = hasCombination[stack].indices.filter { hasCombination[stack][$0] }.map { combinations[$0] }
    if let rare = rareCombinations[stack] { own += rare.sorted().map { combinations[$0] } }
    return StackFacts(
      packageCount: packageCounts[stack], specCount: specCounts[stack],
      packagesPerTarget: packagesOnTarget.counts(of: stack),
      combinations: own)
  }
}

extension StackFacts {
  /// Derives all facts from those that can be added up over parts of a farm.
  ///
  /// - Parameter packagesPerTarget: ascending by target, none of them 0. Complexity: O(n log n) in the combinations.
  init(
    packageCount: Int, specCount: Int, packagesPerTarget counts: [(target: TargetID, packages: Int)],
    combinations: [Combination]
  ) {
    self.packageCount = packageCount
    self.specCount = specCount
    for (target, count) in counts {
      targets.append(target)
      packagesPerTarget.append(count)
      if count * 10 >= packageCount { mainTargets.append(target) }
    }
    oses = Set(combinations.map(\.os)).sorted()
    platforms = Set(combinations.map(\.platform)).sorted()
    compilers = Set(combinations.compactMap { $0.compiler.number }).sorted()
    configurations = StackFacts.configurations(combinations)
    self.combinations = combinations.sorted()
  }

  /// The triples; one without a compiler is dropped where the same operating system and target has a recorded one.
  private static func configurations(_ combinations: [Combination]) -> [Configuration] {
    struct Machine: Hashable {
      var os: OperatingSystemID
      var target: TargetID
    }
    let recorded = Set(
      combinations.lazy.filter { $0.compiler.number != nil }.map { Machine(os: $0.os, target: $0.target) })
    let all = Set(combinations.map { Configuration(os: $0.os, target: $0.target, compiler: $0.compiler.number) })
    return all.sorted().filter { $0.compiler != nil || !recorded.contains(Machine(os: $0.os, target: $0.target)) }
  }
}

extension CompilerRecord {
  /// The compiler's number where it is recorded.
  package var number: CompilerID? {
    if case .known(let number) = self { number } else { nil }
  }

  /// A number that differs for every record: 0 for unrecorded, 1 for none, then the compilers.
  package var order: UInt64 {
    switch self {
    case .unrecorded: 0
    case .noCompiler: 1
    case .known(let number): UInt64(number) + 2
    }
  }
}
