import CoveragePolicy
import FarmModel

/// Judges one wanted policy: what lockfiles and indexes say that the stacks are meant to hold (semantics §2.4).
struct WantedJudge {
  private let policy: Policy
  private let farm: Farm
  private let options: JudgingOptions
  private let wanted: [WantedCell]
  private let space: ValueSpace
  private let view: View
  private var clauses: PreparedClauses
  private var tallies = Tallies()
  private var findings: [Finding] = []
  private var expiredWaivers: Set<Int> = []
  /// All cells with their states, where they were asked for.
  private var judged: [(cell: Cell, state: CellState)]?

  init(_ policy: Policy, _ sentence: WantedSentence, of farm: Farm, options: JudgingOptions) {
    self.policy = policy
    self.farm = farm
    self.options = options
    wanted = WantedCell.all(sentence, of: farm, lists: options.wantedLists)
    space = ValueSpace(
      of: farm,
      names: [
        .package: wanted.map(\.package), .version: wanted.map(\.version), .stack: wanted.map(\.stack),
      ])
    view = View(options, in: space)
    clauses = PreparedClauses(policy, in: space, of: farm, today: options.today)
  }

  /// Complexity: O(n log n) for n wanted cells, and the graph once for each gap at most.
  mutating func outcome() -> PolicyOutcome {
    for cell in wanted { judge(cell) }
    findings.sort { $0.cell.precedes($1.cell) }
    return PolicyOutcome(
      policy: policy, clauses: clauses, tallies: tallies, findings: findings, expiredWaivers: expiredWaivers,
      options: options)
  }

  /// All required cells with their states, in no order. Complexity: as `outcome`.
  mutating func cells() -> [(cell: Cell, state: CellState)] {
    judged = []
    for cell in wanted { judge(cell) }
    return judged ?? []
  }

  private mutating func judge(_ wanted: WantedCell) {
    guard let package = space.value(of: wanted.package, .package), let stack = space.value(of: wanted.stack, .stack)
    else { return }
    let version = space.value(of: wanted.version, .version)
    var place = Place()
    place[.stack] = stack
    let farmNumber = space.packages.farmNumber(of: package)
    guard view.shows(package: package), view.shows(stack: stack),
      clauses.admits(package: package, farmNumber: farmNumber), clauses.admits(version: version),
      clauses.admits(place: place)
    else { return }
    let ruling = clauses.rule(onCell: package, version: version, place: place, isCovered: wanted.isCovered)
    if ruling.isExcepted { return }
    let state: CellState = wanted.isCovered ? .covered : ruling.waiver == nil ? .gap : .waived
    let cell = Cell(package: wanted.package, version: wanted.version, stack: wanted.stack, hash: wanted.hash)
    tallies.add(state)
    judged?.append((cell, state))
    if wanted.isCovered { return }
    let expired = ruling.waiver == nil ? ruling.expiredWaiver : nil
    if let expired { expiredWaivers.insert(expired) }
    findings.append(
      Finding(
        status: .gap, cell: cell, waiver: ruling.waiver, expiredWaiver: expired, blockers: wanted.blockers))
  }
}
