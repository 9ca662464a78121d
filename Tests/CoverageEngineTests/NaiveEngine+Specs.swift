import CoverageEngine
import CoveragePolicy
import FarmModel

extension NaiveEngine {
  func count(_ policy: Policy, _ sentence: CountSentence) -> Result {
    var groups: [[Dimension: String?]: [SpecDescription]] = [:]
    for spec in farm.specs where isInScope(policy, package: spec.package) {
      let stacks = farm.stacks(carrying: spec)
      let memberships = sentence.dimensions.contains(.stack) ? stacks.map { [$0] } : [stacks]
      for membership in memberships {
        guard policy.scopes.allSatisfy({ matches($0, spec, in: membership) }),
          !policy.exceptions.contains(where: { matches($0.pattern, spec, in: membership) })
        else { continue }
        var key: [Dimension: String?] = [:]
        for dimension in sentence.dimensions {
          key.updateValue(dimension == .stack ? membership[0] : self.key(dimension, spec), forKey: dimension)
        }
        groups[key, default: []].append(spec)
      }
    }
    var result = Result()
    for (key, specs) in groups { judge(key, specs, policy, sentence, &result) }
    return result
  }

  /// As grouping sees a value: unrecorded and absent compilers are groups of their own.
  private func key(_ dimension: Dimension, _ spec: SpecDescription) -> String? {
    dimension == .compiler && spec.hasNoCompiler ? "" : spec.value(dimension)
  }

  private func judge(
    _ key: [Dimension: String?], _ specs: [SpecDescription], _ policy: Policy, _ sentence: CountSentence,
    _ result: inout Result
  ) {
    result.tallies.examined += 1
    let count = counted(specs, sentence.counted)
    let unknown = sentence.counted == .compilers ? specs.filter(\.isUnrecorded).count : 0
    func status(_ count: Int) -> String? {
      switch sentence.bound {
      case .atMost(let number): count > number ? "excess" : nil
      case .atLeast(let number): count < number ? "shortfall" : nil
      case .exactly(let number): count > number ? "excess" : count < number ? "shortfall" : nil
      }
    }
    let isFine = status(count) == nil
    if (count...count + unknown).contains(where: { (status($0) == nil) != isFine }) {
      result.tallies.undetermined += 1
      return
    }
    guard let status = status(count) else { return }
    var cell: Binding = [:]
    for case (let dimension, .some(let value)) in key where !value.isEmpty || dimension == .variants {
      cell[dimension] = value
    }
    let isWaived = ruling(policy) { matches($0, cell) } == .waived
    if isWaived { result.tallies.waived += 1 } else { result.tallies.violations += 1 }
    result.add(isWaived ? "waived" : status, cell, count)
  }

  private func counted(_ specs: [SpecDescription], _ counted: CountSentence.Counted) -> Int {
    switch counted {
    case .builds: specs.count
    case .stacks: Set(specs.flatMap { farm.stacks(carrying: $0) }).count
    case .versions: farm.values(.version, of: specs).count
    case .packages: farm.values(.package, of: specs).count
    case .targets: farm.values(.target, of: specs).count
    case .oses: farm.values(.os, of: specs).count
    case .platforms: farm.values(.platform, of: specs).count
    case .compilers: farm.values(.compiler, of: specs).count
    case .variants: farm.values(.variants, of: specs).count
    }
  }

  func prohibition(_ policy: Policy, _ sentence: ProhibitionSentence) -> Result {
    var result = Result()
    for spec in farm.specs where isInScope(policy, package: spec.package) {
      let stacks = farm.stacks(carrying: spec)
      guard policy.scopes.allSatisfy({ matches($0, spec, in: stacks) }) else { continue }
      let ruling = ruling(policy) { matches($0, spec, in: stacks) }
      if ruling == .excepted { continue }
      result.tallies.examined += 1
      var truth: Truth = sentence.isOrphaned && !farm.isOrphaned(spec) ? .no : .yes
      for condition in sentence.conditions { truth = truth.and(judge(condition, spec)) }
      if truth == .unknown { result.tallies.undetermined += 1 }
      guard truth == .yes else { continue }
      if ruling == .waived { result.tallies.waived += 1 } else { result.tallies.violations += 1 }
      result.add(
        ruling == .waived ? "waived" : "forbidden",
        [.package: spec.package, .version: spec.version, .hash: spec.hash])
    }
    return result
  }

  private func judge(_ condition: ProhibitionSentence.Condition, _ spec: SpecDescription) -> Truth {
    switch condition {
    case .names(.stack, let names):
      (farm.stacks(carrying: spec) + ["root"]).contains { selects(names, $0, .stack) } ? .yes : .no
    case .names(.compiler, _) where spec.isUnrecorded: .unknown
    case .names(let dimension, let names):
      spec.value(dimension).map { selects(names, $0, dimension) } ?? false ? .yes : .no
    case .versions(let set): set.contains(Version(spec.version)) ? .yes : .no
    case .constraint(let constraint): constraint.judge(spec)
    case .unrecordedCompilers: spec.isUnrecorded ? .yes : .no
    case .missingRunDependencies: .unknown
    }
  }

  func loss(_ policy: Policy, _ sentence: LossSentence, since older: NaiveFarm) -> Result {
    func items(_ farm: NaiveFarm) -> Set<Binding> {
      var items: Set<Binding> = []
      for spec in farm.specs {
        for stack in farm.stacks(carrying: spec) {
          let all: Binding = [
            .package: spec.package, .version: spec.version, .stack: stack, .target: spec.target,
          ]
          items.insert(all.filter { sentence.lost.dimensions.contains($0.key) })
        }
      }
      return items
    }
    var result = Result()
    let now = items(farm)
    for item in items(older) where farm.stacks.contains(item[.stack] ?? "") {
      guard NaiveEngine(farm: older, today: today).isInScope(policy, package: item[.package] ?? ""),
        policy.scopes.allSatisfy({ matches($0, item) })
      else { continue }
      let ruling = ruling(policy) { matches($0, item) }
      if ruling == .excepted { continue }
      result.tallies.examined += 1
      if now.contains(item) { continue }
      if ruling == .waived { result.tallies.waived += 1 } else { result.tallies.violations += 1 }
      result.add(ruling == .waived ? "waived" : "lost", item)
    }
    return result
  }
}
