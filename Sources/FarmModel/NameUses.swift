/// Which names of a fragment the specs of one snapshot use.
struct NameUses {
  private(set) var versions: [Bool]
  private(set) var platforms: [Bool]
  private(set) var oses: [Bool]
  private(set) var targets: [Bool]
  private(set) var compilers: [Bool]
  private(set) var stacks: [Bool]
  private(set) var variants: [Bool]
  private var stackSets: [Bool]
  private var variantLists: [Bool]

  private init(_ fragment: FarmFragment) {
    versions = Array(repeating: false, count: fragment.versions.count)
    platforms = Array(repeating: false, count: fragment.platforms.count)
    oses = Array(repeating: false, count: fragment.oses.count)
    targets = Array(repeating: false, count: fragment.targets.count)
    compilers = Array(repeating: false, count: fragment.compilers.count)
    stacks = Array(repeating: false, count: fragment.stacks.count)
    variants = Array(repeating: false, count: fragment.variants.count)
    stackSets = Array(repeating: false, count: fragment.stackSets.count)
    variantLists = Array(repeating: false, count: fragment.variantLists.count)
  }

  /// The uses of each fragment's names in some runs.
  static func gather(_ fragments: [FarmFragment], _ runs: [RunReference]) -> [NameUses] {
    var uses = fragments.map { NameUses($0) }
    for reference in runs {
      uses[reference.fragment].mark(
        fragments[reference.fragment].runs[reference.run].bodies, of: fragments[reference.fragment])
    }
    for index in uses.indices { uses[index].markListed(of: fragments[index]) }
    return uses
  }

  private mutating func mark(_ range: Range<Int>, of fragment: FarmFragment) {
    let bodies = fragment.bodies.span.extracting(range)
    NameUses.mark(&versions, of: bodies) { $0.version }
    NameUses.mark(&platforms, of: bodies) { $0.platform }
    NameUses.mark(&oses, of: bodies) { $0.os }
    NameUses.mark(&targets, of: bodies) { $0.target }
    NameUses.mark(&compilers, of: bodies) { $0.compiler < FarmFragment.Body.noCompiler ? $0.compiler : nil }
    NameUses.mark(&stackSets, of: bodies) { $0.stacks }
    NameUses.mark(&variantLists, of: bodies) { $0.variants }
  }

  /// Marks what bodies have; `nil` is nothing.
  @inline(__always)
  private static func mark(
    _ names: inout [Bool], of bodies: Span<FarmFragment.Body>, _ number: (FarmFragment.Body) -> UInt32?
  ) {
    var names = names.mutableSpan
    for index in bodies.indices {
      if let number = number(bodies[index]) { names[Int(number)] = true }
    }
  }

  /// Marks what stands in the lists that are used.
  private mutating func markListed(of fragment: FarmFragment) {
    NameUses.mark(&stacks, in: fragment.stackSets, where: stackSets)
    NameUses.mark(&variants, in: fragment.variantLists, where: variantLists)
  }

  private static func mark(_ names: inout [Bool], in lists: RaggedTable, where isUsed: [Bool]) {
    let items = lists.items.span
    var names = names.mutableSpan
    for list in isUsed.indices where isUsed[list] {
      for position in lists.range(list) { names[Int(items[position])] = true }
    }
  }
}
