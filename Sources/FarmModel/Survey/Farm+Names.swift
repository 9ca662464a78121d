extension FarmSurvey {
  /// Farms of the names of the surveyed snapshots, without specs: for checks of names, which must know the whole. One of
  /// which an index was read has a graph of dependencies, without nodes. Complexity: O(names + pages).
  package var farmsOfNames: [Farm] {
    let indexed = NameTable(pages.filter { $0.kind == FarmSurvey.Page.indexKind }.map(\.snapshot))
    return snapshots.map { snapshot in
      let names = FarmNames(
        snapshot, packages: NameTable(snapshot.packages), versions: VersionTable([String]()))
      return Farm(
        snapshot: snapshot.name, names: names, variantLists: VariantListTable([]), stackSets: [], bodies: [],
        bodyOfSpec: [], hashes: HashColumn(),
        dependencies: indexed.number(of: snapshot.name).map { _ in DependencyGraph(nodes: []) })
    }
  }
}

extension FarmNames {
  /// The names of a survey, beside tables of packages and versions.
  init(_ survey: FarmSurvey.Snapshot, packages: NameTable, versions: VersionTable) {
    self.init(
      packages: packages, versions: versions, stacks: NameTable(survey.stacks.map(\.name)),
      targets: NameTable(survey.targets), oses: NameTable(survey.oses), platforms: NameTable(survey.platforms),
      compilers: CompilerTable(survey.compilers.map { Compiler(written: $0) }))
  }
}
