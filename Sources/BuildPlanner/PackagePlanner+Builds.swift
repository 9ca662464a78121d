import CoverageEngine
import FarmModel

/// What a package's part of a plan comes to.
struct PackagePlan {
  var builds: [PlannedBuild] = []
  /// The gaps that each of `builds` closes.
  var sources: [[Int]] = []
  var unplannable: [(source: Int, reason: String)] = []
  /// No list of builds for the package can be shorter.
  var lowerBound = 0
}

extension PackagePlanner {
  /// Plans the package. Complexity: O(admissions × log) but for the search, which the budget bounds.
  mutating func plan(_ options: PlanOptions, _ locked: LockedSpecs, _ context: inout PlannerContext) -> PackagePlan {
    var plan = PackagePlan()
    let wanted = package.gaps.filter { collection.gaps[$0].cell.hash != nil }
    admit(package.gaps.filter { collection.gaps[$0].cell.hash == nil }, &context)
    addLocked(wanted, locked, &plan, &context)
    plan.unplannable += unplannable
    guard !rows.isEmpty else { return plan }
    let columns = preferred(of: candidates(), &context)
    let solution = CoverProblem(rowCount: rows.count, columns: columns.map(\.rows)).solved(budget: options.nodeBudget)
    plan.lowerBound += solution.lowerBound
    guard let shelf = search?.shelf else { return plan }
    let models = ModelFinder(shelf, of: context.farm)
    plan.builds.reserveCapacity(plan.builds.count + solution.columns.count)
    for column in solution.columns { add(columns[column], models, &plan, &context) }
    return plan
  }

  private mutating func add(
    _ candidate: BuildCandidate, _ models: ModelFinder, _ plan: inout PackagePlan, _ context: inout PlannerContext
  ) {
    guard let configuration = search?.configurations[Int(candidate.configuration)] else { return }
    let sources = sources(ofRows: candidate.rows)
    var build = build(candidate.version, configuration, candidate.stacks, candidate.basis, sources, context)
    build.modelledOn = models.hash(
      for: candidate.version, among: modelBodies(candidate, configuration, &context), context)
    build.exactSpec = BuildSpelling.exact(build)
    build.abstractSpec = BuildSpelling.abstract(build, unusual: unusualVariants(candidate, configuration, &context))
    plan.builds.append(build)
    plan.sources.append(sources)
  }

  /// The gaps that rows come from, each once, ascending.
  func sources(ofRows numbers: [Int32]) -> [Int] {
    var sources = numbers.map { rows[Int($0)].gap.source }
    var last: Int?
    sources.removeAll { source in
      defer { last = source }
      return source == last
    }
    return sources
  }

  private func build(
    _ version: UInt32, _ configuration: Configuration, _ stacks: [UInt32], _ basis: PlannedBuild.Basis,
    _ sources: [Int], _ context: PlannerContext
  ) -> PlannedBuild {
    let names = context.names
    let texts = search?.variants[configuration.variants].texts ?? []
    return PlannedBuild(
      package: package.name, version: names.name(version, .version),
      platform: names.name(configuration.platform, .platform), os: names.name(configuration.os, .os),
      target: names.name(configuration.target, .target),
      compiler: configuration.compiler.number.map { names.name($0, .compiler) },
      hasNoCompiler: configuration.compiler == .noCompiler,
      variants: texts.map { context.reader.texts[Int($0)] },
      stacks: stacks.map { names.name($0, .stack) }.sorted(by: NameTable.precedes), wave: 1, basis: basis,
      modelledOn: nil, exactSpec: "", abstractSpec: "", closes: sources.map { collection.plannedCell($0) })
  }
}

extension PackagePlanner {
  /// The bodies from which the gaps took the configuration.
  private mutating func modelBodies(
    _ candidate: BuildCandidate, _ configuration: Configuration, _ context: inout PlannerContext
  ) -> [Int] {
    var bodies: Set<Int> = []
    for number in candidate.rows {
      let row = rows[Int(number)]
      for (version, admission) in row.admissions where version == candidate.version {
        for entry in admission.stacks where entry.configurations.contains(candidate.configuration) {
          var place = row.gap.place
          (place.version, place.stack) = (version, entry.stack)
          search?.collectModels(
            of: configuration, place, admission, requirement: row.gap.requirement, into: &bodies, &context)
        }
      }
    }
    return bodies.sorted()
  }

  /// The variants in which a build differs from the package's most frequent configuration in the candidate's stacks, or
  /// anywhere if it has none there; with variants as its version takes them.
  private mutating func unusualVariants(
    _ candidate: BuildCandidate, _ configuration: Configuration, _ context: inout PlannerContext
  ) -> [String] {
    let number = search?.usualVariants(in: candidate.stacks, for: candidate.version, &context)
    if number == configuration.variants { return [] }
    let own = search?.variants[configuration.variants].texts ?? []
    let usual = Set(number.flatMap { search?.variants[$0].texts } ?? [])
    return own.filter { !usual.contains($0) }.map { context.reader.texts[Int($0)] }
  }
}
