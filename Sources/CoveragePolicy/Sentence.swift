package import FarmModel

/// What a policy demands (semantics §2.1 to §2.4).
package enum Sentence: Hashable, Sendable {
  case coverage(CoverageSentence)
  case count(CountSentence)
  case prohibition(ProhibitionSentence)
  case loss(LossSentence)
  case wanted(WantedSentence)
}

/// `every version built on every stack's targets`.
package struct CoverageSentence: Hashable, Sendable {
  /// Which versions of a package are spoken of.
  package enum Subject: Hashable, Sendable {
    /// `every package`: binds no version.
    case everyPackage
    /// `every version [range] [in …]`.
    case everyVersion(range: VersionSet?, source: VersionSource)
    /// `the latest [N] versions [range]`.
    case latest(count: Int, range: VersionSet?)
    /// `versions 1.0, 2.0`.
    case versions([String])
  }

  /// Where the versions of `every version` come from.
  package enum VersionSource: Hashable, Sendable {
    /// Those of specs that some stack carries.
    case carried
    /// `in the farm`: those of all specs, orphaned ones too.
    case farm
    /// `in stacks …`: those that one of these carries.
    case stacks([NamePattern])
  }

  package enum Verb: String, Hashable, Sendable {
    case built, runnable
  }

  package var subject: Subject
  package var verb: Verb
  package var placements: [Placement]

  package init(subject: Subject, verb: Verb, placements: [Placement]) {
    self.subject = subject
    self.verb = verb
    self.placements = placements
  }
}

/// Where a coverage sentence wants the builds. The dimension is one of stack, target, os, platform, compiler.
package enum Placement: Hashable, Sendable {
  /// `in every stack`, `on every target`, `… in the farm`.
  case every(Dimension, inFarm: Bool)
  /// `on every stack's [main] targets and compilers`, `in every stack's configurations`.
  case everyStack(main: Bool, parts: [StackPart])
  /// `on every package's targets`.
  case everyPackage(StackPart)
  /// `with at least 2 compilers of a, b`; `any of targets a, b` is at least one.
  case atLeast(Int, Dimension, of: [NamePattern]?)
  /// `on targets a, b`.
  case names(Dimension, [NamePattern])
  /// `with +mpi %gcc@12:`.
  case constraint(SpecConstraint)
}

/// What a stack or package has several of.
package enum StackPart: String, Hashable, Sendable, CaseIterable {
  case targets, oses, platforms, compilers, configurations
}

/// `at most 1 build per package, version and stack`.
package struct CountSentence: Hashable, Sendable {
  package enum Bound: Hashable, Sendable {
    case atMost(Int)
    case atLeast(Int)
    case exactly(Int)
  }

  package enum Counted: String, Hashable, Sendable, CaseIterable {
    case builds, versions, stacks, packages, targets, oses, platforms, compilers, variants
  }

  package var bound: Bound
  package var counted: Counted
  /// What the specs are grouped by, in the order of `Dimension`; never `hash`.
  package var dimensions: [Dimension]

  package init(bound: Bound, counted: Counted, dimensions: [Dimension]) {
    self.bound = bound
    self.counted = counted
    self.dimensions = dimensions
  }
}

/// `no orphaned builds`, `no builds with %gcc@:9 in stacks e4s*`.
package struct ProhibitionSentence: Hashable, Sendable {
  package enum Condition: Hashable, Sendable {
    case names(Dimension, [NamePattern])
    case versions(VersionSet)
    case constraint(SpecConstraint)
    case unrecordedCompilers
    case missingRunDependencies
  }

  package var isOrphaned: Bool
  /// All must hold together.
  package var conditions: [Condition]

  package init(isOrphaned: Bool, conditions: [Condition]) {
    self.isOrphaned = isOrphaned
    self.conditions = conditions
  }
}

/// `no version lost since develop-2025-03-23`.
package struct LossSentence: Hashable, Sendable {
  package enum Lost: String, Hashable, Sendable, CaseIterable {
    case package, version, build
  }

  package var lost: Lost
  /// The older snapshot; `nil` for `--since`, or else the one before.
  package var since: String?

  package init(lost: Lost, since: String? = nil) {
    self.lost = lost
    self.since = since
  }
}

/// `every locked root built in stacks e4s*`.
package struct WantedSentence: Hashable, Sendable {
  package enum Wanted: String, Hashable, Sendable, CaseIterable {
    case lockedRoot = "locked root"
    case lockedSpec = "locked spec"
    case indexedSpec = "indexed spec"
  }

  package var wanted: Wanted
  /// `nil` for all stacks.
  package var stacks: [NamePattern]?

  package init(wanted: Wanted, stacks: [NamePattern]? = nil) {
    self.wanted = wanted
    self.stacks = stacks
  }
}
