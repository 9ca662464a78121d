import CoveragePolicy
import FarmModel

/// The clauses of a policy resolved against the values of a farm, with a record of what they matched.
struct PreparedClauses {
  /// Where a clause stands among the exceptions, or behind them the waivers.
  typealias Index = Int

  let scopes: [PreparedPattern]
  /// The exceptions, then the waivers.
  let patterns: [PreparedPattern]
  let exceptionCount: Int
  /// Which packages `for variants` leaves in, by the farm's number; `nil` where no such clause is given.
  private let packagesWithVariants: [Bool]?
  private let today: CalendarDate
  private let waivers: [Waiver]
  /// For each clause, whether some cell matched it, and whether some cell that is not covered did.
  private(set) var hasMatched: [Bool]
  private(set) var hasMatchedUncovered: [Bool]

  init(_ policy: Policy, in space: ValueSpace, of farm: Farm, today: CalendarDate) {
    scopes = policy.scopes.map { PreparedPattern($0, in: space) }
    patterns = (policy.exceptions.map(\.pattern) + policy.waivers.map(\.pattern)).map {
      PreparedPattern($0, in: space)
    }
    exceptionCount = policy.exceptions.count
    packagesWithVariants =
      policy.requiredVariants.isEmpty ? nil : farm.packagesWithVariants(policy.requiredVariants)
    self.today = today
    waivers = policy.waivers
    hasMatched = [Bool](repeating: false, count: patterns.count)
    hasMatchedUncovered = hasMatched
  }

  /// Whether the scopes let a package in, as far as they speak of packages.
  func admits(package: UInt32, farmNumber: PackageID?) -> Bool {
    guard scopes.allSatisfy({ $0.matches(package: package) }) else { return false }
    guard let packagesWithVariants else { return true }
    return farmNumber.map { packagesWithVariants[Int($0)] } ?? false
  }

  func admits(version: UInt32?) -> Bool { scopes.allSatisfy { $0.matches(version: version) } }

  func admits(place: Place) -> Bool { scopes.allSatisfy { $0.matches(place: place) } }

  /// The clauses that may speak of a package's cells.
  func candidates(package: UInt32) -> [Index] {
    patterns.indices.filter { patterns[$0].matches(package: package) }
  }

  /// Whether the scopes let a spec in; they speak of it in some of the stacks.
  func admits(_ body: SpecBody, stacks: some Sequence<StackID>) -> Bool {
    guard packagesWithVariants?[Int(body.package)] ?? true else { return false }
    return scopes.allSatisfy { $0.matches(body, stacks: stacks) }
  }

  /// Whether an exception leaves out a spec, after noting which of them matched it.
  mutating func except(_ body: SpecBody, stacks: some Sequence<StackID>) -> Bool {
    let matching = patterns.indices.prefix(exceptionCount).filter { patterns[$0].matches(body, stacks: stacks) }
    return rule(on: matching, isCovered: false).isExcepted
  }

  /// What the exceptions and waivers make of a cell.
  mutating func rule(onCell package: UInt32, version: UInt32?, place: Place, isCovered: Bool) -> Ruling {
    let matching = patterns.indices.filter { index in
      patterns[index].matches(package: package) && patterns[index].matches(version: version)
        && patterns[index].matches(place: place)
    }
    return rule(on: matching, isCovered: isCovered)
  }

  /// What the waivers make of a group.
  mutating func rule(package: UInt32?, version: UInt32?, place: Place, isCovered: Bool) -> Ruling {
    if waivers.isEmpty { return Ruling() }
    let matching = patterns.indices.dropFirst(exceptionCount).filter { index in
      let pattern = patterns[index]
      return (package.map { pattern.matches(package: $0) } ?? !pattern.speaksOfPackages)
        && pattern.matches(version: version) && pattern.matches(place: place)
    }
    return rule(on: matching, isCovered: isCovered)
  }

  /// What the exceptions and waivers make of something, after noting which of them matched it.
  mutating func rule(on matching: some Sequence<Index>, isCovered: Bool) -> Ruling {
    var ruling = Ruling()
    for index in matching {
      hasMatched[index] = true
      if !isCovered { hasMatchedUncovered[index] = true }
      if index < exceptionCount {
        ruling.isExcepted = true
      } else if today <= waivers[index - exceptionCount].until {
        ruling.waiver = ruling.waiver ?? index - exceptionCount
      } else {
        ruling.expiredWaiver = ruling.expiredWaiver ?? index - exceptionCount
      }
    }
    return ruling
  }

  /// What the exceptions and waivers make of one cell, group, spec or loss.
  struct Ruling {
    var isExcepted = false
    /// The first waiver in force.
    var waiver: Int?
    /// The first expired waiver.
    var expiredWaiver: Int?
  }
}

extension Farm {
  /// Which packages have, for every list, some spec with a variant of a name in the list.
  /// Complexity: O(bodies + variants of all lists × patterns).
  func packagesWithVariants(_ lists: [[NamePattern]]) -> [Bool] {
    var result = [Bool](repeating: true, count: packages.count)
    for patterns in lists {
      let listHasName = variantLists.listsHolding { variant in
        patterns.contains { $0.matches(Variant(written: variant).name) }
      }
      var found = [Bool](repeating: false, count: packages.count)
      for body in bodies where listHasName[Int(body.variants)] { found[Int(body.package)] = true }
      for index in result.indices where !found[index] { result[index] = false }
    }
    return result
  }
}
