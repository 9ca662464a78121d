/// The name tables of one snapshot, and for each fragment the numbers that its names have in them. Only names that some
/// spec of the snapshot has are in the tables.
struct SnapshotNames {
  /// The numbers of a fragment's names, by their positions in the fragment; `UInt32.max` where the snapshot has no use
  /// for the name.
  struct Numbers {
    var versions: [UInt32] = []
    var platforms: [UInt32] = []
    var oses: [UInt32] = []
    var targets: [UInt32] = []
    var compilers: [CompilerRecord] = []
    /// The aggregate stack has `SnapshotNames.aggregate`.
    var stacks: [UInt32] = []
    var variants: [UInt32] = []
  }

  /// The number of `root` in lists of stacks.
  static let aggregate = UInt32.max - 1

  var farm: FarmNames
  /// Single variants as written, and in the form in which they are compared.
  var variants: NameTable
  /// For each of `variants`, the number of its canonical form; mostly its own.
  var canonicalVariants: [UInt32]
  var fragments: [Numbers]

  init(fragments: [FarmFragment], runs: [RunReference]) {
    let uses = NameUses.gather(fragments, runs)
    func table(_ names: KeyPath<FarmFragment, [String]>, _ used: KeyPath<NameUses, [Bool]>) -> NameTable {
      NameTable(
        fragments.indices.flatMap { index in
          zip(fragments[index][keyPath: names], uses[index][keyPath: used]).lazy.filter(\.1).map(\.0)
        })
    }
    let versions = table(\.versions, \.versions)
    let versionTable = VersionTable(versions.names)
    let compilers = CompilerTable(
      table(\.compilers, \.compilers).names.filter { !Compiler.isUnrecorded($0) }.map { Compiler(written: $0) })
    let stacks = NameTable(table(\.stacks, \.stacks).names.filter { !NameTable.isSame($0, Farm.aggregateStack) })
    let written = table(\.variants, \.variants)
    let canonical = written.names.map(SnapshotNames.canonical)
    let variants = NameTable(written.names + canonical)
    let farm = FarmNames(
      packages: NameTable(
        runs.lazy.filter { !fragments[$0.fragment].runs[$0.run].specs.isEmpty }
          .map { fragments[$0.fragment].runs[$0.run].package }),
      versions: versionTable, stacks: stacks, targets: table(\.targets, \.targets), oses: table(\.oses, \.oses),
      platforms: table(\.platforms, \.platforms), compilers: compilers)
    self.farm = farm
    self.variants = variants
    canonicalVariants = Array(0..<UInt32(variants.count))
    for (name, form) in zip(written.names, canonical) where !NameTable.isSame(name, form) {
      if let number = variants.number(of: name), let known = variants.number(of: form) {
        canonicalVariants[Int(number)] = known
      }
    }
    self.fragments = zip(fragments, uses).map { fragment, used in
      Numbers(
        versions: zip(fragment.versions, used.versions).map { $1 ? versionTable.number(of: $0) ?? .max : .max },
        platforms: zip(fragment.platforms, used.platforms).map { $1 ? farm.platforms.number(of: $0) ?? .max : .max },
        oses: zip(fragment.oses, used.oses).map { $1 ? farm.oses.number(of: $0) ?? .max : .max },
        targets: zip(fragment.targets, used.targets).map { $1 ? farm.targets.number(of: $0) ?? .max : .max },
        compilers: fragment.compilers.map { SnapshotNames.record(of: $0, in: compilers) },
        stacks: fragment.stacks.map { stacks.number(of: $0) ?? SnapshotNames.aggregate },
        variants: fragment.variants.map { variants.number(of: $0) ?? .max })
    }
  }

  /// The form in which a variant is compared; most variants stand in it already.
  private static func canonical(_ written: String) -> String {
    if Variant.isCanonical(written) { return written }
    return Variant.canonicalPatch(written) ?? Variant(written: written).canonical
  }

  private static func record(of written: String, in compilers: CompilerTable) -> CompilerRecord {
    if Compiler.isUnrecorded(written) { return .unrecorded }
    return compilers.number(of: Compiler(written: written).canonical).map { .known($0) } ?? .unrecorded
  }
}

/// Which names of a fragment the specs of one snapshot use.
struct NameUses {
  var versions: [Bool]
  var platforms: [Bool]
  var oses: [Bool]
  var targets: [Bool]
  var compilers: [Bool]
  var stacks: [Bool]
  var variants: [Bool]
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

  static func gather(_ fragments: [FarmFragment], _ runs: [RunReference]) -> [NameUses] {
    var uses = fragments.map { NameUses($0) }
    for (number, ownRuns) in Dictionary(grouping: runs, by: \.fragment) {
      let fragment = fragments[number]
      for reference in ownRuns {
        for body in fragment.bodies[fragment.runs[reference.run].bodies] { uses[number].mark(body, of: fragment) }
      }
    }
    return uses
  }

  private mutating func mark(_ body: FarmFragment.Body, of fragment: FarmFragment) {
    versions[Int(body.version)] = true
    platforms[Int(body.platform)] = true
    oses[Int(body.os)] = true
    targets[Int(body.target)] = true
    if body.compiler < FarmFragment.Body.noCompiler { compilers[Int(body.compiler)] = true }
    if !stackSets[Int(body.stacks)] {
      stackSets[Int(body.stacks)] = true
      for stack in fragment.stackSets[Int(body.stacks)] { stacks[Int(stack)] = true }
    }
    if !variantLists[Int(body.variants)] {
      variantLists[Int(body.variants)] = true
      var marks = variants.mutableSpan
      for variant in fragment.variantLists[Int(body.variants)] { marks[Int(variant)] = true }
    }
  }
}
