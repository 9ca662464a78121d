import BuildPlanner
import FarmModel

/// The border between what documents say and what farms run: every field is checked here again, for a mistake before
/// this must not become a command.
struct BuildCheck {
  private let snapshot: String
  private let isSnapshotAllowed: Bool
  private var versions = AcceptedNames()
  private var platforms = AcceptedNames()
  private var oses = AcceptedNames()
  private var targets = AcceptedNames()
  private var compilers = AcceptedNames()
  private var variants = AcceptedNames()
  private var stacks = AcceptedNames()

  init(snapshot: String) {
    self.snapshot = snapshot
    isSnapshotAllowed = SpackSyntax.isStack(snapshot)
  }

  /// Why a build must not become a job, or `nil`. Complexity: O(bytes of its fields).
  mutating func refusal(of build: PlannedBuild) -> RefusedBuild? {
    let isPlain = hasPlainVariants(build)
    if let (field, value) = fault(of: build, exceptVariants: isPlain) {
      return RefusedBuild(
        package: build.package, field: field, value: value, reason: "which is outside Spack's syntax",
        closes: build.closes)
    }
    if !isPlain, let variant = build.variants.first(where: BuildCheck.isOfOneRecipe) {
      return RefusedBuild(
        package: build.package, field: "variant", value: variant, reason: "which Spack does not build from",
        closes: build.closes)
    }
    return nil
  }

  /// Whether nothing is wrong with the variants.
  private mutating func hasPlainVariants(_ build: PlannedBuild) -> Bool {
    variants.firstRefused(in: build.variants) { BuildCheck.isVariant($0) && !BuildCheck.isOfOneRecipe($0) } == nil
  }

  /// The first field that is outside the syntax.
  private mutating func fault(of build: PlannedBuild, exceptVariants: Bool) -> (field: String, value: String)? {
    let (compiler, hash, model) = (build.compiler ?? "", build.hash ?? "", build.modelledOn ?? "")
    if !BuildCheck.isPackage(build.package) { return ("package", build.package) }
    if !versions.accepts(build.version, BuildCheck.isVersion) { return ("version", build.version) }
    if !build.platform.isEmpty, !platforms.accepts(build.platform, SpackSyntax.isPlatform) {
      return ("platform", build.platform)
    }
    if !build.os.isEmpty, !oses.accepts(build.os, SpackSyntax.isOperatingSystem) { return ("os", build.os) }
    if !targets.accepts(build.target, SpackSyntax.isTarget) { return ("target", build.target) }
    if !compiler.isEmpty, !compilers.accepts(compiler, SpackSyntax.isCompiler) { return ("compiler", compiler) }
    if !hash.isEmpty, !BuildCheck.isHash(hash) { return ("hash", hash) }
    if !model.isEmpty, !BuildCheck.isHash(model) { return ("hash", model) }
    if !isSnapshotAllowed { return ("snapshot", snapshot) }
    if !exceptVariants, let variant = build.variants.first(where: { !BuildCheck.isVariant($0) }) {
      return ("variant", variant)
    }
    if let stack = stacks.firstRefused(in: build.stacks, SpackSyntax.isStack) { return ("stack", stack) }
    if !SpecSpelling.isSpec(build.exactSpec, of: build) { return ("spec", build.exactSpec) }
    if !SpecSpelling.isSpec(build.abstractSpec, of: build) { return ("spec", build.abstractSpec) }
    return nil
  }

  private static func isPackage(_ text: String) -> Bool {
    SpackSyntax.isPackageName(text)
      && text.utf8.allSatisfy { !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      && text.utf8.first != UInt8(ascii: "_")
  }

  private static func isVersion(_ text: String) -> Bool {
    SpackSyntax.isVersion(text) && consists(text, of: "._-=/")
  }

  private static func isVariant(_ text: String) -> Bool {
    SpackSyntax.isVariant(text) && consists(text, of: "+~-.:=/_,")
  }

  private static func isHash(_ text: String) -> Bool {
    (7...64).contains(text.utf8.count) && consists(text, of: "")
  }

  private static func consists(_ text: String, of signs: StaticString) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: signs.description.utf8.contains(byte)
      }
    }
  }

  private static func isOfOneRecipe(_ variant: String) -> Bool {
    ["patches", "commit", "dev_path"].contains { name in
      variant.hasPrefix(name + "=") || variant.hasPrefix(name + ":=")
    }
  }
}
