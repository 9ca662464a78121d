extension SpecConstraint {
  /// Whether a spec satisfies the constraint, asked directly: the slow and obvious form.
  ///
  /// Dependencies cannot be seen in a description, so a constraint that asks for them is `unknown` at best. A namespace
  /// other than `builtin` is not recorded either. Complexity: O(size of the description).
  package func judge(_ spec: SpecDescription) -> Truth {
    let compiler =
      spec.hasNoCompiler ? SpecCompiler.none : spec.compiler.map { .known(Compiler(written: $0)) } ?? .unrecorded
    let facts = SpecFacts(
      package: spec.package, version: spec.version, platform: spec.platform, os: spec.os, target: spec.target,
      compiler: compiler, variants: spec.variants, hash: spec.hash)
    return node.judge(facts).and(needsGraph ? .unknown : .yes)
  }
}

/// What a document says about the compiler of one spec, in words.
enum SpecCompiler {
  case unrecorded
  case none
  case known(Compiler)
}

/// All that is judged of one spec without its dependencies.
struct SpecFacts {
  var package: String
  var version: String
  var platform: String
  var os: String
  var target: String
  var compiler: SpecCompiler
  var variants: VariantList
  var hash: String
}

extension SpecNodeConstraint {
  func judge(_ spec: SpecFacts) -> Truth {
    guard holds(spec.package, platform: spec.platform, os: spec.os),
      versions?.contains(Version(spec.version)) ?? true, target?.holds(spec.target) ?? true,
      hashPrefix.map({ spec.hash.utf8.starts(with: $0.utf8) }) ?? true
    else { return .no }
    var truth = namespaceTruth
    if let compiler { truth = truth.and(compiler.judge(spec.compiler)) }
    for variant in variants where truth != .no { truth = truth.and(spec.variants.judge(variant)) }
    return truth
  }

  private func holds(_ package: String, platform: String, os: String) -> Bool {
    (name.map { NameTable.isSame($0, package) } ?? true)
      && (self.platform.map { NameTable.isSame($0, platform) } ?? true)
      && (self.os.map { NameTable.isSame($0, os) } ?? true)
  }

  /// Documents do not record namespaces.
  var namespaceTruth: Truth { namespace == nil ? .yes : .unknown }
}

extension SpecNodeConstraint.CompilerConstraint {
  func judge(_ compiler: SpecCompiler) -> Truth {
    switch compiler {
    case .unrecorded: .unknown
    case .none: .no
    case .known(let compiler): judge(compiler)
    }
  }

  func judge(_ compiler: Compiler) -> Truth {
    guard CompilerNames.areSame(name, compiler.name) else { return .no }
    guard let versions else { return .yes }
    return compiler.version.isEmpty ? .unknown : Truth(versions.contains(Version(compiler.version)))
  }
}
