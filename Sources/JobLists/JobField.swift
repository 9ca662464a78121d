/// What a template may say about a build: `{spec}`, `{stack}`, …
package enum JobField: String, CaseIterable, Hashable, Sendable {
  /// A name for the job, unique in the plan and fit for file names.
  case name
  /// The spec in the form asked for.
  case spec
  case package, version, platform, os, target, compiler, variants
  /// The first of the stacks.
  case stack
  /// All stacks, separated by commas.
  case stacks
  case snapshot, wave
  /// The hash to build, where the plan knows it.
  case hash
  /// The size of runner.
  case size

  /// The variable that holds it while a script runs.
  var variable: String { "BUILDCOVER_" + rawValue.uppercased() }
}
