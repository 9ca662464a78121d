import FarmModel

/// Keeps builds out of job lists whose fields are not within Spack's own syntax: names come from untrusted documents and
/// end in scripts and job names.
enum BuildRefusal {
  /// Why a build is refused: its first field that is not within the syntax; `nil` where all are.
  static func refusal(of build: PlannedBuild) -> RefusedBuild? {
    guard let (field, value) = fault(of: build) else { return nil }
    return RefusedBuild(
      package: build.package, field: field, value: value, reason: "not a \(words(field)) in Spack's syntax",
      closes: build.closes)
  }

  private static func fault(of build: PlannedBuild) -> (field: String, value: String)? {
    if !SpackSyntax.isPackageName(build.package) { return ("package", build.package) }
    if !SpackSyntax.isVersion(build.version) { return ("version", build.version) }
    if !SpackSyntax.isPlatform(build.platform) { return ("platform", build.platform) }
    if !SpackSyntax.isOperatingSystem(build.os) { return ("os", build.os) }
    if !SpackSyntax.isTarget(build.target) { return ("target", build.target) }
    if let compiler = build.compiler, !SpackSyntax.isCompiler(compiler) { return ("compiler", compiler) }
    if let variant = build.variants.first(where: { !SpackSyntax.isVariant($0) }) { return ("variant", variant) }
    if let stack = build.stacks.first(where: { !SpackSyntax.isStack($0) }) { return ("stack", stack) }
    if let hash = build.hash, !SpackSyntax.isHash(hash) { return ("hash", hash) }
    return nil
  }

  private static func words(_ field: String) -> String {
    switch field {
    case "package", "stack": "\(field) name"
    case "os": "operating system"
    default: field
    }
  }
}
