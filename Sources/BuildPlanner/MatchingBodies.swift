import CoverageEngine
import CoveragePolicy
import FarmModel

/// The bodies of a package that certainly match a gap of `at least N`, but for the values that are counted.
struct MatchingBodies {
  private let numbers: [Int]
  private let isRunnable: Bool

  /// Complexity: O(bodies of the package).
  init(
    _ place: GapPlace, _ policy: GapCollection.PolicyFacts, _ shelf: PackageShelf, _ package: String,
    _ context: PlannerContext
  ) {
    isRunnable = policy.isRunnable
    let constraints = context.requirements[policy.requirement].constraints
    var numbers: [Int] = []
    let candidates = place.stack.map { shelf.bodies(in: $0) } ?? .range(shelf.bodies)
    candidates.forEach { number in
      let body = context.farm.bodies[number]
      let combination = StackFacts.Combination(
        target: body.target, platform: body.platform, os: body.os, compiler: body.compiler)
      guard place.version.map({ $0 == body.version }) ?? true, place.allows(combination),
        place.target.map({ context.serves(body.target, $0, isRunnable: policy.isRunnable) }) ?? true
      else { return }
      if !constraints.isEmpty {
        let description = context.description(ofBody: number, package: package)
        guard constraints.allSatisfy({ $0.judge(description) == .yes }) else { return }
      }
      numbers.append(number)
    }
    self.numbers = numbers
  }

  /// Whether some of the bodies has a value, as the verb reads it. Complexity: O(bodies).
  func have(_ value: UInt32, _ dimension: Dimension, _ context: inout PlannerContext) -> Bool {
    numbers.contains { number in
      let body = context.farm.bodies[number]
      return switch dimension {
      case .stack:
        value == context.names.aggregateStack || context.farm.stackSets[Int(body.stacks)].stacks.contains(value)
      case .target: context.serves(body.target, value, isRunnable: isRunnable)
      case .os: body.os == value
      case .platform: body.platform == value
      case .compiler: body.compiler.number == value
      case .package, .version, .variants, .hash: false
      }
    }
  }
}

extension PlannerContext {
  /// Whether a build for one target counts for another: the same, or with `runnable` one that runs its code.
  func serves(_ target: UInt32, _ wanted: UInt32, isRunnable: Bool) -> Bool {
    target == wanted
      || isRunnable && Microarchitectures.runs(codeFor: names.name(target, .target), on: names.name(wanted, .target))
  }

  /// A body in words, without hash and stacks.
  func description(ofBody number: Int, package: String) -> SpecDescription {
    let body = farm.bodies[number]
    return SpecDescription(
      package: package, version: farm.versions[body.version].text, hash: "", platform: farm.platforms[body.platform],
      os: farm.oses[body.os], target: farm.targets[body.target],
      compiler: body.compiler.number.map { farm.compilers[$0].canonical },
      hasNoCompiler: body.compiler == .noCompiler, variants: farm.variantLists[Int(body.variants)])
  }

  /// The values that patterns list, in the order listed; a glob stands for the names of the farm that it matches.
  mutating func values(of patterns: [NamePattern], _ dimension: Dimension) -> [UInt32] {
    var seen: Set<UInt32> = []
    return patterns.flatMap { pattern in
      pattern.isGlob ? matches(of: pattern, dimension) : [names.number(of: pattern.text, dimension)]
    }.filter { seen.insert($0).inserted }
  }

  private func matches(of pattern: NamePattern, _ dimension: Dimension) -> [UInt32] {
    let all = (0..<UInt32(farm.nameCount(dimension))).map { farm.name($0, dimension) }
    return all.indices.filter { position in
      if pattern.matches(all[position]) { return true }
      guard dimension == .compiler else { return false }
      let compiler = farm.compilers[CompilerID(position)]
      return pattern.matches("\(compiler.name)@\(compiler.version)")
    }.map { UInt32($0) }
  }
}
