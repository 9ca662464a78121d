import FarmModel

/// Keeps builds out of job lists whose fields are not within Spack's own syntax: names come from untrusted documents and
/// end in scripts and job names.
struct BuildRefusal {
  /// Variants that are within the syntax: few different ones stand in many builds.
  private var accepted: Set<String> = []

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
    if !SpackSyntax.isVersion(build.version) { return ("version", build.version) }
    if !SpackSyntax.isPlatform(build.platform) { return ("platform", build.platform) }
    if !SpackSyntax.isOperatingSystem(build.os) { return ("os", build.os) }
    if !SpackSyntax.isTarget(build.target) { return ("target", build.target) }
    if let compiler = build.compiler, !SpackSyntax.isCompiler(compiler) { return ("compiler", compiler) }
    // Strings of other characters may equal an accepted one without being the same bytes.
    for variant in build.variants where !(variant.utf8.allSatisfy { $0 < 0x80 } && accepted.contains(variant)) {
      guard SpackSyntax.isVariant(variant) else { return ("variant", variant) }
      accepted.insert(variant)
    }
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
