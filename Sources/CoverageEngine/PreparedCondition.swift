import CoveragePolicy
import FarmModel

/// A condition of a prohibition that is about a spec's body, resolved against a farm.
enum PreparedCondition {
  case names(Dimension, selected: [Bool], includesAggregate: Bool)
  case versions([Bool])
  case constraint(PreparedConstraint)
  case unrecordedCompilers

  /// `nil` for the condition that is about a spec's dependencies, and for what the farm cannot answer.
  init?(_ condition: ProhibitionSentence.Condition, of farm: Farm, in space: ValueSpace) {
    switch condition {
    case .names(let dimension, let patterns):
      let includesAggregate =
        dimension == .stack && patterns.contains { NameTable.isSame($0.text, Farm.aggregateStack) }
      self = .names(dimension, selected: space.selection(patterns, of: dimension), includesAggregate: includesAggregate)
    case .versions(let set): self = .versions(space.selection([.within(set)]))
    case .constraint(let constraint):
      guard let prepared = try? PreparedConstraint(constraint, for: farm) else { return nil }
      self = .constraint(prepared)
    case .unrecordedCompilers: self = .unrecordedCompilers
    case .missingRunDependencies: return nil
    }
  }

  /// Whether specs of one body can differ in it.
  var differsWithinBody: Bool {
    if case .constraint(let constraint) = self { constraint.differsWithinBody } else { false }
  }

  /// Whether a spec meets it.
  func judge(spec: Int, _ farm: Farm) -> Truth {
    if case .constraint(let constraint) = self { return constraint.judge(spec: spec) }
    let body = farm.bodyOfSpec[spec]
    return judge(Int(body), farm.bodies[Int(body)], farm)
  }

  /// Whether a body, whose number is given, meets it.
  func judge(_ number: Int, _ body: SpecBody, _ farm: Farm) -> Truth {
    switch self {
    case .names(let dimension, let selected, let includesAggregate):
      if includesAggregate { return .yes }
      return PreparedCondition.judge(body, dimension, selected, farm)
    case .versions(let selected): return selected[Int(body.version)] ? .yes : .no
    case .constraint(let constraint): return constraint.judge(body: number)
    case .unrecordedCompilers: return body.compiler == .unrecorded ? .yes : .no
    }
  }

  private static func judge(_ body: SpecBody, _ dimension: Dimension, _ selected: [Bool], _ farm: Farm) -> Truth {
    switch dimension {
    case .stack: return farm.stackSets[Int(body.stacks)].stacks.contains { selected[Int($0)] } ? .yes : .no
    case .os: return selected[Int(body.os)] ? .yes : .no
    case .platform: return selected[Int(body.platform)] ? .yes : .no
    case .target: return selected[Int(body.target)] ? .yes : .no
    case .compiler:
      if body.compiler == .unrecorded { return .unknown }
      return body.compiler.number.map { selected[Int($0)] } ?? false ? .yes : .no
    case .package: return selected[Int(body.package)] ? .yes : .no
    case .version: return selected[Int(body.version)] ? .yes : .no
    case .variants, .hash: return .no
    }
  }
}
