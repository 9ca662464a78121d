import CoverageEngine
import CoveragePolicy
import FarmModel

/// Plans the builds of one package: as few as close all its gaps.
struct PackagePlanner {
  /// A gap to be closed by one build, with what it admits for each version that a build of it could have.
  struct Row {
    var gap: PlanGap
    var admissions: [(version: UInt32, admission: Admission)]
  }

  let collection: GapCollection
  let package: (name: String, gaps: Range<Int>)
  var search: ConfigurationSearch?
  var rows: [Row] = []
  var unplannable: [(source: Int, reason: String)] = []
  /// The versions that gaps without a version may be closed with; the latest among them.
  private var openVersions: [UInt32] = []
  /// The latest version of the package; looked for only where some gap binds no version.
  private(set) var latest: UInt32?

  init(_ collection: GapCollection, _ package: (name: String, gaps: Range<Int>), _ context: PlannerContext) {
    self.collection = collection
    self.package = package
    if let number = context.farm.packages.number(of: package.name) {
      search = ConfigurationSearch(number, context)
      let isOpen = package.gaps.contains { collection.gaps[$0].cell.version == nil }
      if isOpen { latest = context.farm.latestVersion(of: number) }
    }
  }

  /// Finds what each gap admits; leaves them in `rows` and what cannot be planned in `unplannable`.
  mutating func admit(_ sources: [Int], _ context: inout PlannerContext) {
    let isBound = { [collection] (source: Int) in collection.gaps[source].cell.version != nil }
    for source in sources where isBound(source) { admit(source, &context) }
    var versions = Set(rows.compactMap(\.gap.place.version))
    if let latest { versions.insert(latest) }
    openVersions = versions.sorted()
    for source in sources where !isBound(source) { admit(source, &context) }
    rows.sort { $0.gap.source < $1.gap.source }
  }

  private mutating func admit(_ source: Int, _ context: inout PlannerContext) {
    let gap = collection.gaps[source]
    let policy = collection.policies[gap.policy]
    guard search != nil else {
      unplannable.append((source, UnplannableReason.unknownPackage(package.name)))
      return
    }
    let place = GapPlace(gap.cell, &context.names)
    if policy.counted.isEmpty {
      if let row = row(source, place, policy.requirement, &context) {
        rows.append(row)
      } else {
        let reason = reason(place, policy.requirement, &context)
        unplannable.append((source, reason))
      }
      return
    }
    expand(source, place, policy, &context)
  }

  /// A row for a gap; `nil` where nothing is admitted.
  private mutating func row(
    _ source: Int, _ place: GapPlace, _ requirement: Int, _ context: inout PlannerContext
  ) -> Row? {
    let versions = place.version.map { [$0] } ?? openVersions
    var admissions: [(version: UInt32, admission: Admission)] = []
    for version in versions {
      var bound = place
      bound.version = version
      if let admission = search?.admission(bound, requirement: requirement, &context) {
        admissions.append((version, admission))
      }
    }
    guard !admissions.isEmpty else { return nil }
    return Row(gap: PlanGap(source: source, place: place, requirement: requirement), admissions: admissions)
  }

  /// Turns a gap of `at least N of` into gaps that bind the values lacking.
  private mutating func expand(
    _ source: Int, _ place: GapPlace, _ policy: GapCollection.PolicyFacts, _ context: inout PlannerContext
  ) {
    guard let shelf = search?.shelf else { return }
    var parts: [Row] = []
    for counted in policy.counted {
      guard let names = counted.names else {
        unplannable.append((source, UnplannableReason.unlisted(counted)))
        return
      }
      let matching = MatchingBodies(place, policy, shelf, package.name, context)
      let values = context.values(of: names, counted.dimension)
      let assumed = collection.assumedMatches(source)
      let found = values.filter { value in
        matching.have(value, counted.dimension, &context)
          || assumed.contains { $0.has(context.names.name(value, counted.dimension), counted.dimension, policy) }
      }
      var lacking = counted.minimum - found.count
      for value in values where lacking > 0 && !found.contains(value) {
        var bound = place
        bound[counted.dimension] = value
        if counted.dimension == .compiler { bound.countsCompiler = true }
        guard let row = row(source, bound, policy.requirement, &context) else { continue }
        parts.append(row)
        lacking -= 1
      }
      if lacking > 0 {
        unplannable.append((source, UnplannableReason.tooFew(counted, lacking: lacking)))
        return
      }
    }
    rows += parts
  }
}

extension GapPlace {
  init(_ cell: Cell, _ names: inout PlannerNames) {
    version = cell.version.map { names.number(of: $0, .version) }
    stack = cell.stack.map { names.number(of: $0, .stack) }
    target = cell.target.map { names.number(of: $0, .target) }
    os = cell.os.map { names.number(of: $0, .os) }
    platform = cell.platform.map { names.number(of: $0, .platform) }
    compiler = cell.compiler.map { names.number(of: $0, .compiler) }
  }

  /// The value bound for a dimension that a placement can name.
  subscript(dimension: Dimension) -> UInt32? {
    get {
      switch dimension {
      case .version: version
      case .stack: stack
      case .target: target
      case .os: os
      case .platform: platform
      case .compiler: compiler
      case .package, .variants, .hash: nil
      }
    }
    set {
      switch dimension {
      case .version: version = newValue
      case .stack: stack = newValue
      case .target: target = newValue
      case .os: os = newValue
      case .platform: platform = newValue
      case .compiler: compiler = newValue
      case .package, .variants, .hash: break
      }
    }
  }
}

extension Farm {
  /// The highest of the package's versions that some stack carries, or of all where none does; branches and pre-releases
  /// are passed over unless there is nothing else. Complexity: O(bodies of the package).
  func latestVersion(of package: PackageID) -> VersionID? {
    let all = bodies[bodies(of: package)]
    let carried = all.filter { !isOrphaned($0) }
    let versions = Set((carried.isEmpty ? Array(all) : carried).map(\.version))
    let releases = versions.filter { !self.versions[$0].isBranch && !self.versions[$0].isPrerelease }
    return (releases.isEmpty ? versions : releases).max()
  }
}
