import CoverageEngine
import CoveragePolicy
import FarmModel

/// Judges policies by brute force from the definitions of semantics §2, without rows, numbers or tables.
struct NaiveEngine {
  typealias Binding = [Dimension: String]

  let farm: NaiveFarm
  let today: CalendarDate

  /// What a policy comes to: figures, and the findings as texts.
  struct Result: Equatable {
    var tallies = Tallies()
    var findings: [String: Int] = [:]

    mutating func add(_ status: String, _ cell: Binding, _ count: Int? = nil) {
      findings[NaiveEngine.text(status, cell, count), default: 0] += 1
    }
  }

  static func text(_ status: String, _ cell: Binding, _ count: Int?) -> String {
    let values = cell.sorted { $0.key < $1.key }.map { "\($0.key.rawValue)=\($0.value)" }
    return ([status] + values + (count.map { ["\($0)"] } ?? [])).joined(separator: " ")
  }

  func judge(_ policy: Policy, since older: NaiveFarm? = nil) -> Result {
    switch policy.sentence {
    case .coverage(let sentence): coverage(policy, sentence)
    case .count(let sentence): count(policy, sentence)
    case .prohibition(let sentence): prohibition(policy, sentence)
    case .loss(let sentence): older.map { loss(policy, sentence, since: $0) } ?? Result()
    case .wanted: Result()
    }
  }
}

extension NaiveEngine {
  enum Ruling {
    case excepted, waived, plain
  }

  /// Whether names select a value: a literal is the value itself, a glob never means the aggregate stack.
  func selects(_ names: [NamePattern], _ value: String, _ dimension: Dimension) -> Bool {
    names.contains { name in
      if dimension == .compiler, !name.isGlob { return Compiler(written: name.text).canonical == value }
      return name.matches(value) && !(name.isGlob && dimension == .stack && value == "root")
    }
  }

  /// Whether every part of a pattern selects what the cell binds.
  func matches(_ pattern: Pattern, _ cell: Binding) -> Bool {
    let parts: [(Dimension, [NamePattern]?)] = [
      (.package, pattern.packages), (.stack, pattern.stacks), (.target, pattern.targets), (.os, pattern.oses),
      (.platform, pattern.platforms), (.compiler, pattern.compilers),
    ]
    for (dimension, names) in parts {
      guard let names else { continue }
      guard let value = cell[dimension], selects(names, value, dimension) else { return false }
    }
    guard let versions = pattern.versions else { return true }
    guard let version = cell[.version] else { return false }
    return versions.contains { wanted in
      switch wanted {
      case .exactly(let text): text == version
      case .within(let set): set.contains(Version(version))
      }
    }
  }

  /// Whether a pattern matches a spec in one of some stacks.
  func matches(_ pattern: Pattern, _ spec: SpecDescription, in stacks: [String]) -> Bool {
    var cell: Binding = [:]
    for dimension in Dimension.allCases { cell[dimension] = spec.value(dimension) }
    guard pattern.stacks != nil else { return matches(pattern, cell) }
    return (stacks + ["root"]).contains { stack in
      cell[.stack] = stack
      return matches(pattern, cell)
    }
  }

  func isInScope(_ policy: Policy, package: String) -> Bool {
    policy.requiredVariants.allSatisfy { names in
      farm.specs(of: package).contains { spec in
        spec.variants.written.contains { variant in
          let name = spec.variants.areValuesRecorded ? Variant(written: variant).name : variant
          return names.contains { $0.matches(name) }
        }
      }
    }
  }

  func ruling(_ policy: Policy, matches: (Pattern) -> Bool) -> Ruling {
    if policy.exceptions.contains(where: { matches($0.pattern) }) { return .excepted }
    return policy.waivers.contains { matches($0.pattern) && today <= $0.until } ? .waived : .plain
  }
}
