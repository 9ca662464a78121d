import CoverageEngine
import CoveragePolicy
import FarmModel

extension NaiveEngine {
  func coverage(_ policy: Policy, _ sentence: CoverageSentence) -> Result {
    var result = Result()
    let named = policy.scopes.flatMap { $0.packages ?? [] }.filter { !$0.isGlob }.map(\.text)
    for package in Set(farm.specs.map(\.package) + named) where isInScope(policy, package: package) {
      let inScope = policy.scopes.allSatisfy { $0.packages.map { selects($0, package, .package) } ?? true }
      var required = 0
      for cell in requiredCells(policy, sentence, package) {
        let state = state(of: cell, sentence)
        let ruling = ruling(policy) { matches($0, cell) }
        if ruling == .excepted { continue }
        required += 1
        let isWaived = state == .gap && ruling == .waived
        result.tallies.count(isWaived ? .waived : state)
        if state != .covered { result.add(isWaived ? "waived" : state == .gap ? "gap" : "undetermined", cell) }
      }
      let specs = farm.specs(of: package)
      if inScope, required == 0, !specs.isEmpty, specs.allSatisfy(farm.isOrphaned) {
        result.tallies.packagesWithoutRequirement += 1
      }
    }
    return result
  }

  /// The cells of a package in scope, before exceptions.
  func requiredCells(_ policy: Policy, _ sentence: CoverageSentence, _ package: String) -> Set<Binding> {
    var cells: Set<Binding> = [[.package: package]]
    cells = join(cells, versions(sentence.subject, package))
    for placement in sentence.placements {
      if let relation = relation(placement, package) { cells = join(cells, relation) }
    }
    return cells.filter { cell in policy.scopes.allSatisfy { matches($0, cell) } }
  }

  /// Every union of two bindings that agree where both bind.
  private func join(_ cells: Set<Binding>, _ relation: Set<Binding>) -> Set<Binding> {
    var joined: Set<Binding> = []
    for cell in cells {
      for binding in relation where binding.allSatisfy({ cell[$0.key] == nil || cell[$0.key] == $0.value }) {
        joined.insert(cell.merging(binding) { own, _ in own })
      }
    }
    return joined
  }

  private func versions(_ subject: CoverageSentence.Subject, _ package: String) -> Set<Binding> {
    func bindings(_ versions: some Sequence<String>) -> Set<Binding> { Set(versions.map { [.version: $0] }) }
    func narrowed(_ versions: Set<String>, _ range: VersionSet?) -> [String] {
      versions.filter { range?.contains(Version($0)) ?? true }.sorted { Version($0) < Version($1) }
    }
    switch subject {
    case .everyPackage: return [[:]]
    case .versions(let versions): return bindings(versions)
    case .everyVersion(let range, .carried): return bindings(narrowed(farm.versions(of: package), range))
    case .everyVersion(let range, .farm):
      return bindings(narrowed(Set(farm.specs(of: package).map(\.version)), range))
    case .everyVersion(let range, .stacks(let names)):
      let specs = farm.specs(of: package).filter { spec in
        (farm.stacks(carrying: spec) + ["root"]).contains { selects(names, $0, .stack) }
      }
      return bindings(narrowed(Set(specs.map(\.version)), range))
    case .latest(let count, let range):
      let all = narrowed(farm.versions(of: package), range)
      let releases = all.filter { !Version($0).isBranch && !Version($0).isPrerelease }
      return bindings((releases.isEmpty ? all : releases).suffix(count))
    }
  }

  /// The bindings that a placement allows for a package; `nil` where it binds nothing.
  private func relation(_ placement: Placement, _ package: String) -> Set<Binding>? {
    switch placement {
    case .atLeast, .constraint: return nil
    case .every(.stack, let inFarm): return bind(.stack, inFarm ? farm.stacks : farm.stacks(of: package))
    case .every(let dimension, let inFarm):
      let stacks = inFarm ? farm.stacks : farm.stacks(of: package)
      return bind(dimension, stacks.flatMap { farm.values(dimension, of: farm.carried(by: $0)) })
    case .everyPackage(.configurations): return farm.configurations(of: farm.specs(of: package))
    case .everyPackage(let part): return bind(part.own, farm.values(part.own, of: farm.specs(of: package)))
    case .names(let dimension, let names):
      let known = dimension == .stack ? farm.stacks : farm.values(dimension, of: farm.specs)
      let literals = names.filter { !$0.isGlob }.map {
        dimension == .compiler ? Compiler(written: $0.text).canonical : $0.text
      }
      return bind(dimension, known.filter { selects(names, $0, dimension) } + literals)
    case .everyStack(let main, let parts):
      var all: Set<Binding> = []
      for stack in farm.stacks(of: package) {
        var bindings: Set<Binding> = [[.stack: stack]]
        for part in parts { bindings = join(bindings, relation(part, of: stack, main: main)) }
        all.formUnion(bindings)
      }
      return all
    }
  }

  private func relation(_ part: StackPart, of stack: String, main: Bool) -> Set<Binding> {
    switch part {
    case .configurations: farm.configurations(of: farm.carried(by: stack))
    case .targets where main: bind(.target, farm.mainTargets(of: stack))
    default: bind(part.own, farm.values(part.own, of: farm.carried(by: stack)))
    }
  }

  private func bind(_ dimension: Dimension, _ values: some Sequence<String>) -> Set<Binding> {
    Set(values.map { [dimension: $0] })
  }
}

extension NaiveEngine {
  func state(of cell: Binding, _ sentence: CoverageSentence) -> CellState {
    let truths = farm.specs(of: cell[.package] ?? "").map { ($0, matches($0, cell, sentence)) }
    let certain = truths.filter { $0.1 == .yes }.map(\.0)
    let possible = truths.filter { $0.1 != .no }.map(\.0)
    if isEnough(certain, sentence, counting: { _ in 0 }) { return .covered }
    return isEnough(possible, sentence, counting: { $0.filter(\.isUnrecorded).count }) ? .undetermined : .gap
  }

  private func matches(_ spec: SpecDescription, _ cell: Binding, _ sentence: CoverageSentence) -> Truth {
    var truth = Truth.yes
    for (dimension, value) in cell {
      switch dimension {
      case .stack: truth = truth.and(value == "root" || spec.stacks.contains(value) ? .yes : .no)
      case .target: truth = truth.and(runs(spec, on: value, sentence) ? .yes : .no)
      case .compiler:
        if spec.isUnrecorded { truth = truth.and(.unknown) }
        if let own = spec.value(.compiler) { truth = truth.and(own == value ? .yes : .no) }
      default: truth = truth.and(spec.value(dimension) == value ? .yes : .no)
      }
    }
    for case .constraint(let constraint) in sentence.placements { truth = truth.and(constraint.judge(spec)) }
    return truth
  }

  private func runs(_ spec: SpecDescription, on target: String, _ sentence: CoverageSentence) -> Bool {
    spec.target == target
      || (sentence.verb == .runnable && Microarchitectures.ancestors(of: target).contains(spec.target))
  }

  /// Whether specs are enough for every `at least`; each spec of unknown compiler may add a value of its own.
  private func isEnough(
    _ specs: [SpecDescription], _ sentence: CoverageSentence, counting unknown: ([SpecDescription]) -> Int
  ) -> Bool {
    var counts = false
    for case .atLeast(let minimum, let dimension, let names) in sentence.placements {
      counts = true
      var values: Set<String> = []
      for spec in specs {
        switch dimension {
        case .stack: values.formUnion(farm.stacks(carrying: spec))
        default: if let value = spec.value(dimension) { values.insert(value) }
        }
      }
      var count = values.count + (dimension == .compiler ? unknown(specs) : 0)
      if let names {
        let known = dimension == .stack ? farm.stacks : farm.values(dimension, of: farm.specs)
        let literals = names.filter { !$0.isGlob }.map {
          dimension == .compiler ? Compiler(written: $0.text).canonical : $0.text
        }
        let listed = Set(known.filter { selects(names, $0, dimension) } + literals)
        let found = listed.filter { value in
          specs.contains { spec in
            switch dimension {
            case .stack: value == "root" || spec.stacks.contains(value)
            case .target: runs(spec, on: value, sentence)
            default: spec.value(dimension) == value
            }
          }
        }
        count = min(listed.count, found.count + (dimension == .compiler ? unknown(specs) : 0))
      }
      if count < minimum { return false }
    }
    return counts || !specs.isEmpty
  }
}

extension StackPart {
  var own: Dimension {
    switch self {
    case .targets: .target
    case .oses: .os
    case .platforms: .platform
    case .compilers, .configurations: .compiler
    }
  }
}

extension Tallies {
  mutating func count(_ state: CellState) {
    required += 1
    switch state {
    case .covered: covered += 1
    case .gap: gaps += 1
    case .waived: waived += 1
    case .undetermined: undetermined += 1
    case .notRequired: break
    }
  }
}
