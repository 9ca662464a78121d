import CoverageEngine
import CoveragePolicy
import FarmModel
import Reports

typealias JudgedCell = HTMLPolicyDetail.WantedCell

/// Judges the examples slowly and obviously, so that they do not depend on the engine.
struct HTMLNaiveJudge {
  let specs: [SpecDescription]

  /// A name by its bytes: two names that only look alike are two.
  private struct Name: Hashable, Comparable {
    let bytes: [UInt8]
    init(_ text: String) { bytes = Array(text.utf8) }
    var text: String { String(decoding: bytes, as: UTF8.self) }
    static func < (first: Name, second: Name) -> Bool { first.bytes.lexicographicallyPrecedes(second.bytes) }
  }

  /// One cell for each version of each package and each stack that carries the package and each of its targets.
  func everyVersionOnEveryTarget(of packages: [String]? = nil) -> [JudgedCell] {
    var targets: [Name: Set<Name>] = [:]
    var versions: [Name: Set<Name>] = [:]
    var stacks: [Name: Set<Name>] = [:]
    var builds: Set<[Name]> = []
    for spec in specs {
      for stack in spec.stacks.map(Name.init) where stack.text != Farm.aggregateStack {
        targets[stack, default: []].insert(Name(spec.target))
        versions[Name(spec.package), default: []].insert(Name(spec.version))
        stacks[Name(spec.package), default: []].insert(stack)
        builds.insert([Name(spec.package), Name(spec.version), stack, Name(spec.target)])
      }
    }
    var cells: [JudgedCell] = []
    for package in versions.keys.sorted() where packages?.contains(package.text) ?? true {
      for version in (versions[package] ?? []).sorted() {
        for stack in (stacks[package] ?? []).sorted() {
          for target in (targets[stack] ?? []).sorted() {
            let isBuilt = builds.contains([package, version, stack, target])
            let cell = Cell(package: package.text, version: version.text, stack: stack.text, target: target.text)
            cells.append(JudgedCell(cell, isBuilt ? .covered : .gap))
          }
        }
      }
    }
    return cells
  }

  /// The cells as the engine hands them out: package by package, versions × places.
  static func grids(_ cells: [JudgedCell]) -> [CellGrid] {
    Dictionary(grouping: cells) { Array(($0.cell.package ?? "").utf8) }.map { _, cells in
      var versions: [String] = []
      var places: [Cell] = []
      for judged in cells {
        let version = judged.cell.version ?? ""
        if !versions.contains(where: { NameTable.isSame($0, version) }) { versions.append(version) }
        let place = placeOnly(judged.cell)
        if position(of: place, in: places) == nil { places.append(place) }
      }
      var grid = CellGrid(
        package: cells[0].cell.package ?? "", versions: versions, places: places,
        states: [CellState](repeating: .notRequired, count: versions.count * places.count))
      for judged in cells {
        let row = versions.firstIndex { NameTable.isSame($0, judged.cell.version ?? "") } ?? 0
        let column = position(of: placeOnly(judged.cell), in: places) ?? 0
        grid.states[row * places.count + column] = judged.state
      }
      return grid
    }
  }

  private static func position(of place: Cell, in places: [Cell]) -> Int? {
    let bindings = place.bindings.map { Name($0.value) }
    return places.firstIndex { $0.bindings.map { Name($0.value) } == bindings }
  }

  private static func placeOnly(_ cell: Cell) -> Cell {
    Cell(stack: cell.stack, os: cell.os, platform: cell.platform, target: cell.target, compiler: cell.compiler)
  }

  /// The outcome of a coverage policy with these cells.
  static func outcome(_ policy: Policy, _ cells: [JudgedCell], isNew: (Cell) -> Bool? = { _ in nil }) -> PolicyOutcome {
    var tallies = Tallies()
    tallies.required = cells.count
    tallies.covered = cells.count { $0.state == .covered }
    tallies.gaps = cells.count { $0.state == .gap }
    tallies.waived = cells.count { $0.state == .waived }
    tallies.undetermined = cells.count { $0.state == .undetermined }
    let findings = cells.filter { $0.state != .covered }.map { judged in
      Finding(
        status: judged.state == .undetermined ? .undetermined : .gap, cell: judged.cell,
        waiver: judged.state == .waived ? 0 : nil, isNew: isNew(judged.cell))
    }
    let verdict: Verdict = tallies.required == 0 ? .vacuous : tallies.gaps > 0 ? .fails : .holds
    return PolicyOutcome(policy: policy, verdict: verdict, tallies: tallies, findings: findings)
  }
}
