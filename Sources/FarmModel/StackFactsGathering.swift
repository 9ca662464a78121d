/// Counts for every stack and target in flat arrays; a farm has few combinations of platform, system, target and compiler,
/// so each gets a number and each stack a row of bits.
struct StackFactsGathering {
  /// What is counted of one stack, and what was met last.
  private struct Counts {
    var packages = 0
    var specs = 0
    var lastPackage = PackageID.max
    var lastCombination = -1

    /// Says whether the combination is another than the one before.
    mutating func add(_ specCount: Int, of package: PackageID, _ combination: Int) -> Bool {
      specs += specCount
      if lastPackage != package {
        lastPackage = package
        packages += 1
      }
      if lastCombination == combination { return false }
      lastCombination = combination
      return true
    }
  }

  private var counts: [Counts]
  private var packagesOnTarget: StackTargetCounts
  private var combinations: [StackFacts.Combination] = []
  private var combinationNumbers: [StackFacts.Combination: Int] = [:]
  /// The combination that was met last in each of some slots, and its number; a slot is told from the combination
  /// without hashing it well.
  private var latest: [(combination: StackFacts.Combination, number: Int)?]
  private static let slotBits: UInt64 = 10
  /// For each stack, by number of the combination, where that is below `flatLimit`.
  private var hasCombination: [[Bool]]
  /// The other ones of each stack. Only documents that nobody's farm has written have so many.
  private var rareCombinations: [Int: Set<Int>] = [:]
  private static let flatLimit = 1024

  init(stackCount: Int, targetCount: Int) {
    counts = Array(repeating: Counts(), count: stackCount)
    packagesOnTarget = StackTargetCounts(stackCount: stackCount, targetCount: targetCount)
    latest = Array(repeating: nil, count: 1 << StackFactsGathering.slotBits)
    hasCombination = Array(repeating: [], count: stackCount)
  }

  /// Counts a body with its specs; its stacks stand in the list whose number it has.
  mutating func add(_ body: SpecBody, specs: Int, stacksIn lists: RaggedTable) {
    let combination = number(
      of: StackFacts.Combination(
        target: body.target, platform: body.platform, os: body.os, compiler: body.compiler))
    for position in lists.range(Int(body.stacks)) {
      let stack = lists.items[position]
      packagesOnTarget.count(body.package, stack: Int(stack), target: body.target)
      if counts[Int(stack)].add(specs, of: body.package, combination) { note(combination, of: Int(stack)) }
    }
  }

  private mutating func number(of combination: StackFacts.Combination) -> Int {
    let slot = StackFactsGathering.slot(of: combination)
    if let known = latest[slot], known.combination.isSame(as: combination) { return known.number }
    let number = combinationNumbers[combination] ?? combinations.count
    if number == combinations.count {
      combinations.append(combination)
      combinationNumbers[combination] = number
    }
    latest[slot] = (combination, number)
    return number
  }

  private static func slot(of combination: StackFacts.Combination) -> Int {
    let sum =
      UInt64(combination.target) &+ UInt64(combination.os) &* 1031 &+ UInt64(combination.platform) &* 4099
      &+ combination.compiler.order &* 65537
    return Int((sum &* 0x9E37_79B9_7F4A_7C15) >> (64 - slotBits))
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
      packageCount: counts[stack].packages, specCount: counts[stack].specs,
      packagesPerTarget: packagesOnTarget.counts(of: stack),
      combinations: own)
  }
}

extension StackFacts.Combination {
  /// As `==`, which the compiler makes a call of for each member.
  fileprivate func isSame(as other: StackFacts.Combination) -> Bool {
    target == other.target && platform == other.platform && os == other.os
      && compiler.order == other.compiler.order
  }
}
