package import CoverageEngine
import CoveragePolicy
package import FarmModel

/// Explains one cell: whether it is required, by whom, who covers it or comes near, and what a plan would do.
package struct CellExplainer {
  /// How many builds that come near are told of.
  package static let nearestCount = 5

  private let farm: Farm
  private let outcome: SnapshotOutcome
  private let options: JudgingOptions

  /// - Parameter outcome: what was judged of the farm, with all policies that the question may be about.
  package init(_ farm: Farm, _ outcome: SnapshotOutcome, options: JudgingOptions) {
    self.farm = farm
    self.outcome = outcome
    self.options = options
  }

  /// Complexity: O(specs of the package × log + names of the farm).
  package func explain(_ question: CellQuestion) -> CellExplanation {
    let demands = demands(question)
    let asking = Set(demands.map(\.policy.name))
    let specs = farm.packages.number(of: question.package).map { farm.specs(of: $0) } ?? 0..<0
    let descriptions = specs.map { farm.description(of: $0) }
    let covering = descriptions.filter { $0.differences(from: question.cell).isEmpty }
    return CellExplanation(
      snapshot: farm.snapshot, cell: question.cell, demands: demands,
      silentPolicies: outcome.policies.map(\.policy).filter { policy in
        if case .coverage = policy.sentence { !asking.contains(policy.name) } else { false }
      }.map(\.name),
      covering: covering, nearest: covering.isEmpty ? nearest(descriptions, question.cell) : [],
      answer: answer(question, demands, isCovered: !covering.isEmpty))
  }

  private func demands(_ question: CellQuestion) -> [CellExplanation.Demand] {
    outcome.policies.compactMap { judged in
      let policy = judged.policy
      var cells: [(cell: Cell, state: CellState)] = []
      if var inspector = CoverageInspector(policy, of: farm, options: options) {
        cells = inspector.requiredCells(of: question.package).filter { $0.cell.agrees(with: question.cell) }
      } else if case .wanted = policy.sentence {
        cells = judged.findings.filter { $0.status == .gap && $0.cell.package == question.package }
          .map { ($0.cell, $0.waiver == nil ? CellState.gap : .waived) }
          .filter { $0.0.agrees(with: question.cell) }
      }
      guard !cells.isEmpty else { return nil }
      return CellExplanation.Demand(policy: policy, cells: cells)
    }
  }

  /// The specs that differ in fewest dimensions, of these in the version fewest places away; alike ones once.
  private func nearest(_ specs: [SpecDescription], _ cell: Cell) -> [CellExplanation.NearBuild] {
    var positions: [[CellExplanation.Difference]: Int] = [:]
    var builds: [CellExplanation.NearBuild] = []
    for spec in specs {
      let differences = spec.differences(from: cell)
      if let known = positions[differences] {
        builds[known].count += 1
      } else {
        positions[differences] = builds.count
        builds.append(CellExplanation.NearBuild(spec: spec, differences: differences, count: 1))
      }
    }
    let distances = builds.map { distance($0.spec.version, cell.version) }
    let order = builds.indices.sorted { first, second in
      let counts = (builds[first].differences.count, builds[second].differences.count)
      if counts.0 != counts.1 { return counts.0 < counts.1 }
      if distances[first] != distances[second] { return distances[first] < distances[second] }
      return first < second
    }
    return order.prefix(CellExplainer.nearestCount).map { builds[$0] }
  }

  /// How many of the farm's versions lie between two.
  private func distance(_ version: String, _ wanted: String?) -> Int {
    guard let wanted, let own = farm.versions.number(of: version) else { return 0 }
    let versions = farm.versions.versions
    let target = Version(wanted)
    let position = farm.versions.number(of: wanted).map { Int($0) } ?? versions.firstIndex { target < $0 }
    return abs(Int(own) - (position ?? versions.count))
  }
}

extension CellExplainer {
  private func answer(
    _ question: CellQuestion, _ demands: [CellExplanation.Demand], isCovered: Bool
  ) -> CellExplanation.Answer {
    var planning = PlanOptions()
    planning.severities = Set(Policy.Severity.allCases)
    planning.packages = [NamePattern(question.package)]
    let isOpen = demands.contains { $0.cells.contains { $0.state == .gap } }
    if isOpen, let answer = answer(in: BuildPlanner.plan(farm: farm, outcome: outcome, options: planning), question) {
      return answer
    }
    if isCovered { return .nothing }
    let asked = BuildPlanner.plan(farm: farm, outcome: outcome(asking: question), options: planning)
    switch answer(in: asked, question) {
    case .builds(let builds): return builds.first.map { .unasked($0) } ?? .nothing
    case .some(let answer): return answer
    case nil: return .nothing
    }
  }

  /// What a plan says of the question; `nil` where it is silent.
  private func answer(in plan: Plan, _ question: CellQuestion) -> CellExplanation.Answer? {
    func isAsked(_ planned: PlannedCell) -> Bool { planned.cell.agrees(with: question.cell) }
    let builds = plan.builds.filter { $0.closes.contains(where: isAsked) }
    if !builds.isEmpty { return .builds(builds) }
    if let refused = plan.refused.first(where: { $0.closes.contains(where: isAsked) }) { return .refused(refused) }
    return plan.unplannable.first { isAsked($0.gap) }.map { .unplannable($0.reason) }
  }

  /// What judging would say if a policy asked for the very cell.
  private func outcome(asking question: CellQuestion) -> SnapshotOutcome {
    let sentence = CoverageSentence(subject: .everyPackage, verb: .built, placements: [])
    let policy = Policy(name: "why", sentence: .coverage(sentence), text: "every package built")
    var asked = outcome
    asked.policies = [
      PolicyOutcome(
        policy: policy, verdict: .fails, tallies: Tallies(),
        findings: [Finding(status: .gap, cell: question.cell)])
    ]
    return asked
  }
}

extension SpecDescription {
  /// In what the spec differs from what a cell binds, in the order of dimensions.
  fileprivate func differences(from cell: Cell) -> [CellExplanation.Difference] {
    cell.bindings.compactMap { dimension, wanted in
      let actual = actual(dimension)
      let isSame =
        switch dimension {
        case .stack: wanted == Farm.aggregateStack || stacks.contains(wanted)
        case .compiler: hasNoCompiler || actual == [Compiler(written: wanted).canonical]
        case .variants: true
        default: actual == [wanted]
        }
      return isSame ? nil : CellExplanation.Difference(dimension: dimension, wanted: wanted, actual: actual)
    }
  }

  private func actual(_ dimension: Dimension) -> [String] {
    switch dimension {
    case .package: [package]
    case .version: [version]
    case .stack: stacks.filter { $0 != Farm.aggregateStack }
    case .os: [os]
    case .platform: [platform]
    case .target: [target]
    case .compiler: compiler.map { [Compiler(written: $0).canonical] } ?? []
    case .variants: variants.written
    case .hash: [hash]
    }
  }
}
