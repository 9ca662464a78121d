import CoveragePolicy
import FarmModel

/// Judges one coverage policy on one farm, package by package.
struct CoverageJudge {
  let policy: Policy
  let coverage: PreparedCoverage
  private(set) var clauses: PreparedClauses
  private(set) var tallies = Tallies()
  private(set) var findings: [Finding] = []
  /// Where the sentence asks for more cells than `PreparedCoverage.cellLimit`: how many it asks for at most.
  private(set) var excessiveCount: Int?
  /// Which of the waivers that have expired matched a gap.
  private(set) var expiredWaivers: Set<Int> = []

  private let view: View
  var judge: CellJudge
  private var cells = PackageCells()
  private var candidateCount = 0
  /// The packages that the scopes name although the farm does not have them, with their values.
  let strangers: [(name: String, value: UInt32)]

  init(
    _ policy: Policy, _ sentence: CoverageSentence, of farm: Farm, options: JudgingOptions,
    names: [Dimension: [String]] = [:]
  ) {
    self.policy = policy
    let named = policy.scopes.flatMap { $0.packages ?? [] }.filter { !$0.isGlob }.map(\.text)
      .filter { options.shard?.holds($0) ?? true }
    coverage = PreparedCoverage(
      sentence, of: farm, names: names.merging([.package: named]) { $0 + $1 })
    let packages = coverage.space.packages
    strangers = packages.names.enumerated()
      .filter { packages.farmNumber(of: UInt32($0.offset)) == nil }.map { ($0.element, UInt32($0.offset)) }
    clauses = PreparedClauses(policy, in: coverage.space, of: farm, today: options.today)
    view = View(options, in: coverage.space)
    judge = CellJudge(coverage)
    excessiveCount = coverage.places.excessiveCount
  }

  /// Judges the cells of a package, which `rows` holds, and keeps the figures and findings.
  mutating func judgePackage(_ package: UInt32, _ rows: inout PackageRows) {
    guard view.shows(package: package) else { return }
    let farmNumber = coverage.space.packages.farmNumber(of: package)
    guard clauses.admits(package: package, farmNumber: farmNumber) else { return }
    findCells(rows)
    if excessiveCount == nil { fillStates(package, &rows) }
    if excessiveCount == nil, !cells.states.contains(where: { $0 != .notRequired }), !rows.bodies.isEmpty,
      rows.stacks.isEmpty
    {
      tallies.packagesWithoutRequirement += 1
    }
  }

  /// Fills in the versions and places of `cells`, or counts them where they are too many.
  private mutating func findCells(_ rows: PackageRows) {
    cells.removeAll()
    guard coverage.places.excessiveCount == nil else { return }
    coverage.versions.findVersions(for: rows, into: &cells.versions)
    if !clauses.scopes.isEmpty { cells.versions.removeAll { !clauses.admits(version: $0) } }
    guard !cells.versions.isEmpty else { return }
    let limit = excessiveCount == nil ? (PreparedCoverage.cellLimit - candidateCount) / cells.versions.count : 0
    let count = coverage.places.makePlaces(for: rows, into: &cells.places, limit: limit)
    candidateCount = candidateCount.addingSaturating(count.multipliedSaturating(by: cells.versions.count))
    if candidateCount > PreparedCoverage.cellLimit {
      excessiveCount = candidateCount
      cells.versions.removeAll(keepingCapacity: true)
    }
  }

  private mutating func fillStates(_ package: UInt32, _ rows: inout PackageRows) {
    let places = cells.places.places
    cells.states.append(contentsOf: repeatElement(.notRequired, count: places.count * cells.versions.count))
    guard !cells.states.isEmpty else { return }
    judge.prepare(&rows)
    for version in cells.versions { cells.versionRows.append(row(of: version, rows)) }
    for (index, place) in places.enumerated() where clauses.admits(place: place) && view.shows(stack: place[.stack]) {
      judge.move(to: place, &rows)
      for version in cells.versionRows.indices {
        cells.states[version * places.count + index] = judge.judge(versionRow: cells.versionRows[version], &rows)
      }
    }
    let candidates = clauses.candidates(package: package)
    if candidates.isEmpty { count(package) } else { rule(on: package, candidates) }
  }

  /// The row of the bodies that a cell of a version looks at.
  private func row(of version: UInt32?, _ rows: PackageRows) -> Int {
    guard let version else { return PackageRows.all }
    return coverage.space.versions.farmNumber(of: version).map { rows.row(.version, $0) } ?? PackageRows.none
  }

  /// Counts the states where no exception or waiver can change them.
  private mutating func count(_ package: UInt32) {
    let places = cells.places.places.count
    for (index, state) in cells.states.enumerated() where state != .notRequired {
      tallies.add(state)
      if state == .covered { continue }
      findings.append(Finding(status: state == .undetermined ? .undetermined : .gap, cell: Cell()))
      coverage.space.bind(
        &findings[findings.count - 1].cell, package, cells.versions[index / places],
        cells.places.places[index % places])
    }
  }

  private mutating func rule(on package: UInt32, _ candidates: [PreparedClauses.Index]) {
    let places = cells.places.places
    for (row, version) in cells.versions.enumerated() {
      let speaking = candidates.filter { clauses.patterns[$0].matches(version: version) }
      for (column, place) in places.enumerated() {
        let index = row * places.count + column
        let state = cells.states[index]
        guard state != .notRequired else { continue }
        let matching = speaking.filter { clauses.patterns[$0].matches(place: place) }
        let ruling = clauses.rule(on: matching, isCovered: state == .covered)
        if ruling.isExcepted {
          cells.states[index] = .notRequired
          continue
        }
        let isWaived = state == .gap && ruling.waiver != nil
        if isWaived { cells.states[index] = .waived }
        tallies.add(cells.states[index])
        guard state != .covered else { continue }
        var finding = finding(state, package, row, column)
        if state == .gap {
          finding.waiver = ruling.waiver
          if !isWaived, let expired = ruling.expiredWaiver {
            finding.expiredWaiver = expired
            expiredWaivers.insert(expired)
          }
        }
        findings.append(finding)
      }
    }
  }

  private func finding(_ state: CellState, _ package: UInt32, _ version: Int, _ place: Int) -> Finding {
    Finding(
      status: state == .undetermined ? .undetermined : .gap,
      cell: coverage.space.cell(package, cells.versions[version], cells.places.places[place]))
  }
}

extension CoverageJudge {
  /// The cells of a package in words, with their states; nothing is tallied.
  mutating func grid(_ package: UInt32, _ rows: inout PackageRows) -> CellGrid {
    let kept = (tallies, findings.count, candidateCount)
    cells.removeAll()
    judgePackage(package, &rows)
    tallies = kept.0
    findings.removeSubrange(kept.1...)
    candidateCount = kept.2
    let space = coverage.space
    return CellGrid(
      package: space.packages.names[Int(package)],
      versions: cells.versions.map { version in version.map { space.versions.names[Int($0)] } },
      places: cells.places.places.map { space.cell(nil, nil, $0) }, states: cells.states)
  }
}

extension Tallies {
  /// Counts one cell.
  mutating func add(_ state: CellState) {
    if state != .notRequired { required += 1 }
    switch state {
    case .notRequired: break
    case .covered: covered += 1
    case .gap: gaps += 1
    case .waived: waived += 1
    case .undetermined: undetermined += 1
    }
  }
}

extension ValueSpace {
  /// A cell in words.
  func cell(_ package: UInt32?, _ version: UInt32?, _ place: Place) -> Cell {
    var cell = Cell()
    bind(&cell, package, version, place)
    return cell
  }

  /// Binds a cell in words, where it stands: there can be many, and whenever one is moved all its names are counted.
  func bind(_ cell: inout Cell, _ package: UInt32?, _ version: UInt32?, _ place: Place) {
    if let package { cell.package = packages.names[Int(package)] }
    if let version { cell.version = versions.names[Int(version)] }
    place.forEachBinding { dimension, value in
      switch dimension {
      case .stack: cell.stack = stacks.names[Int(value)]
      case .os: cell.os = oses.names[Int(value)]
      case .platform: cell.platform = platforms.names[Int(value)]
      case .target: cell.target = targets.names[Int(value)]
      case .compiler: cell.compiler = compilers.names[Int(value)]
      case .package, .version, .variants, .hash: break
      }
    }
  }
}
