import FarmModel

/// Writes builds as Spack specs (semantics §3, *Writing it*).
enum BuildSpelling {
  /// `py-foo@=1.2.0 build_system=python_pip platform=linux os=ubuntu22.04 target=x86_64_v3 %gcc@=11.4.0`: the compiler
  /// last, for since Spack 1.0 what follows it belongs to it.
  static func exact(_ build: PlannedBuild) -> String {
    var spec = named(build, with: build.variants)
    for (key, value) in [(" platform=", build.platform), (" os=", build.os), (" target=", build.target)] {
      spec += key
      spec += value
    }
    if let compiler = build.compiler {
      spec += " %"
      spec += compiler
    }
    return spec
  }

  /// `py-foo@=1.2.0`, with the variants in which it differs from what is usual.
  static func abstract(_ build: PlannedBuild, unusual: [String]) -> String { named(build, with: unusual) }

  private static func named(_ build: PlannedBuild, with variants: [String]) -> String {
    var spec = build.package
    spec.reserveCapacity(variants.reduce(128) { $0 + $1.utf8.count + 1 })
    spec += "@="
    spec += build.version
    for variant in variants {
      spec += " "
      spec += variant
    }
    return spec
  }
}
