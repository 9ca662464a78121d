extension Farm {
  /// The name of the aggregate stack: the mirror's top level, which carries every spec and is no product.
  package static let aggregateStack = "root"

  /// Makes a farm of described specs; each (package, hash) must stand in them once.
  ///
  /// The slow way in, for tests and small farms; documents are read into columns directly.
  package init(snapshot: String, specs: [SpecDescription]) {
    let names = FarmNames(
      packages: NameTable(specs.map(\.package)),
      versions: VersionTable(specs.map(\.version)),
      stacks: NameTable(specs.flatMap(\.stacks).filter { $0 != Farm.aggregateStack }),
      targets: NameTable(specs.map(\.target)),
      oses: NameTable(specs.map(\.os)),
      platforms: NameTable(specs.map(\.platform)),
      compilers: CompilerTable(specs.compactMap { $0.compiler.map { Compiler(written: $0) } }))
    let sorted = specs.sorted { first, second in
      NameTable.isSame(first.package, second.package)
        ? NameTable.precedes(first.hash, second.hash) : NameTable.precedes(first.package, second.package)
    }
    var variantNumbers: [VariantList: VariantListID] = [:]
    var stackSetNumbers: [StackSet: StackSetID] = [:]
    var bodyNumbers: [SpecBody: BodyID] = [:]
    var variantLists: [VariantList] = []
    var stackSets: [StackSet] = []
    var bodies: [SpecBody] = []
    var bodyOfSpec: [BodyID] = []
    for spec in sorted {
      let stackSet = StackSet(
        stacks: Set(spec.stacks).compactMap { names.stacks.number(of: $0) }.sorted(),
        listsRoot: spec.stacks.contains(Farm.aggregateStack))
      let body = SpecBody(
        package: names.packages.number(of: spec.package) ?? 0,
        version: names.versions.number(of: spec.version) ?? 0,
        platform: names.platforms.number(of: spec.platform) ?? 0,
        os: names.oses.number(of: spec.os) ?? 0,
        target: names.targets.number(of: spec.target) ?? 0,
        compiler: Farm.compilerRecord(of: spec, in: names.compilers),
        variants: Farm.number(of: spec.variants, in: &variantNumbers, listed: &variantLists),
        stacks: Farm.number(of: stackSet, in: &stackSetNumbers, listed: &stackSets))
      bodyOfSpec.append(Farm.number(of: body, in: &bodyNumbers, listed: &bodies))
    }
    self.init(
      snapshot: snapshot, names: names, variantLists: VariantListTable(variantLists), stackSets: stackSets,
      bodies: bodies,
      bodyOfSpec: bodyOfSpec, hashes: HashColumn(sorted.map(\.hash)))
  }

  private static func compilerRecord(of spec: SpecDescription, in compilers: CompilerTable) -> CompilerRecord {
    if spec.hasNoCompiler { return .noCompiler }
    guard let written = spec.compiler else { return .unrecorded }
    return compilers.number(of: Compiler(written: written).canonical).map { .known($0) } ?? .unrecorded
  }

  private static func number<Value: Hashable>(
    of value: Value, in numbers: inout [Value: UInt32], listed values: inout [Value]
  ) -> UInt32 {
    if let number = numbers[value] { return number }
    let number = UInt32(values.count)
    numbers[value] = number
    values.append(value)
    return number
  }

  /// A spec in words.
  package func description(of spec: Int) -> SpecDescription {
    let body = bodies[Int(bodyOfSpec[spec])]
    let stackSet = stackSets[Int(body.stacks)]
    return SpecDescription(
      package: packages[body.package], version: versions[body.version].text, hash: hashes[spec],
      platform: platforms[body.platform], os: oses[body.os], target: targets[body.target],
      compiler: body.compiler.number.map { compilers[$0].written }, hasNoCompiler: body.compiler == .noCompiler,
      variants: variantLists[Int(body.variants)],
      stacks: stackSet.stacks.map { stacks[$0] } + (stackSet.listsRoot ? [Farm.aggregateStack] : []))
  }
}
