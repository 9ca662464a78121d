import CoveragePolicy
import FarmModel

/// The values of every dimension in one policy on one farm, and which of them a policy's names select.
final class ValueSpace {
  let packages: ValueTable
  let versions: ValueTable
  let stacks: ValueTable
  let oses: ValueTable
  let platforms: ValueTable
  let targets: ValueTable
  let compilers: ValueTable
  /// The value of the aggregate stack, where the policy names it.
  let aggregate: UInt32?
  private let farm: Farm

  /// - Parameter names: literal names of the policy, by dimension; those that the farm lacks become values too.
  init(of farm: Farm, names: [Dimension: [String]] = [:]) {
    func strangers(_ dimension: Dimension, unless isKnown: (String) -> Bool) -> [String] {
      NameTable(names[dimension, default: []].filter { !isKnown($0) }).names
    }
    packages = ValueTable(
      names: farm.packages.names, strangers: strangers(.package) { farm.packages.number(of: $0) != nil },
      precedes: NameTable.precedes)
    versions = ValueTable(
      names: farm.versions.versions.map(\.text), strangers: strangers(.version) { farm.versions.number(of: $0) != nil },
      precedes: VersionTable.precedes)
    stacks = ValueTable(
      names: farm.stacks.names, strangers: strangers(.stack) { farm.stacks.number(of: $0) != nil },
      precedes: NameTable.precedes)
    oses = ValueTable(
      names: farm.oses.names, strangers: strangers(.os) { farm.oses.number(of: $0) != nil },
      precedes: NameTable.precedes)
    platforms = ValueTable(
      names: farm.platforms.names, strangers: strangers(.platform) { farm.platforms.number(of: $0) != nil },
      precedes: NameTable.precedes)
    targets = ValueTable(
      names: farm.targets.names, strangers: strangers(.target) { farm.targets.number(of: $0) != nil },
      precedes: NameTable.precedes)
    compilers = ValueTable(
      names: farm.compilers.compilers.map(\.written),
      strangers: strangers(.compiler) { farm.compilers.number(of: Compiler(written: $0).canonical) != nil },
      precedes: { NameTable.precedes(Compiler(written: $0).canonical, Compiler(written: $1).canonical) })
    self.farm = farm
    aggregate = stacks.names.firstIndex(of: Farm.aggregateStack).map { UInt32($0) }
  }

  subscript(dimension: Dimension) -> ValueTable {
    switch dimension {
    case .package: packages
    case .version: versions
    case .stack: stacks
    case .os: oses
    case .platform: platforms
    case .target: targets
    case .compiler: compilers
    case .variants, .hash: ValueTable(names: [])
    }
  }
}

extension ValueSpace {
  /// The farm's number of a value; `nil` for a stranger.
  func farmNumber(of value: UInt32, _ dimension: Dimension) -> UInt32? {
    switch dimension {
    case .package: packages.farmNumber(of: value)
    case .version: versions.farmNumber(of: value)
    case .stack: stacks.farmNumber(of: value)
    case .os: oses.farmNumber(of: value)
    case .platform: platforms.farmNumber(of: value)
    case .target: targets.farmNumber(of: value)
    case .compiler: compilers.farmNumber(of: value)
    case .variants, .hash: value
    }
  }

  /// Which values some of the patterns select. A glob never selects the aggregate stack.
  ///
  /// - Parameter isClause: in a clause a glob may select every value; in a sentence it stands for names of the farm.
  func selection(_ patterns: [NamePattern], of dimension: Dimension, isClause: Bool = false) -> [Bool] {
    let table = self[dimension]
    let literals = NameTable(patterns.filter { !$0.isGlob }.map { ValueSpace.comparable($0.text, dimension) })
    let globs = patterns.filter(\.isGlob)
    return table.names.enumerated().map { value, name in
      if literals.number(of: ValueSpace.comparable(name, dimension)) != nil { return true }
      if globs.isEmpty || (!isClause && table.farmNumber(of: UInt32(value)) == nil) { return false }
      if dimension == .stack, aggregate == UInt32(value) { return false }
      return globs.contains { ValueSpace.matches($0, name, dimension) }
    }
  }

  /// Which versions some of the patterns select.
  func selection(_ patterns: [Pattern.VersionPattern]) -> [Bool] {
    versions.names.indices.map { value in
      let version = version(UInt32(value))
      return patterns.contains { pattern in
        switch pattern {
        case .exactly(let text): NameTable.isSame(text, version.text)
        case .within(let set): set.contains(version)
        }
      }
    }
  }

  /// A value of the versions, ready to compare.
  func version(_ value: UInt32) -> Version {
    versions.farmNumber(of: value).map { farm.versions[$0] } ?? Version(versions.names[Int(value)])
  }

  /// The value of a name. Complexity: O(log names) for names of the farm, O(names) for strangers.
  func value(of name: String, _ dimension: Dimension) -> UInt32? {
    let table = self[dimension]
    if let number = farm.number(of: name, dimension) { return table.value(of: number) }
    let wanted = ValueSpace.comparable(name, dimension)
    return table.names.indices.first {
      table.farmNumber(of: UInt32($0)) == nil
        && NameTable.isSame(ValueSpace.comparable(table.names[$0], dimension), wanted)
    }.map { UInt32($0) }
  }

  /// The form in which two names of a dimension are compared.
  static func comparable(_ name: String, _ dimension: Dimension) -> String {
    dimension == .compiler ? Compiler(written: name).canonical : name
  }

  private static func matches(_ glob: NamePattern, _ name: String, _ dimension: Dimension) -> Bool {
    guard dimension == .compiler else { return glob.matches(name) }
    let compiler = Compiler(written: name)
    return glob.matches(compiler.canonical) || glob.matches("\(compiler.name)@\(compiler.version)")
  }
}

extension VersionTable {
  /// The printing order of version texts: Spack's, ties by bytes.
  package static func precedes(_ first: String, _ second: String) -> Bool {
    let versions = (Version(first), Version(second))
    if versions.0 < versions.1 { return true }
    if versions.1 < versions.0 { return false }
    return NameTable.precedes(first, second)
  }
}
