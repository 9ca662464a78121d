import FarmModel

/// Writes builds as Spack specs (semantics §3, *Writing it*).
enum BuildSpelling {
  /// `py-foo@=1.2.0 build_system=python_pip platform=linux os=ubuntu22.04 target=x86_64_v3 %gcc@=11.4.0`: the compiler
  /// last, for since Spack 1.0 what follows it belongs to it.
  static func exact(_ build: PlannedBuild) -> String {
    var words = ["\(build.package)@=\(build.version)"]
    words += build.variants
    words += ["platform=\(build.platform)", "os=\(build.os)", "target=\(build.target)"]
    if let compiler = build.compiler { words.append("%\(compiler)") }
    return words.joined(separator: " ")
  }

  /// `py-foo@=1.2.0`, with the variants in which it differs from what is usual.
  static func abstract(_ build: PlannedBuild, usual: [String]) -> String {
    let usual = Set(usual)
    let own = build.variants.filter { !usual.contains($0) }
    return (["\(build.package)@=\(build.version)"] + own).joined(separator: " ")
  }
}
