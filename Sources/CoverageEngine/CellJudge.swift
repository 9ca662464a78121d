import FarmModel

/// Judges cells of one package by bit rows (semantics §2.1, *Judging a cell*).
///
/// `prepare` is called for each package; then cells are judged place by place.
struct CellJudge {
  private let coverage: PreparedCoverage
  /// Rows of the bodies that satisfy the constraints certainly, and at least possibly.
  private var allowed = PackageRows.all
  private var possiblyAllowed = PackageRows.all
  /// Row of the bodies that match the place: `narrowed`, or a row of the package where that is all.
  private var atPlace = PackageRows.none
  private var narrowed = PackageRows.none
  /// Row of the bodies that match it at least possibly, and what is left of them for a version.
  private var possiblyAtPlace = PackageRows.none
  private var matching = PackageRows.none
  private var scratch = PackageRows.none
  /// For `runnable`: the rows of the bodies whose code runs on a target, made when first needed.
  private var runnableRows: [UInt32: Int] = [:]
  /// Whether some body may match a cell without certainty.
  private var hasUnknown = false

  init(_ coverage: PreparedCoverage) { self.coverage = coverage }

  /// Makes the rows that hold for the whole package. Complexity: O(bodies × constraints).
  mutating func prepare(_ rows: inout PackageRows) {
    runnableRows.removeAll(keepingCapacity: true)
    allowed = PackageRows.all
    possiblyAllowed = PackageRows.all
    hasUnknown = coverage.bindsCompiler && rows.hasUnrecordedCompilers
    if !coverage.constraints.isEmpty { judgeConstraints(&rows) }
    narrowed = rows.rows.addRow()
    possiblyAtPlace = hasUnknown ? rows.rows.addRow() : PackageRows.none
    matching = rows.rows.addRow()
    scratch = rows.rows.addRow()
  }

  private mutating func judgeConstraints(_ rows: inout PackageRows) {
    allowed = rows.rows.addRow()
    possiblyAllowed = rows.rows.addRow()
    let constraints = coverage.constraints
    if constraints.contains(where: \.differsWithinBody) {
      guard let package = rows.package else { return }
      for spec in coverage.farm.specs(of: package) {
        let truth = constraints.reduce(Truth.yes) { $0.and($1.judge(spec: spec)) }
        allow(Int(coverage.farm.bodyOfSpec[spec]), truth, &rows)
      }
      return
    }
    var truths = [Truth](repeating: .yes, count: rows.bodies.count)
    for constraint in constraints { constraint.judge(bodies: rows.bodies, into: &truths) }
    for (truth, body) in zip(truths, rows.bodies) { allow(body, truth, &rows) }
  }

  private mutating func allow(_ body: Int, _ truth: Truth, _ rows: inout PackageRows) {
    if truth == .yes { rows.rows.insert(body - rows.bodies.lowerBound, in: allowed) }
    if truth != .no { rows.rows.insert(body - rows.bodies.lowerBound, in: possiblyAllowed) }
    if truth == .unknown { hasUnknown = true }
  }

  /// Moves to a place: finds the bodies that match it. Complexity: O(dimensions × words).
  mutating func move(to place: Place, _ rows: inout PackageRows) {
    atPlace = allowed
    if hasUnknown { rows.rows.assign(possiblyAtPlace, from: possiblyAllowed) }
    place.forEachBinding { dimension, value in
      let row = row(dimension, value, &rows)
      if atPlace == PackageRows.all, row != matching {
        atPlace = row
      } else {
        rows.rows.assign(narrowed, intersecting: atPlace, row)
        atPlace = narrowed
      }
      guard hasUnknown else { return }
      if dimension == .compiler {
        rows.rows.assign(scratch, from: row)
        rows.rows.formUnion(scratch, with: PackageRows.unrecordedCompiler)
        rows.rows.formIntersection(possiblyAtPlace, with: scratch)
      } else {
        rows.rows.formIntersection(possiblyAtPlace, with: row)
      }
    }
  }

  /// The row of the bodies that certainly match a value, as the verb reads it.
  private mutating func row(_ dimension: Dimension, _ value: UInt32, _ rows: inout PackageRows) -> Int {
    switch dimension {
    case .target:
      if let runnable = coverage.runnable { return runnableRow(value, runnable, &rows) }
    case .stack:
      if value == coverage.space.aggregate { return PackageRows.all }
    case .compiler:
      rows.rows.assign(matching, from: builtRow(dimension, value, rows))
      rows.rows.formUnion(matching, with: PackageRows.noCompiler)
      return matching
    case .package, .version, .os, .platform, .variants, .hash: break
    }
    return builtRow(dimension, value, rows)
  }

  /// The row of the bodies that were built for a value.
  private func builtRow(_ dimension: Dimension, _ value: UInt32, _ rows: borrowing PackageRows) -> Int {
    guard let number = coverage.space.farmNumber(of: value, dimension) else { return PackageRows.none }
    return rows.row(dimension, number)
  }

  private mutating func runnableRow(_ target: UInt32, _ runnable: [[TargetID]], _ rows: inout PackageRows) -> Int {
    if let row = runnableRows[target] { return row }
    let row = rows.rows.addRow()
    for number in runnable[Int(target)] { rows.rows.formUnion(row, with: rows.row(.target, number)) }
    runnableRows[target] = row
    return row
  }

  /// The state of the cell of a version at the place; `versionRow` is the row of the version's bodies.
  mutating func judge(versionRow: Int, _ rows: inout PackageRows) -> CellState {
    if coverage.counted.isEmpty {
      if !rows.rows.isDisjoint(versionRow, atPlace) { return .covered }
      return hasUnknown && !rows.rows.isDisjoint(versionRow, possiblyAtPlace) ? .undetermined : .gap
    }
    rows.rows.assign(matching, intersecting: versionRow, atPlace)
    if hasEnough(&rows, countingUnknown: false) { return .covered }
    rows.rows.assign(matching, intersecting: versionRow, hasUnknown ? possiblyAtPlace : atPlace)
    return hasEnough(&rows, countingUnknown: true) ? .undetermined : .gap
  }

  /// Whether the bodies in `matching` have enough values for every `at least`.
  private mutating func hasEnough(_ rows: inout PackageRows, countingUnknown: Bool) -> Bool {
    for counted in coverage.counted {
      var count = countingUnknown && counted.dimension == .compiler ? unrecordedSpecs(rows) : 0
      if let values = counted.values {
        for value in values {
          let row = countedRow(counted.dimension, value, &rows)
          if !rows.rows.isDisjoint(matching, row) { count += 1 }
        }
        count = min(count, values.count)
      } else {
        count += rows.values(of: counted.dimension).count { value in
          !rows.rows.isDisjoint(matching, rows.row(counted.dimension, value))
        }
      }
      if count < counted.minimum { return false }
    }
    return true
  }

  /// As `row`, but a spec without a compiler counts for none.
  private mutating func countedRow(_ dimension: Dimension, _ value: UInt32, _ rows: inout PackageRows) -> Int {
    dimension == .compiler ? builtRow(dimension, value, rows) : row(dimension, value, &rows)
  }

  /// How many of the matching specs do not record their compiler: each could add a value.
  private func unrecordedSpecs(_ rows: PackageRows) -> Int {
    rows.rows.common(matching, PackageRows.unrecordedCompiler).reduce(0) { sum, bit in
      sum + Int(coverage.farm.specCounts[rows.bodies.lowerBound + bit])
    }
  }
}
