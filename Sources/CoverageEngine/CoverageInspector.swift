package import CoveragePolicy
package import FarmModel

/// One coverage policy on one farm, looked at package by package and cell by cell: for reports, explanations and plans.
package struct CoverageInspector {
  /// The packages in scope may be these: the farm's, and those that the policy names although the farm lacks them.
  package let packages: [String]
  private let farm: Farm
  private var judge: CoverageJudge
  private var rows: PackageRows

  /// `nil` where the policy is no coverage policy, or asks what the farm's documents cannot answer.
  ///
  /// - Parameter cells: cells of another farm that are to be judged here.
  package init?(_ policy: Policy, of farm: Farm, options: JudgingOptions, judging cells: [Cell] = []) {
    guard case .coverage(let sentence) = policy.sentence, policy.unanswerable(by: farm) == nil else { return nil }
    self.farm = farm
    judge = CoverageJudge(policy, sentence, of: farm, options: options, names: Cell.names(in: cells))
    rows = PackageRows(of: farm)
    packages = judge.coverage.space.packages.names
  }

  /// All cells of a package that the sentence speaks of, with the state of each; `nil` where nothing is required.
  /// Complexity: O(bodies + cells) × words of a bit row.
  package mutating func grid(of package: String) -> CellGrid? {
    guard let value = judge.coverage.space.value(of: package, .package) else { return nil }
    rows.load(farm.packages.number(of: package))
    let grid = judge.grid(value, &rows)
    return grid.states.contains { $0 != .notRequired } ? grid : nil
  }

  /// The required cells of a package, in order. Complexity: as `grid`.
  package mutating func requiredCells(of package: String) -> [(cell: Cell, state: CellState)] {
    guard let grid = grid(of: package) else { return [] }
    return grid.versions.indices.flatMap { version in
      grid.places.indices.compactMap { place in
        let state = grid.state(version: version, place: place)
        return state == .notRequired ? nil : (grid.cell(version: version, place: place), state)
      }
    }
  }

  /// The state of each of some cells, required here or not: covered, gap or undetermined. Best for cells that are
  /// sorted by package. All must have been named when the inspector was made.
  package mutating func states(of cells: [Cell]) -> [CellState] {
    var package: String?
    return cells.map { cell in
      if cell.package != package || package == nil {
        package = cell.package
        rows.load(cell.package.flatMap { farm.packages.number(of: $0) })
        judge.prepare(&rows)
      }
      return judge.state(of: cell, &rows)
    }
  }
}

extension CoverageInspector {
  /// The cells that a coverage policy requires once some builds are there and did not require before, in order.
  /// Complexity: O(bodies + specs + cells).
  package static func opened(
    by builds: [SpecDescription], under policy: Policy, in farm: Farm, extended: Farm, options: JudgingOptions
  ) -> [Cell] {
    guard var before = CoverageInspector(policy, of: farm, options: options),
      var after = CoverageInspector(policy, of: extended, options: options)
    else { return [] }
    let changed = farm.hasSameDomains(as: extended) ? NameTable(builds.map(\.package)).names : after.packages
    return changed.flatMap { package in
      let known = Set(before.requiredCells(of: package).map(\.cell.comparable))
      return after.requiredCells(of: package).map(\.cell).filter { !known.contains($0.comparable) }
    }
  }
}

extension Farm {
  /// Whether what is true of the stacks as a whole is the same, so that only packages whose own specs differ can have
  /// other required cells.
  fileprivate func hasSameDomains(as other: Farm) -> Bool {
    func domains(_ facts: StackFacts) -> [[UInt32]] {
      [facts.targets, facts.mainTargets, facts.oses, facts.platforms, facts.compilers]
    }
    guard stacks == other.stacks, targets == other.targets, oses == other.oses, platforms == other.platforms,
      compilers == other.compilers
    else { return false }
    return zip(stackFacts, other.stackFacts).allSatisfy {
      domains($0) == domains($1) && $0.configurations == $1.configurations
    }
  }
}

extension Cell {
  /// The names that cells bind, by dimension.
  static func names(in cells: [Cell]) -> [Dimension: [String]] {
    var names: [Dimension: [String]] = [:]
    for cell in cells {
      for (dimension, value) in cell.bindings { names[dimension, default: []].append(value) }
    }
    return names
  }
}

extension CoverageJudge {
  mutating func prepare(_ rows: inout PackageRows) { judge.prepare(&rows) }

  /// The state of a cell of the package that `rows` holds and `prepare` was called for.
  mutating func state(of cell: Cell, _ rows: inout PackageRows) -> CellState {
    var place = Place()
    for dimension in Place.dimensions {
      guard let name = cell[dimension] else { continue }
      guard let value = coverage.space.value(of: name, dimension) else { return .gap }
      place[dimension] = value
    }
    judge.move(to: place, &rows)
    guard let version = cell.version else { return judge.judge(versionRow: PackageRows.all, &rows) }
    let number = coverage.farm.versions.number(of: version)
    return judge.judge(versionRow: number.map { rows.row(.version, $0) } ?? PackageRows.none, &rows)
  }
}
