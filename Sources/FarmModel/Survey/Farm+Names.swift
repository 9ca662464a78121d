extension Farm {
  /// A farm of the names of a surveyed snapshot, without specs: for checks of names, which must know the whole.
  package init(namesOf survey: FarmSurvey.Snapshot) {
    let names = FarmNames(survey, packages: NameTable(survey.packages), versions: VersionTable([String]()))
    self.init(
      snapshot: survey.name, names: names, variantLists: VariantListTable([]), stackSets: [], bodies: [],
      bodyOfSpec: [], hashes: HashColumn())
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
