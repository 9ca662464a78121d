import CoveragePolicy
import FarmModel

/// Judges one count policy on one farm (semantics §2.2).
struct CountJudge {
  private let policy: Policy
  private let sentence: CountSentence
  private let farm: Farm
  private let options: JudgingOptions
  private let space: ValueSpace
  private let view: View
  private let groupsByStack: Bool
  private let bindsPackage: Bool
  private let bindsVersion: Bool
  private let bindsVariants: Bool
  private let variantClasses: [UInt32]
  private var clauses: PreparedClauses
  private var keys: GroupKeys
  private var entries: [Entry] = []
  /// The groups out of bounds of the range of bodies that is being judged, not yet in order.
  private var offending: [OffendingGroup] = []
  /// For each single variant of the farm its place among all of them, made when groups are first put in order.
  private var variantOrder: [UInt32]?
  /// For each variant list its words, once some finding has them; empty before.
  private var writtenVariants: [[String]?] = []
  private var tallies = Tallies()
  private var findings: [Finding] = []
  private var expiredWaivers: Set<Int> = []
  /// Where stacks are counted for each stack, and these are too many pairs: how many.
  private var excessiveCount: Int?

  /// One body in one group.
  private struct Entry {
    var group: UInt64
    /// What is counted: a value plus `Entry.firstValue`, or one of the two below.
    var value: UInt32
    var body: UInt32

    static let noValue: UInt32 = 0
    static let unrecorded: UInt32 = 1
    static let firstValue: UInt32 = 2
  }

  /// What is said of a group, before it is put into words.
  private struct OffendingGroup {
    var status: Finding.Status
    var count: Int
    var ruling: PreparedClauses.Ruling
    var package: PackageID?
    var version: VersionID?
    var place: Place
    var variants: VariantListID?
    /// The first of its bodies.
    var body: UInt32
  }

  init(_ policy: Policy, _ sentence: CountSentence, of farm: Farm, options: JudgingOptions) {
    self.policy = policy
    self.sentence = sentence
    self.farm = farm
    self.options = options
    space = ValueSpace(of: farm)
    view = View(options, in: space)
    groupsByStack = sentence.dimensions.contains(.stack)
    bindsPackage = sentence.dimensions.contains(.package)
    bindsVersion = sentence.dimensions.contains(.version)
    bindsVariants = sentence.dimensions.contains(.variants)
    let needsVariants = sentence.counted == .variants || bindsVariants
    variantClasses = needsVariants ? farm.variantLists.equivalents : []
    clauses = PreparedClauses(policy, in: space, of: farm, today: options.today)
    keys = GroupKeys(sentence.dimensions, variantClasses: variantClasses)
  }

  /// Complexity: O(n log n) for n bodies times their stacks.
  mutating func outcome() -> PolicyOutcome {
    if bindsPackage {
      for package in farm.packages.names.indices where view.shows(package: UInt32(package)) {
        judge(farm.bodies(of: PackageID(package)))
      }
    } else {
      judge(farm.bodies.indices)
    }
    if let excessiveCount { return PolicyOutcome(policy: policy, excessiveCount: excessiveCount) }
    return PolicyOutcome(
      policy: policy, clauses: clauses, tallies: tallies, findings: findings, expiredWaivers: expiredWaivers,
      options: options)
  }

  private mutating func judge(_ range: Range<Int>) {
    let pairs = pairCount(range)
    guard pairs <= PreparedCoverage.cellLimit else {
      excessiveCount = max(excessiveCount ?? 0, pairs)
      return
    }
    keys.number(range, of: farm)
    entries.removeAll(keepingCapacity: true)
    for number in range { addEntries(of: number, class: keys.classes[number - range.lowerBound]) }
    entries.sort { ($0.group, $0.value, $0.body) < ($1.group, $1.value, $1.body) }
    offending.removeAll(keepingCapacity: true)
    var start = 0
    while start < entries.count {
      let end = entries[start...].firstIndex { $0.group != entries[start].group } ?? entries.count
      judgeGroup(entries[start..<end])
      start = end
    }
    reportOffending()
  }

  /// Appends a finding for each of `offending`, in printing order.
  private mutating func reportOffending() {
    if offending.isEmpty { return }
    if bindsVariants, variantOrder == nil { variantOrder = farm.variantLists.variantOrder }
    let (lists, order) = (farm.variantLists, variantOrder ?? [])
    offending.sort { first, second in
      if let version = first.version, let other = second.version, version != other { return version < other }
      if first.place != second.place { return first.place < second.place }
      if let variants = first.variants, let other = second.variants {
        let comparison = lists.compare(Int(variants), Int(other), by: order)
        if comparison != 0 { return comparison < 0 }
      }
      return first.body < second.body
    }
    for group in offending {
      let last = findings.count
      findings.append(
        Finding(
          status: group.status, cell: Cell(), count: group.count, waiver: group.ruling.waiver,
          expiredWaiver: group.ruling.waiver == nil ? group.ruling.expiredWaiver : nil))
      space.bind(&findings[last].cell, group.package, group.version, group.place)
      if let variants = group.variants { findings[last].cell.variants = written(variants) }
    }
  }

  /// How many pairs of stacks there are to look at, where stacks are counted for each stack: the square of what a
  /// document writes, so that a body with a million stacks must not be tried.
  private func pairCount(_ range: Range<Int>) -> Int {
    guard groupsByStack, sentence.counted == .stacks else { return 0 }
    return range.reduce(0) { count, number in
      let stacks = farm.stackSets[Int(farm.bodies[number].stacks)].stacks.count
      return count.addingSaturating(stacks.multipliedSaturating(by: stacks))
    }
  }

  private mutating func addEntries(of number: Int, class key: UInt32) {
    let body = farm.bodies[number]
    let stacks = farm.stackSets[Int(body.stacks)].stacks
    if groupsByStack {
      for stack in stacks where view.shows(stack: stack) && admits(body, stacks: CollectionOfOne(stack)) {
        add(body, number, group: UInt64(key) << 32 | UInt64(stack), stacks: stacks)
      }
    } else if admits(body, stacks: stacks) {
      add(body, number, group: UInt64(key), stacks: stacks)
    }
  }

  /// Whether the scopes let a spec in and no exception leaves it out.
  private mutating func admits(_ body: SpecBody, stacks: some Sequence<StackID>) -> Bool {
    guard clauses.admits(body, stacks: stacks) else { return false }
    return clauses.exceptionCount == 0 || !clauses.except(body, stacks: stacks)
  }

  private mutating func add(_ body: SpecBody, _ number: Int, group: UInt64, stacks: [StackID]) {
    func add(_ value: UInt32) { entries.append(Entry(group: group, value: value, body: UInt32(number))) }
    switch sentence.counted {
    case .builds: add(Entry.noValue)
    case .versions: add(body.version + Entry.firstValue)
    case .packages: add(body.package + Entry.firstValue)
    case .targets: add(body.target + Entry.firstValue)
    case .oses: add(body.os + Entry.firstValue)
    case .platforms: add(body.platform + Entry.firstValue)
    case .variants: add(variantClasses[Int(body.variants)] + Entry.firstValue)
    case .stacks:
      for stack in stacks { add(stack + Entry.firstValue) }
      if stacks.isEmpty { add(Entry.noValue) }
    case .compilers:
      switch body.compiler {
      case .known(let compiler): add(compiler + Entry.firstValue)
      case .noCompiler: add(Entry.noValue)
      case .unrecorded: add(Entry.unrecorded)
      }
    }
  }

  private mutating func judgeGroup(_ group: ArraySlice<Entry>) {
    var count = 0
    var unrecorded = 0
    var last: UInt32 = Entry.noValue
    for entry in group {
      if sentence.counted == .builds {
        count += Int(farm.specCounts[Int(entry.body)])
      } else if entry.value == Entry.unrecorded {
        unrecorded += Int(farm.specCounts[Int(entry.body)])
      } else if entry.value >= Entry.firstValue, entry.value != last {
        count += 1
        last = entry.value
      }
    }
    conclude(group, count, unrecorded)
  }

  private mutating func conclude(_ group: ArraySlice<Entry>, _ count: Int, _ unrecorded: Int) {
    tallies.examined += 1
    let status = sentence.bound.status(of: count)
    let isUndetermined = sentence.bound.couldChange(from: count, through: count + unrecorded)
    let isCovered = status == nil && !isUndetermined
    if isCovered, clauses.patterns.count == clauses.exceptionCount { return }
    guard let first = group.min(by: { $0.body < $1.body }) else { return }
    let (version, place) = bindings(of: first)
    let body = farm.bodies[Int(first.body)]
    let package = bindsPackage ? body.package : nil
    let ruling = clauses.rule(package: package, version: version, place: place, isCovered: isCovered)
    if isUndetermined { return tallies.undetermined += 1 }
    guard let status else { return }
    if ruling.waiver == nil { tallies.violations += 1 } else { tallies.waived += 1 }
    if ruling.waiver == nil, let expired = ruling.expiredWaiver { expiredWaivers.insert(expired) }
    offending.append(
      OffendingGroup(
        status: status, count: count, ruling: ruling, package: package, version: version, place: place,
        variants: bindsVariants ? body.variants : nil, body: first.body))
  }

  /// A variant list in words, which all groups share.
  private mutating func written(_ list: VariantListID) -> [String] {
    if writtenVariants.isEmpty { writtenVariants = Array(repeating: nil, count: farm.variantLists.count) }
    if let known = writtenVariants[Int(list)] { return known }
    let written = farm.variantLists[Int(list)].written
    writtenVariants[Int(list)] = written
    return written
  }

  private func bindings(of entry: Entry) -> (version: VersionID?, place: Place) {
    let body = farm.bodies[Int(entry.body)]
    var place = Place()
    for dimension in sentence.dimensions {
      switch dimension {
      case .stack: place[.stack] = UInt32(truncatingIfNeeded: entry.group)
      case .os: place[.os] = body.os
      case .platform: place[.platform] = body.platform
      case .target: place[.target] = body.target
      case .compiler: place[.compiler] = body.compiler.number
      case .package, .version, .variants, .hash: break
      }
    }
    return (bindsVersion ? body.version : nil, place)
  }
}

extension CountSentence.Bound {
  /// What is wrong with a count; `nil` if nothing is.
  func status(of count: Int) -> Finding.Status? {
    switch self {
    case .atMost(let most): count > most ? .excess : nil
    case .atLeast(let least): count < least ? .shortfall : nil
    case .exactly(let wanted): count == wanted ? nil : count > wanted ? .excess : .shortfall
    }
  }

  /// Whether a count that may be anything in the range is within bounds for some of it and out of bounds for the rest.
  func couldChange(from low: Int, through high: Int) -> Bool {
    switch self {
    case .atMost(let most): low <= most && high > most
    case .atLeast(let least): low < least && high >= least
    case .exactly(let wanted): low < high && low <= wanted && high >= wanted
    }
  }
}
