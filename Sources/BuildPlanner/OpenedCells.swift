import CoverageEngine
import CoveragePolicy
import FarmModel

/// Finds the cells that policies would newly require once planned builds are there.
struct OpenedCells {
  private let farm: Farm
  private let builds: [PlannedBuild]
  private let policies: [Policy]
  private let novelty: Novelty

  init(_ farm: Farm, _ builds: [PlannedBuild], under policies: [Policy], _ names: inout PlannerNames) {
    self.farm = farm
    self.builds = builds
    self.policies = policies.filter { if case .coverage = $0.sentence { true } else { false } }
    novelty = Novelty(of: builds, in: farm, asked: Novelty.Questions(self.policies), &names)
  }

  /// The opened cells of the policies, in their order. Complexity: O(bodies of the builds' packages × log); as judging
  /// the policies anew only where a build changes what is true of a whole stack.
  func cells(_ options: PlanOptions) -> [PlannedCell] {
    let affected = policies.filter { novelty.mayChange($0) }
    guard !affected.isEmpty, let today = CalendarDate("2000-01-01") else { return [] }
    var judging = JudgingOptions(today: today)
    judging.packages = options.packages
    judging.stacks = options.stacks
    let specs = builds.map(\.description)
    let (before, after) = farms(specs)
    return affected.flatMap { policy in
      CoverageInspector.opened(by: specs, under: policy, in: before, extended: after, options: judging)
        .map { PlannedCell(policy: policy.name, cell: $0) }
    }
  }

  /// The farm before and after; where nothing changes for whole stacks, only the packages that are built of it.
  private func farms(_ specs: [SpecDescription]) -> (before: Farm, after: Farm) {
    if novelty.changesStacks { return (farm, farm.adding(specs)) }
    let before = farm.part(of: NameTable(specs.map(\.package)).names.compactMap { farm.packages.number(of: $0) })
    return (before, before.adding(specs).with(farm.stackFacts))
  }
}
