/// Makes the farm of one snapshot.
///
/// Packages are taken by name, and the specs of each by hash; bodies and lists get their numbers when they are first
/// met on this walk. So the numbers depend on what the documents say and on nothing else.
struct SnapshotAssembler {
  let fragments: [FarmFragment]
  /// By package, then path.
  let runs: [RunReference]
  let names: SnapshotNames
  var stackSets = NumberListTable()
  var variantLists: VariantListGathering
  /// For each fragment, the numbers that its lists have here; `UInt32.max` where they have not been met.
  var localStackSets: [[UInt32]]
  var localVariantLists: [[UInt32]]
  var bodies = BodyGathering()
  var bodyOfSpec: [BodyID] = []
  var hashes = HashColumn()
  var contradictions: [SpecContradiction] = []
  /// Whether some list may be of no spec, because descriptions were merged.
  var mayHaveUnusedLists = false
  /// What is gathered for the graph of dependencies; `nil` where only pages were read.
  var graph: GraphGathering?
  /// Whether hashes are needed that were left out; then the farm is not what the documents say.
  var lacksHashes = false
  /// How many of anything are numbered.
  let numberLimit: Int
  /// Whether more had to be numbered; then the farm is not what the documents say.
  var isFull = false
  /// Used again for each list.
  private var list: [UInt32] = []

  init(fragments: [FarmFragment], runs: [RunReference], numberLimit: Int) {
    self.numberLimit = numberLimit
    self.fragments = fragments
    self.runs = SnapshotAssembler.inOrder(runs, of: fragments)
    names = SnapshotNames(fragments: fragments, runs: self.runs)
    variantLists = VariantListGathering(fragments, names.variants)
    localStackSets = fragments.map { [UInt32](repeating: .max, count: $0.stackSets.count) }
    localVariantLists = fragments.map { [UInt32](repeating: .max, count: $0.variantLists.count) }
    if runs.contains(where: { fragments[$0.fragment].runs[$0.run].firstRecord != nil }) {
      graph = GraphGathering(fragments)
    }
  }

  /// Runs by package, then path; one reader mostly meets them so.
  private static func inOrder(_ runs: [RunReference], of fragments: [FarmFragment]) -> [RunReference] {
    func precedes(_ first: RunReference, _ second: RunReference) -> Bool {
      let packages = ByteOrder.compare(
        fragments[first.fragment].runs[first.run].package, fragments[second.fragment].runs[second.run].package)
      if packages != 0 { return packages < 0 }
      let paths = ByteOrder.compare(
        fragments[first.fragment].runs[first.run].path, fragments[second.fragment].runs[second.run].path)
      return paths == 0 ? first.run < second.run : paths < 0
    }
    for index in runs.indices.dropFirst() where precedes(runs[index], runs[index - 1]) {
      return runs.sorted(by: precedes)
    }
    return runs
  }

  /// The farm; contradictions are in `contradictions` then.
  mutating func farm(snapshot: String) -> Farm {
    let specCount = runs.reduce(0) { $0 + run($1).specs.count }
    if let first = runs.first, isInOrder(fragments[first.fragment], specCount) {
      assembleInOrder(first.fragment)
      return finish(snapshot: snapshot)
    }
    bodyOfSpec.reserveCapacity(specCount)
    hashes.reserveCapacity(specCount)
    graph?.reserveCapacity(specCount)
    var start = 0
    while start < runs.count {
      var end = start + 1
      while end < runs.count && NameTable.isSame(run(runs[start]).package, run(runs[end]).package) { end += 1 }
      assemble(snapshot: snapshot, runs: runs[start..<end])
      start = end
    }
    return finish(snapshot: snapshot)
  }

  func run(_ reference: RunReference) -> FarmFragment.Run { fragments[reference.fragment].runs[reference.run] }

  /// A fragment's body in the numbers of the farm.
  mutating func body(_ body: FarmFragment.Body, of fragment: Int, _ numbers: SnapshotNames.Numbers, package: PackageID)
    -> SpecBody
  {
    let compiler: CompilerRecord =
      switch body.compiler {
      case FarmFragment.Body.unrecordedCompiler: .unrecorded
      case FarmFragment.Body.noCompiler: .noCompiler
      default: numbers.compilers[Int(body.compiler)]
      }
    var variants = localVariantLists[fragment][Int(body.variants)]
    if variants == .max {
      variants = variantLists.number(of: Int(body.variants), in: fragment)
      localVariantLists[fragment][Int(body.variants)] = variants
    }
    var stacks = localStackSets[fragment][Int(body.stacks)]
    if stacks == .max { stacks = takeStackSet(Int(body.stacks), of: fragment, numbers) }
    return SpecBody(
      package: package, version: numbers.versions[Int(body.version)],
      platform: numbers.platforms[Int(body.platform)], os: numbers.oses[Int(body.os)],
      target: numbers.targets[Int(body.target)], compiler: compiler, variants: variants, stacks: stacks)
  }

  private mutating func takeStackSet(_ number: Int, of fragment: Int, _ numbers: SnapshotNames.Numbers) -> StackSetID {
    list.removeAll(keepingCapacity: true)
    for stack in fragments[fragment].stackSets[number] { list.append(numbers.stacks[Int(stack)]) }
    list.makeStrictlyAscending()
    let known = stackSets.number(of: list)
    localStackSets[fragment][number] = known
    return known
  }
}

/// Bodies, each once within its package.
struct BodyGathering {
  private(set) var bodies: [SpecBody] = []
  /// The first body of the package.
  private var start = 0
  /// Open addressing: the package's mark above the number of a body; slots of earlier packages are free.
  private var slots = [UInt64](repeating: 0, count: 256)
  private var mark: UInt64 = 0

  mutating func reserveCapacity(_ count: Int) { bodies.reserveCapacity(count) }

  mutating func beginPackage() {
    start = bodies.count
    mark += 1
  }

  /// The number of a body, which is given one if it is new to the package.
  mutating func number(of body: SpecBody) -> BodyID {
    var slot = Int(truncatingIfNeeded: BodyGathering.hash(body)) & (slots.count - 1)
    while slots[slot] >> 32 == mark {
      let number = Int(slots[slot] & 0xFFFF_FFFF)
      if bodies[number] == body { return BodyID(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = mark << 32 | UInt64(bodies.count)
    bodies.append(body)
    if (bodies.count - start) * 2 > slots.count { grow() }
    return BodyID(bodies.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for number in start..<bodies.count {
      var slot = Int(truncatingIfNeeded: BodyGathering.hash(bodies[number])) & (slots.count - 1)
      while slots[slot] >> 32 == mark { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = mark << 32 | UInt64(number)
    }
  }

  private static func hash(_ body: SpecBody) -> UInt64 {
    let first = UInt64(body.version) << 32 | UInt64(body.variants)
    let second = UInt64(body.stacks) << 32 | UInt64(body.target) << 16 ^ UInt64(body.os)
    let third = body.compiler.order << 8 ^ UInt64(body.platform)
    let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: (second &+ third &* 0x1_0001) | 1)
    let mixed = (product.high ^ product.low ^ second).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return mixed.high ^ mixed.low
  }
}
