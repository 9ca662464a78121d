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

  /// The rows; callers may add their own behind those of the package.
  package var rows = BitRows()
  /// The package; `nil` where the farm does not have it.
  package private(set) var package: PackageID?
  /// The numbers of the package's bodies; empty where the farm does not have the package.
  package private(set) var bodies = 0..<0
  package private(set) var hasUnrecordedCompilers = false
  /// The stacks that carry some body, ascending.
  package private(set) var stacks: [StackID] = []
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
    for _ in 0..<4 { _ = rows.addRow() }
    var isOrdered = true
    for number in bodies {
      let body = farm.bodies[number]
      let bit = number - bodies.lowerBound
      rows.insert(bit, in: PackageRows.all)
      versionRows.insert(bit, at: body.version, of: &rows)
      osRows.insert(bit, at: body.os, of: &rows)
      platformRows.insert(bit, at: body.platform, of: &rows)
      targetRows.insert(bit, at: body.target, of: &rows)
      insertCompiler(of: body, bit: bit)
      let carrying = farm.stackSets[Int(body.stacks)].stacks
      for stack in carrying { stackRows.insert(bit, at: stack, of: &rows) }
      guard !carrying.isEmpty else { continue }
      if let last = carriedVersions.last, last >= body.version {
        if last == body.version { continue }
        isOrdered = false
      }
      carriedVersions.append(body.version)
    }
    for dimension in Dimension.allCases { withValueRows(of: dimension) { $0.sort() } }
    stacks = stackRows.present
    if !isOrdered { carriedVersions = Set(carriedVersions).sorted() }
  }

  private mutating func insertCompiler(of body: SpecBody, bit: Int) {
    switch body.compiler {
    case .known(let compiler): compilerRows.insert(bit, at: compiler, of: &rows)
    case .noCompiler: rows.insert(bit, in: PackageRows.noCompiler)
    case .unrecorded:
      rows.insert(bit, in: PackageRows.unrecordedCompiler)
      hasUnrecordedCompilers = true
    }
  }

  private mutating func forget() {
    for dimension in Dimension.allCases { withValueRows(of: dimension) { $0.removeAll() } }
    hasUnrecordedCompilers = false
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

  private mutating func withValueRows(of dimension: Dimension, do change: (inout ValueRows) -> Void) {
    switch dimension {
    case .version: change(&versionRows)
    case .stack: change(&stackRows)
    case .os: change(&osRows)
    case .platform: change(&platformRows)
    case .target: change(&targetRows)
    case .compiler: change(&compilerRows)
    case .package, .variants, .hash: break
    }
  }

  /// Which row belongs to each value of one dimension.
  private struct ValueRows: Sendable {
    var present: [UInt32] = []
    private var rowOfValue: [Int32]

    init(count: Int) { rowOfValue = [Int32](repeating: 0, count: count) }

    subscript(value: UInt32) -> Int { Int(rowOfValue[Int(value)]) }

    mutating func insert(_ bit: Int, at value: UInt32, of rows: inout BitRows) {
      var row = Int(rowOfValue[Int(value)])
      if row == PackageRows.none {
        row = rows.addRow()
        rowOfValue[Int(value)] = Int32(row)
        present.append(value)
      }
      rows.insert(bit, in: row)
    }

    mutating func removeAll() {
      for value in present { rowOfValue[Int(value)] = 0 }
      present.removeAll(keepingCapacity: true)
    }

    mutating func sort() { present.sort() }
  }
}
