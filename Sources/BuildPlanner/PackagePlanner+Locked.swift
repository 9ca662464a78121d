import CoverageEngine
import FarmModel

extension PackagePlanner {
  /// Plans the locked specs themselves, one build for each hash; rows that such a build closes too are taken from
  /// `rows`.
  mutating func addLocked(
    _ wanted: [Int], _ locked: LockedSpecs, _ plan: inout PackagePlan, _ context: inout PlannerContext
  ) {
    var sourcesOfHash: [String: [Int]] = [:]
    for source in wanted {
      if let hash = collection.gaps[source].cell.hash { sourcesOfHash[hash, default: []].append(source) }
    }
    var closed: Set<Int32> = []
    for (hash, sources) in sourcesOfHash.sorted(by: { NameTable.precedes($0.key, $1.key) }) {
      guard let spec = locked.spec(package.name, hash) else {
        plan.unplannable += sources.map { ($0, "neither a lockfile nor an index tells how /\(hash) is built") }
        continue
      }
      let rows = rowsClosed(by: spec, &context)
      closed.formUnion(rows)
      add(spec, sources, rows, &plan)
      plan.lowerBound += 1
    }
    guard !closed.isEmpty else { return }
    rows = rows.enumerated().filter { !closed.contains(Int32($0.offset)) }.map(\.element)
  }

  private func add(_ spec: DependencyGraph.Node, _ sources: [Int], _ rows: [Int32], _ plan: inout PackagePlan) {
    var stacks = Set(sources.compactMap { collection.gaps[$0].cell.stack })
    stacks.formUnion(self.sources(ofRows: rows).compactMap { collection.gaps[$0].cell.stack })
    let closed = (sources + self.sources(ofRows: rows)).sorted()
    var build = PlannedBuild(
      package: spec.package, version: spec.version, platform: spec.platform, os: spec.os, target: spec.target,
      compiler: spec.compiler.map { Compiler(written: $0).canonical }, hasNoCompiler: spec.hasNoCompiler,
      variants: spec.variants.areValuesRecorded ? spec.variants.spelled : [],
      stacks: stacks.sorted(by: NameTable.precedes), wave: 1, basis: .locked, modelledOn: nil, hash: spec.hash,
      exactSpec: "", abstractSpec: "\(spec.package)/\(spec.hash)", closes: closed.map { collection.plannedCell($0) })
    build.exactSpec = BuildSpelling.exact(build)
    plan.builds.append(build)
    plan.sources.append(closed)
  }

  /// The rows that admit the configuration and version of a locked spec.
  private mutating func rowsClosed(by spec: DependencyGraph.Node, _ context: inout PlannerContext) -> [Int32] {
    guard !rows.isEmpty else { return [] }
    let version = context.names.number(of: spec.version, .version)
    let reading = context.reader.read(spec.variants)
    guard let content = search?.variants.number(of: reading, for: version, &context),
      let number = search?.number(
        of: Configuration(
          platform: context.names.number(of: spec.platform, .platform), os: context.names.number(of: spec.os, .os),
          target: context.names.number(of: spec.target, .target),
          compiler: spec.hasNoCompiler
            ? .noCompiler
            : spec.compiler.map { .known(context.names.number(of: $0, .compiler)) } ?? .unrecorded,
          variants: content))
    else { return [] }
    return rows.indices.filter { row in
      rows[row].admissions.contains { $0.version == version && $0.admission.configurations.contains(number) }
    }.map { Int32($0) }
  }
}

extension VariantList {
  /// In the form that a spec on the command line takes, without what belongs to one version's recipe.
  fileprivate var spelled: [String] {
    canonical.filter { !["patches=", "commit=", "dev_path="].contains(where: $0.hasPrefix) }
  }
}
