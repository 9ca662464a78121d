/// Which names of a fragment the specs of one snapshot use.
struct NameUses {
  let versions: [Bool]
  let platforms: [Bool]
  let oses: [Bool]
  let targets: [Bool]
  let compilers: [Bool]
  let stacks: [Bool]
  let variants: [Bool]

  /// The uses in some runs of a fragment.
  private init(_ fragment: FarmFragment, _ runs: [Int]) {
    var versions = [Bool](repeating: false, count: fragment.versions.count)
    var platforms = [Bool](repeating: false, count: fragment.platforms.count)
    var oses = [Bool](repeating: false, count: fragment.oses.count)
    var targets = [Bool](repeating: false, count: fragment.targets.count)
    var compilers = [Bool](repeating: false, count: fragment.compilers.count)
    var stackSets = [Bool](repeating: false, count: fragment.stackSets.count)
    var variantLists = [Bool](repeating: false, count: fragment.variantLists.count)
    var versionMarks = versions.mutableSpan
    var platformMarks = platforms.mutableSpan
    var osMarks = oses.mutableSpan
    var targetMarks = targets.mutableSpan
    var compilerMarks = compilers.mutableSpan
    var stackSetMarks = stackSets.mutableSpan
    var variantListMarks = variantLists.mutableSpan
    for run in runs {
      for body in fragment.bodies[fragment.runs[run].bodies] {
        versionMarks[Int(body.version)] = true
        platformMarks[Int(body.platform)] = true
        osMarks[Int(body.os)] = true
        targetMarks[Int(body.target)] = true
        if body.compiler < FarmFragment.Body.noCompiler { compilerMarks[Int(body.compiler)] = true }
        stackSetMarks[Int(body.stacks)] = true
        variantListMarks[Int(body.variants)] = true
      }
    }
    self.versions = versions
    self.platforms = platforms
    self.oses = oses
    self.targets = targets
    self.compilers = compilers
    stacks = NameUses.listed(in: fragment.stackSets, where: stackSets, count: fragment.stacks.count)
    variants = NameUses.listed(in: fragment.variantLists, where: variantLists, count: fragment.variants.count)
  }

  /// The uses of each fragment's names in some runs.
  static func gather(_ fragments: [FarmFragment], _ runs: [RunReference]) -> [NameUses] {
    var runsOfFragment = [[Int]](repeating: [], count: fragments.count)
    for reference in runs { runsOfFragment[reference.fragment].append(reference.run) }
    return zip(fragments, runsOfFragment).map { NameUses($0, $1) }
  }

  /// What stands in the lists that are used.
  private static func listed(in lists: RaggedTable, where isUsed: [Bool], count: Int) -> [Bool] {
    var names = [Bool](repeating: false, count: count)
    var marks = names.mutableSpan
    for list in isUsed.indices where isUsed[list] {
      let items = lists.items.span.extracting(lists.range(list))
      for position in items.indices { marks[Int(items[position])] = true }
    }
    return names
  }
}
