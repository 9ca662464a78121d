import FarmModel

extension ConfigurationSearch {
  /// Adds the bodies from which a gap in one stack took a configuration.
  mutating func collectModels(
    of configuration: Configuration, _ place: GapPlace, _ admission: Admission, requirement: Int,
    into bodies: inout Set<Int>, _ context: inout PlannerContext
  ) {
    guard let stack = place.stack, let version = place.version else { return }
    let isInferred = admission.origin == .inferred
    for number in isInferred ? numbersOfModels(for: configuration.target, &context) : numbersOfBodies(in: [stack]) {
      let body = context.farm.bodies[number]
      if admission.origin == .observed, body.target != configuration.target { continue }
      if !isInferred {
        guard body.platform == configuration.platform, body.os == configuration.os,
          body.compiler == configuration.compiler
        else { continue }
      }
      let content =
        admission.basis == .adapted
        ? variants.number(of: body.variants, for: version, adaptedTo: requirement, &context)
        : variants.number(of: body.variants, for: version, &context)
      if content == configuration.variants { bodies.insert(number) }
    }
  }

  /// The bodies of a target's family, or all where there are none.
  private mutating func numbersOfModels(for target: UInt32, _ context: inout PlannerContext) -> [Int] {
    let family = context.combinations.family(of: target, context.names)
    let related = shelf.bodies.filter {
      context.combinations.family(of: context.farm.bodies[$0].target, context.names) == family
    }
    return related.isEmpty ? Array(shelf.bodies) : related
  }

  /// The variants of the most frequent configuration in some stacks, or anywhere where the package is in none of them;
  /// of equally frequent ones the first in the farm's order.
  mutating func usualVariants(
    in stacks: [UInt32], for version: UInt32, _ context: inout PlannerContext
  ) -> UInt32? {
    var bodies = numbersOfBodies(in: stacks)
    if bodies.isEmpty { bodies = Array(shelf.bodies) }
    var positions: [Configuration: Int] = [:]
    var counts: [(variants: UInt32, specs: Int)] = []
    for body in bodies {
      let configuration = configuration(ofBody: body, for: version, &context)
      let position = positions[configuration] ?? counts.count
      if position == counts.count {
        positions[configuration] = position
        counts.append((configuration.variants, 0))
      }
      counts[position].specs += Int(context.farm.specCounts[body])
    }
    let most = counts.reduce(0) { max($0, $1.specs) }
    return counts.first { $0.specs == most && most > 0 }?.variants
  }
}
