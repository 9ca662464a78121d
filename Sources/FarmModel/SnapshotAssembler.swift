/// Makes the farm of one snapshot.
///
/// Names first, for numbers are given in their order; then bodies with provisional numbers for lists, for merging two
/// descriptions of a spec may need a set of stacks that no document has; at last the lists are sorted and renumbered.
struct SnapshotAssembler {
  let fragments: [FarmFragment]
  /// By package, then path.
  let runs: [RunReference]
  var names: SnapshotNames
  var stackSets = ListInterner()
  var variantLists = ListInterner()
  /// For each provisional variant list, the spelling that is shown: positions in `names.variants`.
  var spellings: [[UInt32]] = []
  /// For each fragment, the provisional numbers of its lists.
  var localStackSets: [[UInt32]]
  var localVariantLists: [[UInt32]]
  var bodies: [SpecBody] = []
  var bodyOfSpec: [BodyID] = []
  var hashes = HashColumn()
  var contradictions: [SpecContradiction] = []

  init(fragments: [FarmFragment], runs: [RunReference]) {
    self.fragments = fragments
    self.runs = runs.sorted { first, second in
      let one = fragments[first.fragment].runs[first.run]
      let other = fragments[second.fragment].runs[second.run]
      if !NameTable.isSame(one.package, other.package) { return NameTable.precedes(one.package, other.package) }
      if !NameTable.isSame(one.path, other.path) { return NameTable.precedes(one.path, other.path) }
      return first.run < second.run
    }
    names = SnapshotNames(fragments: fragments, runs: runs)
    localStackSets = fragments.map { [UInt32](repeating: .max, count: $0.stackSets.count) }
    localVariantLists = fragments.map { [UInt32](repeating: .max, count: $0.variantLists.count) }
  }

  /// The farm; contradictions are in `contradictions` then.
  mutating func farm(snapshot: String) -> Farm {
    let specCount = runs.reduce(0) { $0 + run($1).specs.count }
    bodyOfSpec.reserveCapacity(specCount)
    hashes.reserveCapacity(specCount)
    var start = 0
    while start < runs.count {
      var end = start + 1
      while end < runs.count && NameTable.isSame(run(runs[start]).package, run(runs[end]).package) { end += 1 }
      assemble(snapshot: snapshot, runs: Array(runs[start..<end]))
      start = end
    }
    return finish(snapshot: snapshot)
  }

  func run(_ reference: RunReference) -> FarmFragment.Run { fragments[reference.fragment].runs[reference.run] }

  /// A fragment's body in the numbers of the farm, with provisional numbers for its lists.
  mutating func body(_ body: FarmFragment.Body, of fragment: Int, package: PackageID) -> SpecBody {
    let numbers = names.fragments[fragment]
    let compiler: CompilerRecord =
      switch body.compiler {
      case FarmFragment.Body.unrecordedCompiler: .unrecorded
      case FarmFragment.Body.noCompiler: .noCompiler
      default: numbers.compilers[Int(body.compiler)]
      }
    return SpecBody(
      package: package, version: numbers.versions[Int(body.version)],
      platform: numbers.platforms[Int(body.platform)], os: numbers.oses[Int(body.os)],
      target: numbers.targets[Int(body.target)], compiler: compiler,
      variants: variantList(Int(body.variants), of: fragment), stacks: stackSet(Int(body.stacks), of: fragment))
  }

  private mutating func stackSet(_ list: Int, of fragment: Int) -> StackSetID {
    let known = localStackSets[fragment][list]
    if known != .max { return known }
    let numbers = names.fragments[fragment].stacks
    // The aggregate stack is above all numbers of stacks.
    let content = fragments[fragment].stackSets[list].map { numbers[Int($0)] }.sorted()
    let number = stackSets.number(of: content)
    localStackSets[fragment][list] = number
    return number
  }

  private mutating func variantList(_ list: Int, of fragment: Int) -> VariantListID {
    let known = localVariantLists[fragment][list]
    if known != .max { return known }
    let numbers = names.fragments[fragment].variants
    let written = fragments[fragment].variantLists[list].map { numbers[Int($0)] }
    let canonical = Set(written.map { names.canonicalVariants[Int($0)] }).sorted()
    let number = variantLists.number(of: canonical)
    if Int(number) == spellings.count {
      spellings.append(written)
    } else if written.lexicographicallyPrecedes(spellings[Int(number)]) {
      spellings[Int(number)] = written
    }
    localVariantLists[fragment][list] = number
    return number
  }
}

/// Numbers for lists of numbers, in the order in which they are first met.
struct ListInterner {
  private var numbers: [[UInt32]: UInt32] = [:]
  private(set) var lists: [[UInt32]] = []

  mutating func number(of list: [UInt32]) -> UInt32 {
    if let number = numbers[list] { return number }
    let number = UInt32(lists.count)
    numbers[list] = number
    lists.append(list)
    return number
  }
}
