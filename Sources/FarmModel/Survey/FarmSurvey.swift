/// What sentences need to know across packages, of some documents: it knows no policy, and the surveys of parts add up
/// to that of the whole.
///
/// Everything is in names and sorted, so that equal surveys are equal bytes.
///
/// It holds no counts of attributes over all packages, as `at most 40 versions per target` asks for: how many different
/// versions or packages two parts have together does not follow from how many each has, and lists of them all would be
/// the farm again. Such sentences are judged by the merge, on the bodies of all specs, which outcomes carry.
package struct FarmSurvey: Hashable, Sendable {
  /// A document that was surveyed.
  package struct Page: Hashable, Sendable {
    package var path: String
    package var snapshot: String
    /// The package of a page, the stack of an index.
    package var subject: String
    package var kind: String
    package var byteCount: Int
    /// Of its bytes, in hexadecimal.
    package var digest: String
    package var specCount: Int

    package init(
      path: String, snapshot: String, subject: String, kind: String, byteCount: Int, digest: String, specCount: Int
    ) {
      self.path = path
      self.snapshot = snapshot
      self.subject = subject
      self.kind = kind
      self.byteCount = byteCount
      self.digest = digest
      self.specCount = specCount
    }
  }

  /// One snapshot: its names, orphaned specs' too, and its stacks.
  package struct Snapshot: Hashable, Sendable {
    package var name: String
    package var packages: [String] = []
    package var targets: [String] = []
    package var oses: [String] = []
    package var platforms: [String] = []
    /// As written.
    package var compilers: [String] = []
    package var stacks: [Stack] = []

    package init(name: String) { self.name = name }
  }

  /// What is true of a stack whatever the package; what follows from it is not kept.
  package struct Stack: Hashable, Sendable {
    package var name: String
    package var packageCount: Int
    package var specCount: Int
    /// On how many packages the stack carries each target, by name of the target.
    package var targets: [TargetCount]
    package var combinations: [Combination]

    package init(
      name: String, packageCount: Int, specCount: Int, targets: [TargetCount], combinations: [Combination]
    ) {
      self.name = name
      self.packageCount = packageCount
      self.specCount = specCount
      self.targets = targets
      self.combinations = combinations
    }
  }

  /// A target with the number of a stack's packages on it.
  package struct TargetCount: Hashable, Sendable {
    package var target: String
    package var packages: Int

    package init(target: String, packages: Int) {
      self.target = target
      self.packages = packages
    }
  }

  /// What occurs together in some spec of a stack.
  package struct Combination: Hashable, Sendable {
    package var target: String
    package var platform: String
    package var os: String
    /// In canonical form; the empty text where the document does not record it, `none` where there was none.
    package var compiler: String

    package init(target: String, platform: String, os: String, compiler: String) {
      self.target = target
      self.platform = platform
      self.os = os
      self.compiler = compiler
    }

    var key: [String] { [target, platform, os, compiler] }
  }

  /// Of the tool that wrote the survey.
  package var version: String
  /// The parts of the farm that were surveyed, by number and all of one split; none where no split was asked for.
  package var shards: [Shard]
  /// By name; one of which no package is in the surveyed parts is there without any.
  package var snapshots: [Snapshot]
  /// By path.
  package var pages: [Page]

  package init(version: String, shards: [Shard], snapshots: [Snapshot], pages: [Page]) {
    self.version = version
    self.shards = shards
    self.snapshots = snapshots
    self.pages = pages
  }
}

extension FarmSurvey.Page {
  /// Whether the document is of one package, and so of one part.
  package var isOfOnePackage: Bool { kind == FarmSurvey.Page.packageKind }

  /// The kind of a page of a package.
  static let packageKind = "page"

  /// The kind of a buildcache index.
  static let indexKind = "index"

  /// Whether a part of the farm has the document: indexes and lock files are of all packages, and so in all parts.
  package func isIn(_ shard: Shard) -> Bool { !isOfOnePackage || shard.holds(subject) }
}

extension FarmSurvey.Combination {
  /// No compiler has either text for a canonical form: documents that write them mean that none is recorded.
  static let unrecorded = ""
  static let noCompiler = "none"
}

extension FarmSurvey {
  /// Surveys farms.
  ///
  /// - Parameters:
  ///   - version: that of the tool.
  ///   - shard: the part that the farms are of.
  ///   - otherSnapshots: those of which other parts have packages. Complexity: O(names + combinations of all stacks).
  package init(
    _ farms: [Farm], pages: [Page], version: String, shard: Shard? = nil, otherSnapshots: [String] = []
  ) {
    let known = NameTable(farms.map(\.snapshot))
    let empty = otherSnapshots.filter { known.number(of: $0) == nil }.map { Snapshot(name: $0) }
    self.init(
      version: version, shards: shard.map { [$0] } ?? [],
      snapshots: (farms.map { Snapshot($0) } + empty).sorted { NameTable.precedes($0.name, $1.name) },
      pages: pages.sorted { NameTable.precedes($0.path, $1.path) })
  }

  /// The parts that are missing from the split. Complexity: O(number of parts).
  package var missingShards: [Shard] {
    guard let count = shards.first?.count else { return [] }
    let present = Set(shards.map(\.number))
    return (1...count).filter { !present.contains($0) }.compactMap { Shard("\($0)/\(count)") }
  }
}

extension FarmSurvey.Snapshot {
  fileprivate init(_ farm: Farm) {
    name = farm.snapshot
    packages = farm.packages.names
    targets = farm.targets.names
    oses = farm.oses.names
    platforms = farm.platforms.names
    compilers = farm.compilers.compilers.map(\.written)
    stacks = zip(farm.stacks.names, farm.stackFacts).map { name, facts in
      FarmSurvey.Stack(
        name: name, packageCount: facts.packageCount, specCount: facts.specCount,
        targets: zip(facts.targets, facts.packagesPerTarget).map {
          FarmSurvey.TargetCount(target: farm.targets[$0], packages: $1)
        },
        combinations: facts.combinations.map { FarmSurvey.Combination($0, of: farm) }.sorted {
          FarmSurvey.precedes($0.key, $1.key)
        })
    }
  }
}

extension FarmSurvey.Combination {
  fileprivate init(_ combination: StackFacts.Combination, of farm: Farm) {
    target = farm.targets[combination.target]
    platform = farm.platforms[combination.platform]
    os = farm.oses[combination.os]
    compiler =
      switch combination.compiler {
      case .unrecorded: FarmSurvey.Combination.unrecorded
      case .noCompiler: FarmSurvey.Combination.noCompiler
      case .known(let number): farm.compilers[number].canonical
      }
  }
}

extension FarmSurvey {
  /// Whether one list of names comes before another, name by name.
  static func precedes(_ first: [String], _ second: [String]) -> Bool {
    for (one, other) in zip(first, second) where !NameTable.isSame(one, other) {
      return NameTable.precedes(one, other)
    }
    return first.count < second.count
  }
}
