import BuildPlanner
import FarmModel

/// The border between what documents say and what farms run: every field is checked here again, for a mistake before
/// this must not become a command.
enum BuildCheck {
  /// Why a build must not become a job, or `nil`. Complexity: O(bytes of its fields).
  static func refusal(of build: PlannedBuild, in snapshot: String) -> RefusedBuild? {
    for (field, value, isAllowed) in fields(of: build, in: snapshot) where !isAllowed(value) {
      return RefusedBuild(
        package: build.package, field: field, value: value, reason: "which is outside Spack's syntax",
        closes: build.closes)
    }
    if let variant = build.variants.first(where: isOfOneRecipe) {
      return RefusedBuild(
        package: build.package, field: "variant", value: variant, reason: "which Spack does not build from",
        closes: build.closes)
    }
    return nil
  }

  private typealias Field = (name: String, value: String, isAllowed: (String) -> Bool)

  private static func fields(of build: PlannedBuild, in snapshot: String) -> [Field] {
    var fields: [Field] = [
      ("package", build.package, isPackage), ("version", build.version, isVersion),
      ("platform", build.platform, orEmpty(SpackSyntax.isPlatform)),
      ("os", build.os, orEmpty(SpackSyntax.isOperatingSystem)), ("target", build.target, SpackSyntax.isTarget),
      ("compiler", build.compiler ?? "", orEmpty(SpackSyntax.isCompiler)),
      ("hash", build.hash ?? "", orEmpty(isHash)), ("hash", build.modelledOn ?? "", orEmpty(isHash)),
      ("snapshot", snapshot, SpackSyntax.isStack),
    ]
    fields += build.variants.map { ("variant", $0, isVariant) }
    fields += build.stacks.map { ("stack", $0, SpackSyntax.isStack) }
    fields += [("spec", build.exactSpec, isSpec(build)), ("spec", build.abstractSpec, isSpec(build))]
    return fields
  }

  private static func orEmpty(_ isAllowed: @escaping (String) -> Bool) -> (String) -> Bool {
    { $0.isEmpty || isAllowed($0) }
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

  // The planner makes specs of these fields; that they hold nothing else is checked all the same.
  private static func isSpec(_ build: PlannedBuild) -> (String) -> Bool {
    var words = Set(build.variants)
    words.formUnion(["platform=" + build.platform, "os=" + build.os, "target=" + build.target])
    if let compiler = build.compiler { words.insert("%" + compiler) }
    let name = "\(build.package)@=\(build.version)"
    let locked = build.hash.map { "\(build.package)/\($0)" }
    return { text in
      if text == locked { return true }
      let parts = text.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
      return parts.first == name && parts.dropFirst().allSatisfy(words.contains)
    }
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
