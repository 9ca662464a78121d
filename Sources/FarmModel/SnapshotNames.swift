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
  }

  /// The number of `root` in lists of stacks.
  static let aggregate = UInt32.max - 1

  var farm: FarmNames
  let variants: VariantForms
  var fragments: [Numbers]

  /// Takes runs in the order of their packages.
  init(fragments: [FarmFragment], runs: [RunReference]) {
    let uses = NameUses.gather(fragments, runs)
    func used(_ names: (FarmFragment) -> [String], _ marks: (NameUses) -> [Bool]) -> UsedNames {
      UsedNames(zip(fragments, uses).map { (names($0), marks($1)) })
    }
    let versions = used(\.versions, \.versions)
    let versionNumbering = VersionNumbering(versions.names)
    let platforms = used(\.platforms, \.platforms)
    let platformNumbering = NameNumbering(platforms.names)
    let oses = used(\.oses, \.oses)
    let osNumbering = NameNumbering(oses.names)
    let targets = used(\.targets, \.targets)
    let targetNumbering = NameNumbering(targets.names)
    let compilers = CompilerTable(
      NameTable(used(\.compilers, \.compilers).names).names.filter { !Compiler.isUnrecorded($0) }
        .map { Compiler(written: $0) })
    let stacks = NameTable(used(\.stacks, \.stacks).names.filter { !NameTable.isSame($0, Farm.aggregateStack) })
    farm = FarmNames(
      packages: SnapshotNames.packages(fragments, runs), versions: versionNumbering.table, stacks: stacks,
      targets: targetNumbering.table, oses: osNumbering.table, platforms: platformNumbering.table,
      compilers: compilers)
    variants = VariantForms(used(\.variants, \.variants))
    self.fragments = fragments.enumerated().map { index, fragment in
      Numbers(
        versions: versions.numbers(of: index, in: versionNumbering.numbers),
        platforms: platforms.numbers(of: index, in: platformNumbering.numbers),
        oses: oses.numbers(of: index, in: osNumbering.numbers),
        targets: targets.numbers(of: index, in: targetNumbering.numbers),
        compilers: fragment.compilers.map { SnapshotNames.record(of: $0, in: compilers) },
        stacks: fragment.stacks.map { stacks.number(of: $0) ?? SnapshotNames.aggregate })
    }
  }

  private static func packages(_ fragments: [FarmFragment], _ runs: [RunReference]) -> NameTable {
    var names: [String] = []
    for reference in runs where !fragments[reference.fragment].runs[reference.run].specs.isEmpty {
      let package = fragments[reference.fragment].runs[reference.run].package
      if names.last.map({ !NameTable.isSame($0, package) }) ?? true { names.append(package) }
    }
    return NameTable(ascending: names)
  }

  private static func record(of written: String, in compilers: CompilerTable) -> CompilerRecord {
    if Compiler.isUnrecorded(written) { return .unrecorded }
    return compilers.number(of: Compiler(written: written).canonical).map { .known($0) } ?? .unrecorded
  }
}

/// The names of one kind that the specs of a snapshot use, those of one fragment behind those of another.
struct UsedNames {
  let names: [String]
  /// For each fragment where its names stand in `names`; `UInt32.max` where the snapshot has no use for a name.
  let positions: [[UInt32]]
  /// Whether the names are those of the only fragment, all of them, in its order.
  let areOfOneFragment: Bool

  /// Takes the names of each fragment, and which of them are used.
  init(_ fragments: [(names: [String], isUsed: [Bool])]) {
    areOfOneFragment = fragments.count == 1 && !fragments[0].isUsed.contains(false)
    if areOfOneFragment {
      names = fragments[0].names
      positions = [Array(0..<UInt32(names.count))]
      return
    }
    var names: [String] = []
    positions = fragments.map { fragment in
      fragment.names.indices.map { index in
        guard fragment.isUsed[index] else { return .max }
        names.append(fragment.names[index])
        return UInt32(names.count - 1)
      }
    }
    self.names = names
  }

  /// What `numbers` gives to the names of a fragment; `UInt32.max` where the snapshot has no use for a name.
  func numbers(of fragment: Int, in numbers: [UInt32]) -> [UInt32] {
    positions[fragment].map { $0 == .max ? .max : numbers[Int($0)] }
  }
}
