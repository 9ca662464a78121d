import BuildPlanner
import CoverageEngine
import CoveragePolicy
import FarmModel

/// The plan of semantics §3 read off word by word: slow, obvious and without any of the planner's tables.
final class ObviousPlanner {
  struct Build: Hashable {
    var version: String
    var platform: String
    var os: String
    var target: String
    var compiler: String?
    var hasNoCompiler: Bool
    var variants: [String]
  }

  struct Gap: Hashable {
    var policy: Int
    var cell: Cell
    /// Whether the compiler is one that is counted, which a build without a compiler does not have.
    var countsCompiler = false
  }

  let specs: [SpecDescription]
  let policies: [Policy]
  private var known: [Gap: Set<Build>] = [:]

  init(_ specs: [SpecDescription], _ policies: [Policy]) {
    self.specs = specs
    self.policies = policies
  }

  /// How many builds of a package close these gaps at least, and how many gaps nothing closes.
  func size(_ gaps: [Gap], of package: String) -> (builds: Int, unplannable: Int) {
    var needs: [[Gap]] = []
    var unplannable = 0
    let isBound = { (gap: Gap) in gap.cell.version != nil }
    var versions = Set(latest(package).map { [$0] } ?? [])
    for gap in gaps.filter(isBound) {
      guard let parts = parts(of: gap, package, versions: [gap.cell.version ?? ""]) else {
        unplannable += 1
        continue
      }
      needs += parts.map { [$0] }
      versions.insert(gap.cell.version ?? "")
    }
    for gap in gaps where !isBound(gap) {
      if let parts = parts(of: gap, package, versions: versions.sorted()) {
        needs += parts.map { part in versions.sorted().map { bound(part, to: $0) } }
      } else {
        unplannable += 1
      }
    }
    let sets = needs.map { alternatives in Set(alternatives.flatMap { admitted($0, package) }) }
    return (smallestCover(sets), unplannable)
  }

  private func bound(_ gap: Gap, to version: String) -> Gap {
    var gap = gap
    gap.cell.version = version
    return gap
  }

  /// A gap as gaps to be closed by one build each; `nil` where it cannot be planned.
  private func parts(of gap: Gap, _ package: String, versions: [String]) -> [Gap]? {
    func isAdmitted(_ gap: Gap) -> Bool {
      versions.contains { !admitted(bound(gap, to: $0), package).isEmpty }
    }
    let sentence = sentence(gap)
    var parts: [Gap] = []
    var isCounted = false
    for placement in sentence.placements {
      guard case .atLeast(let minimum, let dimension, let names) = placement else { continue }
      isCounted = true
      guard let names else { return nil }
      var lacking = minimum
      var candidates: [Gap] = []
      for name in names.map(\.text) {
        var part = gap
        switch dimension {
        case .target: part.cell.target = name
        case .compiler: (part.cell.compiler, part.countsCompiler) = (name, true)
        default: part.cell.stack = name
        }
        let isFound = specs.contains {
          $0.package == package && matches($0, part.cell, sentence, countsCompilers: dimension == .compiler)
        }
        if isFound { lacking -= 1 } else if isAdmitted(part) { candidates.append(part) }
      }
      if candidates.count < lacking { return nil }
      parts += candidates.prefix(max(0, lacking))
    }
    if isCounted { return parts }
    return isAdmitted(gap) ? [gap] : nil
  }

  private func sentence(_ gap: Gap) -> CoverageSentence {
    if case .coverage(let sentence) = policies[gap.policy].sentence { return sentence }
    return CoverageSentence(subject: .everyPackage, verb: .built, placements: [])
  }

  private func matches(
    _ spec: SpecDescription, _ cell: Cell, _ sentence: CoverageSentence, countsCompilers: Bool
  ) -> Bool {
    if let version = cell.version, version != spec.version { return false }
    if let stack = cell.stack, !spec.stacks.contains(stack) { return false }
    if let os = cell.os, os != spec.os { return false }
    if let target = cell.target {
      let isSame = target == spec.target
      let runs = sentence.verb == .runnable && Microarchitectures.runs(codeFor: spec.target, on: target)
      if !isSame && !runs { return false }
    }
    if let compiler = cell.compiler, compiler != spec.compiler, countsCompilers || !spec.hasNoCompiler { return false }
    return constraints(sentence).allSatisfy { $0.judge(spec) == .yes }
  }

  /// Whether the specs cover a cell of a policy.
  func covers(_ planned: PlannedCell) -> Bool {
    guard let number = policies.firstIndex(where: { $0.name == planned.policy }) else { return false }
    let sentence = sentence(Gap(policy: number, cell: planned.cell))
    let own = specs.filter { $0.package == planned.cell.package }
    var isCovered = true
    var isCounted = false
    for placement in sentence.placements {
      guard case .atLeast(let minimum, let dimension, .some(let names)) = placement else { continue }
      isCounted = true
      let found = names.count { name in
        var cell = planned.cell
        if dimension == .target { cell.target = name.text } else { cell.compiler = name.text }
        return own.contains { matches($0, cell, sentence, countsCompilers: dimension == .compiler) }
      }
      isCovered = isCovered && found >= minimum
    }
    return isCovered && (isCounted || own.contains { matches($0, planned.cell, sentence, countsCompilers: false) })
  }

  private func constraints(_ sentence: CoverageSentence) -> [SpecConstraint] {
    sentence.placements.compactMap { if case .constraint(let constraint) = $0 { constraint } else { nil } }
  }

  private func latest(_ package: String) -> String? {
    let own = specs.filter { $0.package == package }
    let carried = own.filter { $0.stacks.contains { $0 != "root" } }
    return (carried.isEmpty ? own : carried).map { Version($0.version) }.max()?.text
  }
}

extension ObviousPlanner {
  /// The builds that a gap with a version admits.
  private func admitted(_ gap: Gap, _ package: String) -> Set<Build> {
    if let builds = known[gap] { return builds }
    let builds = search(gap, package)
    known[gap] = builds
    return builds
  }

  private func search(_ gap: Gap, _ package: String) -> Set<Build> {
    let own = specs.filter { $0.package == package }
    let carrying = Set(own.flatMap(\.stacks)).subtracting(["root"])
    let stacks: [String] =
      gap.cell.stack.map { [$0] }
      ?? carrying.filter { stack in
        gap.cell.target.map { target in specs.contains { $0.stacks.contains(stack) && $0.target == target } } ?? true
      }
    let constraints = constraints(sentence(gap))
    let names = Set(constraints.flatMap { $0.node.variants.map(\.name) })
    let hasNamed = own.contains { spec in spec.variants.written.contains { names.contains(Variant(written: $0).name) } }
    for isAdapted in hasNamed ? [false, true] : [false] {
      for rank in 1...3 {
        let builds = Set(
          stacks.flatMap { stack in
            raw(rank, own, stack, gap.cell).map { adapt($0, own, gap, isAdapted ? constraints : []) }
          }.filter { allows($0, gap, constraints, package) })
        if !builds.isEmpty { return builds }
      }
    }
    return []
  }

  private func raw(_ rank: Int, _ own: [SpecDescription], _ stack: String, _ cell: Cell) -> [SpecDescription] {
    let here = own.filter { $0.stacks.contains(stack) }
    let others = specs.filter { $0.stacks.contains(stack) && (cell.target == nil || $0.target == cell.target) }
    switch rank {
    case 1: return here.filter { cell.target == nil || $0.target == cell.target }
    case 2:
      guard let target = cell.target else { return [] }
      return here.filter { spec in others.isEmpty || others.contains { isSameWay($0, spec) } }.map { spec in
        var moved = spec
        moved.target = target
        return moved
      }
    default:
      return others.flatMap { other in
        let family = Microarchitectures.family(of: other.target)
        let related = own.filter { Microarchitectures.family(of: $0.target) == family }
        return (related.isEmpty ? own : related).map { spec in
          var inferred = other
          inferred.variants = spec.variants
          return inferred
        }
      }
    }
  }

  private func isSameWay(_ first: SpecDescription, _ second: SpecDescription) -> Bool {
    first.platform == second.platform && first.os == second.os && first.compiler == second.compiler
      && first.hasNoCompiler == second.hasNoCompiler
  }

  private func adapt(
    _ spec: SpecDescription, _ own: [SpecDescription], _ gap: Gap, _ constraints: [SpecConstraint]
  ) -> Build {
    let ofVersion = own.filter { $0.version == gap.cell.version }
    let known = Set(ofVersion.flatMap { $0.variants.written.map { Variant(written: $0).name } })
    var variants = spec.variants.written.map { Variant(written: $0) }.filter { variant in
      !["patches", "commit", "dev_path"].contains(variant.name) && (ofVersion.isEmpty || known.contains(variant.name))
    }
    for constraint in constraints.flatMap(\.node.variants) {
      for index in variants.indices where variants[index].name == constraint.name {
        switch constraint.requirement {
        case .on: variants[index].value = .on
        case .off: variants[index].value = .off
        case .holds(let values), .exactly(let values): variants[index].value = .values(values)
        case .any: break
        }
      }
    }
    return Build(
      version: gap.cell.version ?? "", platform: spec.platform, os: spec.os, target: spec.target,
      compiler: spec.compiler, hasNoCompiler: spec.hasNoCompiler, variants: variants.map(\.canonical).sorted())
  }

  private func allows(_ build: Build, _ gap: Gap, _ constraints: [SpecConstraint], _ package: String) -> Bool {
    if let os = gap.cell.os, os != build.os { return false }
    if let compiler = gap.cell.compiler, gap.countsCompiler || !build.hasNoCompiler, compiler != build.compiler {
      return false
    }
    let spec = SpecDescription(
      package: package, version: build.version, hash: "", platform: build.platform, os: build.os,
      target: build.target, compiler: build.compiler, hasNoCompiler: build.hasNoCompiler,
      variants: VariantList(written: build.variants))
    return constraints.allSatisfy { $0.judge(spec) == .yes }
  }
}

extension ObviousPlanner {
  /// The fewest builds that meet every set: all covers are tried, in the order of their size.
  private func smallestCover(_ admitted: [Set<Build>]) -> Int {
    var closed: [Build: Set<Int>] = [:]
    for (gap, builds) in admitted.enumerated() {
      for build in builds { closed[build, default: []].insert(gap) }
    }
    let sets = Array(Set(closed.values))
    var reached: Set<Set<Int>> = [[]]
    var count = 0
    while !reached.contains(where: { $0.count == admitted.count }) {
      reached = Set(
        reached.flatMap { done -> [Set<Int>] in
          guard let open = admitted.indices.first(where: { !done.contains($0) }) else { return [] }
          return sets.filter { $0.contains(open) }.map { done.union($0) }
        })
      count += 1
    }
    return count
  }
}
