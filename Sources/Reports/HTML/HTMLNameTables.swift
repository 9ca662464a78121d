import BuildPlanner
import CoverageEngine
import FarmModel

/// The names that the page knows, each once: those of the farm, and those that only policies, findings or the plan
/// name (a package that vanished, a target that is new). Numbers are positions, in the order of printing.
struct HTMLNameTables {
  private(set) var packages: NameTable
  private(set) var versions: VersionTable
  private(set) var stacks: NameTable
  private(set) var targets: NameTable
  private(set) var oses: NameTable
  private(set) var platforms: NameTable
  private(set) var compilers: NameTable

  /// Gathers the names. Complexity: O(n log n) in the cells, findings and builds.
  init(_ input: HTMLReportInput) {
    let farm = input.farm
    var extra = ExtraNames(farm: farm)
    for detail in input.details {
      for grid in detail.grids { extra.add(grid) }
      for wanted in detail.wanted { extra.add(wanted.cell) }
    }
    for policy in input.outcome.policies { for finding in policy.findings { extra.add(finding.cell) } }
    if let plan = input.plan { extra.add(plan) }
    packages = NameTable(farm.packages.names + extra.packages)
    versions = VersionTable(farm.versions.versions.map(\.text) + extra.versions)
    stacks = NameTable(farm.stacks.names + extra.stacks)
    targets = NameTable(farm.targets.names + extra.targets)
    oses = NameTable(farm.oses.names + extra.oses)
    platforms = NameTable(farm.platforms.names + extra.platforms)
    compilers = NameTable(farm.compilers.compilers.map(\.canonical) + extra.compilers)
  }

  /// The place that a cell binds beside its package and version.
  func place(of cell: Cell) -> HTMLPlace {
    HTMLPlace(
      stack: number(cell.stack, in: stacks), target: number(cell.target, in: targets),
      os: number(cell.os, in: oses), platform: number(cell.platform, in: platforms),
      compiler: number(cell.compiler.map { Compiler(written: $0).canonical }, in: compilers))
  }

  func number(_ name: String?, in table: NameTable) -> Int {
    name.flatMap { table.number(of: $0) }.map { Int($0) } ?? -1
  }

  func number(ofVersion text: String?) -> Int {
    text.flatMap { versions.number(of: $0) }.map { Int($0) } ?? -1
  }

  func write(to json: inout JSONWriter) {
    for (name, table) in [
      ("packages", packages), ("stacks", stacks), ("targets", targets), ("oses", oses), ("platforms", platforms),
      ("compilers", compilers),
    ] {
      json.array(name, of: table.names)
    }
    json.array("versions", of: versions.versions.map(\.text))
  }
}

/// Where a cell stands beside its package and version: numbers of names, -1 where it does not bind the dimension.
struct HTMLPlace: Hashable, Comparable {
  var stack: Int
  var target: Int
  var os: Int
  var platform: Int
  var compiler: Int

  var numbers: [Int] { [stack, target, os, platform, compiler] }

  static func < (first: HTMLPlace, second: HTMLPlace) -> Bool {
    (first.stack, first.target, first.os, first.platform, first.compiler)
      < (second.stack, second.target, second.os, second.platform, second.compiler)
  }
}

/// The names that the farm itself does not have.
private struct ExtraNames {
  let farm: Farm
  var packages: [String] = []
  var versions: [String] = []
  var stacks: [String] = []
  var targets: [String] = []
  var oses: [String] = []
  var platforms: [String] = []
  var compilers: [String] = []

  init(farm: Farm) { self.farm = farm }

  mutating func add(_ cell: Cell) {
    note(cell.package, known: farm.packages, in: &packages)
    if let version = cell.version, farm.versions.number(of: version) == nil { versions.append(version) }
    note(cell.stack, known: farm.stacks, in: &stacks)
    note(cell.target, known: farm.targets, in: &targets)
    note(cell.os, known: farm.oses, in: &oses)
    note(cell.platform, known: farm.platforms, in: &platforms)
    if let written = cell.compiler {
      let canonical = Compiler(written: written).canonical
      if farm.compilers.number(of: canonical) == nil { compilers.append(canonical) }
    }
  }

  mutating func add(_ grid: CellGrid) {
    note(grid.package, known: farm.packages, in: &packages)
    for version in grid.versions { add(Cell(version: version)) }
    for place in grid.places { add(place) }
  }

  mutating func add(_ plan: Plan) {
    for build in plan.builds {
      add(
        Cell(
          package: build.package, version: build.version, os: build.os, platform: build.platform,
          target: build.target, compiler: build.compiler))
      for stack in build.stacks { note(stack, known: farm.stacks, in: &stacks) }
    }
    for gap in plan.unplannable { add(gap.gap.cell) }
    for refused in plan.refused { note(refused.package, known: farm.packages, in: &packages) }
    for opened in plan.opened { add(opened.cell) }
  }

  // Each name that is not known is noted once or more; the tables keep it once.
  private func note(_ name: String?, known: NameTable, in names: inout [String]) {
    if let name, known.number(of: name) == nil { names.append(name) }
  }
}
