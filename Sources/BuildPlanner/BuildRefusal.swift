import FarmModel

/// Keeps builds out of job lists whose fields are not within Spack's own syntax: names come from untrusted documents and
/// end in scripts and job names.
struct BuildRefusal {
  private var versions = AcceptedNames()
  private var platforms = AcceptedNames()
  private var oses = AcceptedNames()
  private var targets = AcceptedNames()
  private var compilers = AcceptedNames()
  private var variants = AcceptedNames()
  private var stacks = AcceptedNames()

  /// Why a build is refused: its first field that is not within the syntax; `nil` where all are.
  mutating func refusal(of build: PlannedBuild) -> RefusedBuild? {
    guard let (field, value) = fault(of: build) else { return nil }
    return RefusedBuild(
      package: build.package, field: field, value: value,
      reason: "not a \(BuildRefusal.words(field)) in Spack's syntax",
      closes: build.closes)
  }

  private mutating func fault(of build: PlannedBuild) -> (field: String, value: String)? {
    if !SpackSyntax.isPackageName(build.package) { return ("package", build.package) }
    if !versions.accepts(build.version, SpackSyntax.isVersion) { return ("version", build.version) }
    if !platforms.accepts(build.platform, SpackSyntax.isPlatform) { return ("platform", build.platform) }
    if !oses.accepts(build.os, SpackSyntax.isOperatingSystem) { return ("os", build.os) }
    if !targets.accepts(build.target, SpackSyntax.isTarget) { return ("target", build.target) }
    if let compiler = build.compiler, !compilers.accepts(compiler, SpackSyntax.isCompiler) {
      return ("compiler", compiler)
    }
    if let variant = variants.firstRefused(in: build.variants, SpackSyntax.isVariant) { return ("variant", variant) }
    if let stack = stacks.firstRefused(in: build.stacks, SpackSyntax.isStack) { return ("stack", stack) }
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
