package import CoverageEngine

/// The smallest list of builds that closes the gaps of a snapshot (semantics §3).
package struct Plan: Sendable {
  package var snapshot: String
  /// Whether the list is proven to be the smallest.
  package var isMinimal: Bool
  /// No list can be shorter than this.
  package var lowerBound: Int
  /// Sorted by wave, then package, version, spec.
  package var builds: [PlannedBuild]
  package var unplannable: [UnplannableGap]
  package var refused: [RefusedBuild]
  /// Cells that the planned builds would newly require.
  package var opened: [PlannedCell]
  /// Builds that `--limit` left out.
  package var leftOut: Int

  package init(
    snapshot: String, isMinimal: Bool, lowerBound: Int, builds: [PlannedBuild], unplannable: [UnplannableGap],
    refused: [RefusedBuild], opened: [PlannedCell], leftOut: Int = 0
  ) {
    self.snapshot = snapshot
    self.isMinimal = isMinimal
    self.lowerBound = lowerBound
    self.builds = builds
    self.unplannable = unplannable
    self.refused = refused
    self.opened = opened
    self.leftOut = leftOut
  }
}

/// A cell of a policy, as a plan names it.
package struct PlannedCell: Hashable, Sendable {
  package var policy: String
  package var cell: Cell

  package init(policy: String, cell: Cell) {
    self.policy = policy
    self.cell = cell
  }
}

/// One build to run.
package struct PlannedBuild: Hashable, Sendable {
  /// How the configuration was found, from best to worst.
  package enum Basis: String, Hashable, Sendable, CaseIterable, Comparable {
    case observed, moved, inferred, adapted
    /// The spec of a lockfile or index itself.
    case locked

    package static func < (first: Basis, second: Basis) -> Bool {
      (allCases.firstIndex(of: first) ?? 0) < (allCases.firstIndex(of: second) ?? 0)
    }
  }

  package var package: String
  package var version: String
  package var platform: String
  package var os: String
  package var target: String
  /// Canonical, `gcc@=11.4.0`; `nil` where it is left to Spack or none is used.
  package var compiler: String?
  /// Known to be built without a compiler; then `compiler` is `nil`.
  package var hasNoCompiler: Bool
  /// In the spelling that a spec on the command line takes: `k=a,b`, not `k:=a,b`.
  package var variants: [String]
  package var stacks: [String]
  /// 1, 2, …: a build comes after those of earlier waves.
  package var wave: Int
  package var basis: Basis
  /// The hash of the spec whose variants it took.
  package var modelledOn: String?
  /// The hash of the locked or indexed spec itself, where that is what is to be built.
  package var hash: String?
  /// The Spack spec that names exactly this build.
  package var exactSpec: String
  /// The Spack spec for an environment whose configuration decides the rest.
  package var abstractSpec: String
  package var closes: [PlannedCell]

  package init(
    package: String, version: String, platform: String, os: String, target: String, compiler: String?,
    hasNoCompiler: Bool = false, variants: [String], stacks: [String], wave: Int, basis: Basis, modelledOn: String?,
    hash: String? = nil,
    exactSpec: String, abstractSpec: String, closes: [PlannedCell]
  ) {
    self.package = package
    self.version = version
    self.platform = platform
    self.os = os
    self.target = target
    self.compiler = compiler
    self.hasNoCompiler = hasNoCompiler
    self.variants = variants
    self.stacks = stacks
    self.wave = wave
    self.basis = basis
    self.modelledOn = modelledOn
    self.hash = hash
    self.exactSpec = exactSpec
    self.abstractSpec = abstractSpec
    self.closes = closes
  }
}

/// A gap that no build known to the farm would close.
package struct UnplannableGap: Hashable, Sendable {
  package var gap: PlannedCell
  package var reason: String

  package init(gap: PlannedCell, reason: String) {
    self.gap = gap
    self.reason = reason
  }
}

/// A build that is kept out of every job list, for a field is not within Spack's own syntax.
package struct RefusedBuild: Hashable, Sendable {
  package var package: String
  /// The field and its value, as the document has it.
  package var field: String
  package var value: String
  package var reason: String
  package var closes: [PlannedCell]

  package init(package: String, field: String, value: String, reason: String, closes: [PlannedCell]) {
    self.package = package
    self.field = field
    self.value = value
    self.reason = reason
    self.closes = closes
  }
}
