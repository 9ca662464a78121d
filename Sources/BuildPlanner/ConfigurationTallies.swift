import FarmModel

/// How many specs of a package have a configuration in some stacks, counted for all configurations at once.
struct ConfigurationTallies {
  private struct Key: Hashable {
    var version: UInt32
    var stacks: [UInt32]
  }

  private var counts: [Key: [Int32: Int]] = [:]

  /// The specs of a candidate's configuration, with variants as its version takes them, in the stacks where it is
  /// published. Complexity: O(bodies in the stacks) for the first candidate of a version and stacks.
  mutating func count(
    of candidate: BuildCandidate, _ search: inout ConfigurationSearch?, _ context: inout PlannerContext
  ) -> Int {
    let key = Key(version: candidate.version, stacks: candidate.stacks)
    if let known = counts[key] { return known[candidate.configuration, default: 0] }
    var counted: [Int32: Int] = [:]
    search?.forEachBody(in: candidate.stacks, for: candidate.version, &context) { body, configuration in
      guard let configuration else { return }
      counted[configuration, default: 0] += Int(body.specCount)
    }
    counts[key] = counted
    return counted[candidate.configuration, default: 0]
  }
}

extension ConfigurationSearch {
  /// Goes through the bodies that some of the stacks carry, each once, with the number of the configuration that they
  /// have for a version; `nil` where no gap admits it.
  mutating func forEachBody(
    in stacks: [UInt32], for version: UInt32, _ context: inout PlannerContext,
    do visit: ((number: Int, specCount: UInt32), Int32?) -> Void
  ) {
    for body in numbersOfBodies(in: stacks) {
      let configuration = configuration(ofBody: body, for: version, &context)
      visit((body, context.farm.specCounts[body]), number(of: configuration))
    }
  }

  /// The bodies that some of the stacks carry, each once, ascending.
  func numbersOfBodies(in stacks: [UInt32]) -> [Int] {
    var numbers: [Int] = []
    for stack in stacks { shelf.bodies(in: stack).forEach { numbers.append($0) } }
    return stacks.count > 1 ? Set(numbers).sorted() : numbers
  }

  /// The configuration of a body, with variants as a version takes them.
  mutating func configuration(
    ofBody number: Int, for version: UInt32, _ context: inout PlannerContext
  ) -> Configuration {
    let body = context.farm.bodies[number]
    return Configuration(
      platform: body.platform, os: body.os, target: body.target, compiler: body.compiler,
      variants: variants.number(of: body.variants, for: version, &context))
  }
}
