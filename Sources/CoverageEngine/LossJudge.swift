import CoveragePolicy
import FarmModel

/// Judges one loss policy: what a stack that still exists carried in an older farm and does not carry now
/// (semantics §2.3).
struct LossJudge {
  private let policy: Policy
  private let dimensions: Set<Dimension>
  private let farm: Farm
  private let older: Farm
  private let options: JudgingOptions
  /// The older farm's values: they are what can be lost.
  private let space: ValueSpace
  private let view: View
  private let isLivingStack: [Bool]
  private let numbers: OlderNumbers
  private var clauses: PreparedClauses
  private var tallies = Tallies()
  private var findings: [Finding] = []
  private var expiredWaivers: Set<Int> = []

  /// What a stack carries of a package, in numbers of the older farm; 0 where the sentence does not ask.
  private struct Item: Hashable, Comparable {
    var version: UInt32
    var stack: UInt32
    var target: UInt32

    static func < (first: Item, second: Item) -> Bool {
      (first.version, first.stack, first.target) < (second.version, second.stack, second.target)
    }
  }

  init(_ policy: Policy, _ sentence: LossSentence, of farm: Farm, since older: Farm, options: JudgingOptions) {
    self.policy = policy
    dimensions = Set(sentence.lost.dimensions)
    self.farm = farm
    self.older = older
    self.options = options
    space = ValueSpace(of: older)
    view = View(options, in: space)
    isLivingStack = older.stacks.names.map { farm.stacks.number(of: $0) != nil }
    numbers = OlderNumbers(of: farm, in: older)
    clauses = PreparedClauses(policy, in: space, of: older, today: options.today)
  }

  /// Complexity: O(bodies of both farms × stacks of a body).
  mutating func outcome() -> PolicyOutcome {
    for package in older.packages.names.indices.map({ PackageID($0) })
    where view.shows(package: package) && clauses.admits(package: package, farmNumber: package) {
      judge(package)
    }
    return PolicyOutcome(
      policy: policy, clauses: clauses, tallies: tallies, findings: findings, expiredWaivers: expiredWaivers,
      options: options)
  }

  private mutating func judge(_ package: PackageID) {
    let then = items(older.bodies(of: package).lazy.map { [older] in older.bodies[$0] }, of: older) { $0 }
    let present = farm.packages.number(of: older.packages[package])
    let bodies = present.map { farm.bodies(of: $0) } ?? 0..<0
    let now = items(bodies.lazy.map { [farm] in farm.bodies[$0] }, of: farm) { [numbers] in numbers.item($0) }
    for item in then.sorted() where isLivingStack[Int(item.stack)] && view.shows(stack: item.stack) {
      judge(item, of: package, isHere: now.contains(item))
    }
  }

  /// The items of some bodies, after `translate` has put the farm's numbers into those of the older farm.
  private func items(
    _ bodies: some Sequence<SpecBody>, of farm: Farm, translate: (Item) -> Item?
  ) -> Set<Item> {
    var items: Set<Item> = []
    for body in bodies {
      for stack in farm.stackSets[Int(body.stacks)].stacks {
        let full = Item(version: body.version, stack: stack, target: body.target)
        guard var item = translate(full) else { continue }
        if !dimensions.contains(.version) { item.version = 0 }
        if !dimensions.contains(.target) { item.target = 0 }
        items.insert(item)
      }
    }
    return items
  }

  private mutating func judge(_ item: Item, of package: PackageID, isHere: Bool) {
    var place = Place()
    place[.stack] = item.stack
    if dimensions.contains(.target) { place[.target] = item.target }
    let version = dimensions.contains(.version) ? item.version : nil
    guard clauses.admits(version: version), clauses.admits(place: place) else { return }
    let ruling = clauses.rule(onCell: package, version: version, place: place, isCovered: isHere)
    if ruling.isExcepted { return }
    tallies.examined += 1
    if isHere { return }
    if ruling.waiver == nil { tallies.violations += 1 } else { tallies.waived += 1 }
    let expired = ruling.waiver == nil ? ruling.expiredWaiver : nil
    if let expired { expiredWaivers.insert(expired) }
    findings.append(
      Finding(
        status: .lost, cell: space.cell(package, version, place), waiver: ruling.waiver, expiredWaiver: expired))
  }

  /// The numbers that a farm's names have in an older farm; `nil` for names that it lacks.
  private struct OlderNumbers: Sendable {
    let versions: [UInt32?]
    let stacks: [UInt32?]
    let targets: [UInt32?]

    init(of farm: Farm, in older: Farm) {
      versions = farm.versions.versions.map { older.versions.number(of: $0.text) }
      stacks = farm.stacks.names.map { older.stacks.number(of: $0) }
      targets = farm.targets.names.map { older.targets.number(of: $0) }
    }

    /// A name that the older farm lacks stands for nothing that could be lost, but the rest of the item may: it gets a
    /// number that no name has.
    func item(_ item: Item) -> Item? {
      guard let stack = stacks[Int(item.stack)] else { return nil }
      return Item(
        version: versions[Int(item.version)] ?? UInt32.max, stack: stack,
        target: targets[Int(item.target)] ?? UInt32.max)
    }
  }
}
