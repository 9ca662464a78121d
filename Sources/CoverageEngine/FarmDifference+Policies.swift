import CoveragePolicy
import FarmModel

extension FarmDifference {
  static func changes(
    from old: (outcome: SnapshotOutcome, farm: Farm), to new: (outcome: SnapshotOutcome, farm: Farm)
  ) -> [PolicyChange] {
    var before: [String: PolicyOutcome] = [:]
    for outcome in old.outcome.policies { before[outcome.policy.name] = outcome }
    return new.outcome.policies.compactMap { now in
      before[now.policy.name].map { change(from: $0, old.farm, to: now, new.farm) }
    }
  }

  private static func change(
    from before: PolicyOutcome, _ old: Farm, to now: PolicyOutcome, _ new: Farm
  ) -> PolicyChange {
    let policy = now.policy
    func identity(_ finding: Finding) -> String { finding.identity(policy: policy.name) }
    let known = Set(before.findings.map(identity))
    let counted = Set(before.findings.filter { $0.counts }.map(identity))
    let present = Set(now.findings.map(identity))
    let newGaps = now.findings.filter { $0.counts && !counted.contains(identity($0)) }
    let gone = before.findings.filter { $0.counts && !present.contains(identity($0)) }
    guard policy.sentence.isAboutCells else {
      return PolicyChange(policy: policy.name, newGaps: newGaps, lostCells: [], closed: gone)
    }
    let oldCells = BuiltCells(of: old, for: policy.sentence)
    let newCells = BuiltCells(of: new, for: policy.sentence)
    return PolicyChange(
      policy: policy.name, newGaps: newGaps,
      lostCells: newGaps.filter { !known.contains(identity($0)) && oldCells.isBuilt($0.cell) },
      closed: gone.filter { newCells.isBuilt($0.cell) })
  }
}

extension Finding {
  /// Whether it counts against its policy.
  fileprivate var counts: Bool { waiver == nil && !isInBaseline && status != .undetermined }
}

extension Sentence {
  fileprivate var isAboutCells: Bool {
    switch self {
    case .coverage, .wanted: true
    case .count, .prohibition, .loss: false
    }
  }
}

/// Whether some build of a farm certainly has all that a cell binds and a sentence demands.
struct BuiltCells {
  private let farm: Farm
  private let constraints: [PreparedConstraint]
  private let isRunnable: Bool

  init(of farm: Farm, for sentence: Sentence) {
    self.farm = farm
    guard case .coverage(let coverage) = sentence else {
      (constraints, isRunnable) = ([], false)
      return
    }
    isRunnable = coverage.verb == .runnable
    constraints = coverage.placements.compactMap { placement in
      guard case .constraint(let constraint) = placement else { return nil }
      return try? PreparedConstraint(constraint, for: farm)
    }
  }

  /// Complexity: O(specs of the package).
  func isBuilt(_ cell: Cell) -> Bool {
    guard let package = cell.package.flatMap({ farm.packages.number(of: $0) }) else { return false }
    let targets = cell.target.map { target in
      isRunnable
        ? Set(TargetRunnability.runnable(on: target, among: farm.targets))
        : Set([farm.targets.number(of: target)].compactMap { $0 })
    }
    let compiler = cell.compiler.map { Compiler(written: $0).canonical }
    if let hash = cell.hash {
      return farm.specs(of: package).contains { spec in
        NameTable.isSame(farm.hashes[spec], hash)
          && isBuilt(Int(farm.bodyOfSpec[spec]), as: cell, targets: targets, compiler: compiler)
      }
    }
    return farm.bodies(of: package).contains { isBuilt($0, as: cell, targets: targets, compiler: compiler) }
  }

  private func isBuilt(_ number: Int, as cell: Cell, targets: Set<TargetID>?, compiler: String?) -> Bool {
    let body = farm.bodies[number]
    if let version = cell.version, !NameTable.isSame(farm.versions[body.version].text, version) { return false }
    if let os = cell.os, !NameTable.isSame(farm.oses[body.os], os) { return false }
    if let platform = cell.platform, !NameTable.isSame(farm.platforms[body.platform], platform) { return false }
    if let targets, !targets.contains(body.target) { return false }
    if let stack = cell.stack, !carries(stack, body) { return false }
    return hasCompiler(compiler, body) && constraints.allSatisfy { $0.judge(body: number) == .yes }
  }

  private func carries(_ stack: String, _ body: SpecBody) -> Bool {
    let stacks = farm.stackSets[Int(body.stacks)]
    if NameTable.isSame(stack, Farm.aggregateStack) { return true }
    return farm.stacks.number(of: stack).map { stacks.stacks.contains($0) } ?? false
  }

  private func hasCompiler(_ canonical: String?, _ body: SpecBody) -> Bool {
    guard let canonical else { return true }
    switch body.compiler {
    case .unrecorded: return false
    case .noCompiler: return true
    case .known(let number): return NameTable.isSame(farm.compilers[number].canonical, canonical)
    }
  }
}
