/// The bodies of one package as bit rows: for every value of a dimension, which bodies have it.
///
/// One value serves a whole farm: `load` moves it to the next package and reuses all buffers.
package struct PackageRows: Sendable {
  /// The row without bits.
  package static let none = 0
  /// The row of all bodies.
  package static let all = 1
  /// The row of the bodies whose compiler is not recorded.
  package static let unrecordedCompiler = 2
  /// The row of the bodies known to have been built without a compiler.
  package static let noCompiler = 3
  /// The row of the bodies that some stack carries; without bits where that is all of them.
  private static let carried = 4
  /// The first row of a value.
  private static let firstOfValues = 5

  /// The rows; callers may add their own behind those of the package.
  package var rows = BitRows()
  /// The package; `nil` where the farm does not have it.
  package private(set) var package: PackageID?
  /// The numbers of the package's bodies; empty where the farm does not have the package.
  package private(set) var bodies = 0..<0
  /// Whether the compiler of some body is not recorded; `false` where compilers are not looked at.
  package private(set) var hasUnrecordedCompilers = false
  /// The stacks that carry some body, ascending.
  package var stacks: [StackID] { stackRows.present }
  /// The versions of the bodies that some stack carries, ascending.
  package private(set) var carriedVersions: [VersionID] = []

  // Of the farm these alone, for this value is copied where rows are asked for.
  private let bodiesOfFarm: [SpecBody]
  private let bodyStarts: [UInt32]
  /// The stacks of `Farm.stackSets`, one list behind the other.
  private let stackLists: RaggedTable
  private var versionRows: ValueRows
  private var stackRows: ValueRows
  private var osRows: ValueRows
  private var platformRows: ValueRows
  private var targetRows: ValueRows
  private var compilerRows: ValueRows

  /// The rows of no package yet. Complexity: O(names and stack sets of the farm).
  ///
  /// - Parameter dimensions: those that are looked at beside versions and stacks, which always are; there are rows of no
  ///   others, and none may be asked for.
  package init(of farm: Farm, dimensions: Set<Dimension> = [.os, .platform, .target, .compiler]) {
    bodiesOfFarm = farm.bodies
    bodyStarts = farm.bodyStarts
    stackLists = RaggedTable(farm.stackSets.lazy.map(\.stacks))
    versionRows = ValueRows(count: farm.versions.count, isLookedAt: true)
    stackRows = ValueRows(count: farm.stacks.count, isLookedAt: true)
    osRows = ValueRows(count: farm.oses.count, isLookedAt: dimensions.contains(.os))
    platformRows = ValueRows(count: farm.platforms.count, isLookedAt: dimensions.contains(.platform))
    targetRows = ValueRows(count: farm.targets.count, isLookedAt: dimensions.contains(.target))
    compilerRows = ValueRows(count: farm.compilers.count, isLookedAt: dimensions.contains(.compiler))
    load(nil)
  }

  /// Moves to a package; `nil` stands for one that the farm does not have.
  /// Complexity: O(bodies × stacks of a body + rows × words).
  package mutating func load(_ package: PackageID?) {
    forget()
    self.package = package
    bodies = package.map { Int(bodyStarts[Int($0)])..<Int(bodyStarts[Int($0) + 1]) } ?? 0..<0
    rows.removeAll(bits: bodies.count)
    let all = bodiesOfFarm
    let own = all.span.extracting(bodies)
    rows.addRows(numberRows(own))
    fillRows(own)
    findCarriedVersions(own)
  }

  private mutating func findCarriedVersions(_ own: Span<SpecBody>) {
    carriedVersions.removeAll(keepingCapacity: true)
    let hasOrphans = own.indices.contains { stackLists.range(Int(own[$0].stacks)).isEmpty }
    if hasOrphans {
      for stack in stackRows.present { rows.formUnion(PackageRows.carried, with: stackRows[stack]) }
    }
    for version in versionRows.present
    where !hasOrphans || !rows.isDisjoint(versionRows[version], PackageRows.carried) {
      carriedVersions.append(version)
    }
  }

  private mutating func forget() {
    versionRows.removeAll()
    stackRows.removeAll()
    osRows.removeAll()
    platformRows.removeAll()
    targetRows.removeAll()
    compilerRows.removeAll()
  }

  /// Gives each value that some body has a row; returns how many rows there are. Rows are made when all are known, for
  /// then the bits are set without looking after the buffer.
  private mutating func numberRows(_ own: Span<SpecBody>) -> Int {
    var next = PackageRows.firstOfValues
    versionRows.number(own, from: &next) { $0.version }
    stackRows.number(own, from: &next, stacksIn: stackLists)
    osRows.number(own, from: &next) { $0.os }
    platformRows.number(own, from: &next) { $0.platform }
    targetRows.number(own, from: &next) { $0.target }
    compilerRows.number(own, from: &next) { $0.compiler.number }
    return next
  }

  private mutating func fillRows(_ own: Span<SpecBody>) {
    rows.insertAll(in: PackageRows.all)
    versionRows.fill(&rows, own) { $0.version }
    stackRows.fill(&rows, own, stacksIn: stackLists)
    osRows.fill(&rows, own) { $0.os }
    platformRows.fill(&rows, own) { $0.platform }
    targetRows.fill(&rows, own) { $0.target }
    compilerRows.fillCompilers(&rows, own)
    hasUnrecordedCompilers = !rows.isEmpty(PackageRows.unrecordedCompiler)
  }
}

extension PackageRows {
  /// The row of the bodies that have a value; `none` where no body has it.
  package func row(_ dimension: Dimension, _ value: UInt32) -> Int {
    switch dimension {
    case .version: versionRows[value]
    case .stack: stackRows[value]
    case .os: osRows[value]
    case .platform: platformRows[value]
    case .target: targetRows[value]
    case .compiler: compilerRows[value]
    case .package, .variants, .hash: PackageRows.none
    }
  }

  /// The values that some body has, ascending; recorded compilers only.
  package func values(of dimension: Dimension) -> [UInt32] {
    switch dimension {
    case .version: present(versionRows)
    case .stack: present(stackRows)
    case .os: present(osRows)
    case .platform: present(platformRows)
    case .target: present(targetRows)
    case .compiler: present(compilerRows)
    case .package, .variants, .hash: []
    }
  }

  private func present(_ values: ValueRows) -> [UInt32] {
    precondition(values.isLookedAt, "rows are asked for of a dimension that was not named")
    return values.present
  }
}
