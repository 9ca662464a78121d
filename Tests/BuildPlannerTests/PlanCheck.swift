import BuildPlanner
import CoverageEngine
import CoveragePolicy
import FarmModel
import Testing

/// What must be true of every plan, looked at without the planner's own tables.
struct PlanCheck {
  let farm: Farm
  let outcome: SnapshotOutcome

  init(_ farm: Farm, _ outcome: SnapshotOutcome) {
    self.farm = farm
    self.outcome = outcome
  }

  /// Every gap is closed by a build or listed as unplannable; every spec parses back and stands for its build.
  func check(_ plan: Plan) throws {
    var open: Set<PlannedCell> = []
    for policy in outcome.policies where policy.verdict == .fails {
      for finding in policy.findings where finding.status == .gap && finding.waiver == nil {
        open.insert(PlannedCell(policy: policy.policy.name, cell: finding.cell))
      }
    }
    let unplannable = Set(plan.unplannable.map(\.gap))
    let closed = Set(plan.builds.flatMap(\.closes)).union(plan.refused.flatMap(\.closes))
    #expect(closed.union(unplannable) == open)
    #expect(closed.isDisjoint(with: unplannable))
    for build in plan.builds { try check(build) }
  }

  private func check(_ build: PlannedBuild) throws {
    let spec = SpecDescription(
      package: build.package, version: build.version, hash: "", platform: build.platform, os: build.os,
      target: build.target, compiler: build.compiler, variants: VariantList(written: build.variants),
      stacks: build.stacks)
    #expect(try SpecConstraint(build.exactSpec).judge(spec) == .yes, "\(build.exactSpec)")
    #expect(try SpecConstraint(build.abstractSpec).judge(spec) == .yes, "\(build.abstractSpec)")
    for closed in build.closes {
      let cell = closed.cell
      #expect(cell.package == build.package)
      if let version = cell.version { #expect(version == build.version) }
      if let stack = cell.stack { #expect(build.stacks.contains(stack)) }
      if let target = cell.target { #expect(target == build.target) }
      if let os = cell.os { #expect(os == build.os) }
    }
  }
}
