/// The bodies of one package as bit rows: for every value of every dimension, which bodies have it.
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
  /// The row of the bodies that some stack carries.
  private static let carried = 4
  /// The first row of a value.
  private static let firstOfValues = 5

  /// The rows; callers may add their own behind those of the package.
  package var rows = BitRows()
  /// The package; `nil` where the farm does not have it.
  package private(set) var package: PackageID?
  /// The numbers of the package's bodies; empty where the farm does not have the package.
  package private(set) var bodies = 0..<0
  package private(set) var hasUnrecordedCompilers = false
  /// The stacks that carry some body, ascending.
  package var stacks: [StackID] { stackRows.present }
  /// The versions of the bodies that some stack carries, ascending.
  package private(set) var carriedVersions: [VersionID] = []

  private let farm: Farm
  private var versionRows: ValueRows
  private var stackRows: ValueRows
  private var osRows: ValueRows
  private var platformRows: ValueRows
  private var targetRows: ValueRows
  private var compilerRows: ValueRows

  /// The rows of no package yet. Complexity: O(names of the farm).
  package init(of farm: Farm) {
    self.farm = farm
    versionRows = ValueRows(count: farm.versions.count)
    stackRows = ValueRows(count: farm.stacks.count)
    osRows = ValueRows(count: farm.oses.count)
    platformRows = ValueRows(count: farm.platforms.count)
    targetRows = ValueRows(count: farm.targets.count)
    compilerRows = ValueRows(count: farm.compilers.count)
    load(nil)
  }

  /// Moves to a package; `nil` stands for one that the farm does not have.
  /// Complexity: O(bodies × stacks of a body + rows × words).
  package mutating func load(_ package: PackageID?) {
    forget()
    self.package = package
    bodies = package.map { farm.bodies(of: $0) } ?? 0..<0
    rows.removeAll(bits: bodies.count)
    rows.addRows(numberRows())
    fillRows()
    fillStackRows()
    for version in versionRows.present where !rows.isDisjoint(versionRows[version], PackageRows.carried) {
      carriedVersions.append(version)
    }
  }

  /// Gives each value that some body has a row; returns how many rows there are. Rows are made when all are known, for
  /// then the bits are set without looking after the buffer.
  private mutating func numberRows() -> Int {
    var next = PackageRows.firstOfValues
    for body in farm.bodies[bodies] {
      versionRows.number(body.version, from: &next)
      osRows.number(body.os, from: &next)
      platformRows.number(body.platform, from: &next)
      targetRows.number(body.target, from: &next)
      if let compiler = body.compiler.number { compilerRows.number(compiler, from: &next) }
      for stack in farm.stackSets[Int(body.stacks)].stacks { stackRows.number(stack, from: &next) }
    }
    versionRows.sort()
    stackRows.sort()
    osRows.sort()
    platformRows.sort()
    targetRows.sort()
    compilerRows.sort()
    return next
  }

  private mutating func fillRows() {
    let all = farm.bodies
    let own = all.span.extracting(bodies)
    rows.insert(bits: own.count) { _ in PackageRows.all }
    rows.insert(bits: own.count) { [versionRows] in versionRows[own[$0].version] }
    rows.insert(bits: own.count) { [osRows] in osRows[own[$0].os] }
    rows.insert(bits: own.count) { [platformRows] in platformRows[own[$0].platform] }
    rows.insert(bits: own.count) { [targetRows] in targetRows[own[$0].target] }
    rows.insert(bits: own.count) { [compilerRows] in
      switch own[$0].compiler {
      case .known(let compiler): compilerRows[compiler]
      case .noCompiler: PackageRows.noCompiler
      case .unrecorded: PackageRows.unrecordedCompiler
      }
    }
    hasUnrecordedCompilers = !rows.isEmpty(PackageRows.unrecordedCompiler)
  }

  private mutating func fillStackRows() {
    for number in bodies {
      let stacks = farm.stackSets[Int(farm.bodies[number].stacks)].stacks
      if stacks.isEmpty { continue }
      let bit = number - bodies.lowerBound
      rows.insert(bit, in: PackageRows.carried)
      for stack in stacks { rows.insert(bit, in: stackRows[stack]) }
    }
  }

  private mutating func forget() {
    versionRows.removeAll()
    stackRows.removeAll()
    osRows.removeAll()
    platformRows.removeAll()
    targetRows.removeAll()
    compilerRows.removeAll()
    carriedVersions.removeAll(keepingCapacity: true)
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
    case .version: versionRows.present
    case .stack: stackRows.present
    case .os: osRows.present
    case .platform: platformRows.present
    case .target: targetRows.present
    case .compiler: compilerRows.present
    case .package, .variants, .hash: []
    }
  }

  /// Which row belongs to each value of one dimension.
  private struct ValueRows: Sendable {
    var present: [UInt32] = []
    private var rowOfValue: [Int32]

    init(count: Int) { rowOfValue = [Int32](repeating: 0, count: count) }

    subscript(value: UInt32) -> Int { Int(rowOfValue[Int(value)]) }

    /// Gives a row to a value, if it has none.
    @inline(__always)
    mutating func number(_ value: UInt32, from next: inout Int) {
      guard rowOfValue[Int(value)] == 0 else { return }
      rowOfValue[Int(value)] = Int32(next)
      next += 1
      present.append(value)
    }

    mutating func removeAll() {
      for value in present { rowOfValue[Int(value)] = 0 }
      present.removeAll(keepingCapacity: true)
    }

    mutating func sort() {
      for index in present.indices.dropFirst() where present[index - 1] > present[index] { return present.sort() }
    }
  }
}
