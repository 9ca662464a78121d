import BuildPlanner
import FarmModel

/// What Spack's concretizer is known to refuse in an environment, though the spec is well formed.
enum SpackRefusal {
  /// The packages that Spack itself adds to a build; they have the version of its compiler.
  private static let runtimes = ["gcc-runtime", "intel-oneapi-runtime"]

  /// Why Spack would refuse a build as a root of an environment, or `nil`.
  static func reason(for build: PlannedBuild) -> String? {
    guard let compiler = build.compiler, runtimes.contains(build.package),
      Compiler(written: compiler).version != build.version
    else { return nil }
    return "a runtime has the version of its compiler, here \(compiler)"
  }
}
