import CoveragePolicy
import FarmModel

/// Judges one prohibition on one farm (semantics §2.3).
struct ProhibitionJudge {
  private let policy: Policy
  private let farm: Farm
  private let options: JudgingOptions
  private let space: ValueSpace
  private let view: View
  private let isOrphaned: Bool
  /// What can be judged of a body, and what specs of one body can differ in.
  private let conditions: [PreparedCondition]
  private let specConditions: [PreparedCondition]
  /// For `missing run dependencies`: what is known of each spec; `nil` where the sentence does not ask.
  private let isIncomplete: [Truth]?
  private var clauses: PreparedClauses
  private var tallies = Tallies()
  private var findings: [Finding] = []
  private var expiredWaivers: Set<Int> = []

  init(_ policy: Policy, _ sentence: ProhibitionSentence, of farm: Farm, options: JudgingOptions) {
    self.policy = policy
    self.farm = farm
    self.options = options
    space = ValueSpace(of: farm)
    view = View(options, in: space)
    isOrphaned = sentence.isOrphaned
    let prepared = sentence.conditions.compactMap { [space] in PreparedCondition($0, of: farm, in: space) }
    conditions = prepared.filter { !$0.differsWithinBody }
    specConditions = prepared.filter(\.differsWithinBody)
    isIncomplete =
      sentence.conditions.contains(.missingRunDependencies) ? MissingDependencies(of: farm).ofSpecs : nil
    clauses = PreparedClauses(policy, in: space, of: farm, today: options.today)
  }

  /// Complexity: O(bodies × conditions + offending specs).
  mutating func outcome() -> PolicyOutcome {
    let truths = farm.bodies.indices.map { truth(of: $0, farm.bodies[$0]) }
    findings.reserveCapacity(mostFindings(truths))
    for package in farm.packages.names.indices where view.shows(package: UInt32(package)) {
      judge(PackageID(package), truths)
    }
    return PolicyOutcome(
      policy: policy, clauses: clauses, tallies: tallies, findings: findings, expiredWaivers: expiredWaivers,
      options: options)
  }

  /// How many findings there can be; findings are large, and moving them as their list grows would cost more than
  /// counting.
  private func mostFindings(_ truths: [Truth]) -> Int {
    if judgesSpecs { return 0 }
    var count = 0
    for (number, body) in farm.bodies.enumerated() where truths[number] == .yes && view.shows(package: body.package) {
      count += Int(farm.specCounts[number])
    }
    return count
  }

  /// Judges a package's specs; `truths` has what is known of each body of the farm.
  private mutating func judge(_ package: PackageID, _ truths: [Truth]) {
    let range = farm.bodies(of: package)
    var rulings: [PreparedClauses.Ruling?] = []
    rulings.reserveCapacity(range.count)
    var mayOffend = false
    for number in range {
      let body = farm.bodies[number]
      let truth = truths[number]
      let ruling = isLookedAt(body) ? self.ruling(body, truth) : nil
      rulings.append(ruling)
      guard ruling != nil else { continue }
      let count = Int(farm.specCounts[number])
      tallies.examined += count
      if truth == .yes || (truth == .unknown && judgesSpecs) { mayOffend = true }
      if truth == .unknown, !judgesSpecs { tallies.undetermined += count }
    }
    if mayOffend { judgeSpecs(package, range, truths, rulings) }
  }

  private func isLookedAt(_ body: SpecBody) -> Bool {
    let stacks = farm.stackSets[Int(body.stacks)].stacks
    return view.showsSome(of: stacks, in: space) && clauses.admits(body, stacks: stacks)
  }

  /// What the clauses make of a body; `nil` where an exception leaves it out.
  private mutating func ruling(_ body: SpecBody, _ truth: Truth) -> PreparedClauses.Ruling? {
    guard !clauses.patterns.isEmpty else { return PreparedClauses.Ruling() }
    let stacks = farm.stackSets[Int(body.stacks)].stacks
    let matching = clauses.patterns.indices.filter { clauses.patterns[$0].matches(body, stacks: stacks) }
    let ruling = clauses.rule(on: matching, isCovered: truth == .no)
    return ruling.isExcepted ? nil : ruling
  }

  private func truth(of number: Int, _ body: SpecBody) -> Truth {
    var truth: Truth = isOrphaned && !farm.isOrphaned(body) ? .no : .yes
    for condition in conditions where truth != .no { truth = truth.and(condition.judge(number, body, farm)) }
    return truth
  }

  /// Whether the specs of a body must be looked at one by one.
  private var judgesSpecs: Bool { isIncomplete != nil || !specConditions.isEmpty }

  private func specTruth(_ spec: Int) -> Truth {
    var truth = isIncomplete?[spec] ?? .yes
    for condition in specConditions where truth != .no { truth = truth.and(condition.judge(spec: spec, farm)) }
    return truth
  }

  private mutating func judgeSpecs(
    _ package: PackageID, _ bodies: Range<Int>, _ truths: [Truth], _ rulings: [PreparedClauses.Ruling?]
  ) {
    var offending: [(version: VersionID, spec: Int, ruling: PreparedClauses.Ruling)] = []
    let judgesSpecs = judgesSpecs
    let (bodyOfSpec, allBodies) = (farm.bodyOfSpec, farm.bodies)
    for spec in farm.specs(of: package) {
      let number = Int(bodyOfSpec[spec])
      guard let ruling = rulings[number - bodies.lowerBound] else { continue }
      let bodyTruth = truths[number]
      switch judgesSpecs ? bodyTruth.and(specTruth(spec)) : bodyTruth {
      case .no: break
      case .unknown: if judgesSpecs { tallies.undetermined += 1 }
      case .yes: offending.append((allBodies[number].version, spec, ruling))
      }
    }
    offending.sort { ($0.version, $0.spec) < ($1.version, $1.spec) }
    for (version, spec, ruling) in offending { add(package, version, spec, ruling) }
  }

  private mutating func add(
    _ package: PackageID, _ version: VersionID, _ spec: Int, _ ruling: PreparedClauses.Ruling
  ) {
    if ruling.waiver == nil { tallies.violations += 1 } else { tallies.waived += 1 }
    if ruling.waiver == nil, let expired = ruling.expiredWaiver { expiredWaivers.insert(expired) }
    findings.append(
      Finding(
        status: .forbidden,
        cell: Cell(
          package: space.packages.names[Int(package)], version: space.versions.names[Int(version)],
          hash: farm.hashes[spec]),
        waiver: ruling.waiver, expiredWaiver: ruling.waiver == nil ? ruling.expiredWaiver : nil))
  }
}
