import FarmModel

/// In which combinations of platform, operating system and compiler each stack builds on each target, and which targets
/// are of one family.
struct StackCombinations {
  private let farm: Farm
  private let aggregateStack: UInt32
  /// What the aggregate stack combines: everything in the farm; made when first asked for.
  private var aggregate: [StackFacts.Combination]?
  private var families: [UInt32: String] = [:]

  init(_ farm: Farm, _ names: PlannerNames) {
    self.farm = farm
    aggregateStack = names.aggregateStack
  }

  /// All combinations of a stack, ascending by target; none for a stack that the farm lacks.
  mutating func all(of stack: UInt32) -> [StackFacts.Combination] {
    if stack < aggregateStack { return farm.stackFacts[Int(stack)].combinations }
    guard stack == aggregateStack else { return [] }
    if let aggregate { return aggregate }
    let all = Set(
      farm.bodies.lazy.map {
        StackFacts.Combination(target: $0.target, platform: $0.platform, os: $0.os, compiler: $0.compiler)
      }
    ).sorted()
    aggregate = all
    return all
  }

  /// Those on one target. Complexity: O(log combinations).
  mutating func combinations(of stack: UInt32, on target: UInt32) -> ArraySlice<StackFacts.Combination> {
    let all = all(of: stack)
    func position(ofTarget target: UInt32) -> Int {
      var low = 0
      var high = all.count
      while low < high {
        let middle = (low + high) / 2
        if all[middle].target < target { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return all[position(ofTarget: target)..<(target == .max ? all.count : position(ofTarget: target + 1))]
  }

  /// The root of a target's ancestry.
  mutating func family(of target: UInt32, _ names: PlannerNames) -> String {
    if let family = families[target] { return family }
    let family = Microarchitectures.family(of: names.name(target, .target))
    families[target] = family
    return family
  }
}
