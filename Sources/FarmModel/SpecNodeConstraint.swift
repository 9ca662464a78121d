/// What a constraint asks of one spec, without its dependencies.
package struct SpecNodeConstraint: Hashable, Sendable {
  /// `%gcc@11:`.
  package struct CompilerConstraint: Hashable, Sendable {
    package var name: String
    package var versions: VersionSet?
  }

  /// `elsewhere` in `elsewhere.hdf5`; `builtin` is left out, for it is what documents hold.
  package var namespace: String?
  /// The package; `nil` asks for none in particular.
  package var name: String?
  /// The versions, of `@1.2:`; `nil` asks for none in particular, as everything that follows.
  package var versions: VersionSet?
  package var compiler: CompilerConstraint?
  /// Sorted by name, each name once.
  package var variants: [VariantConstraint] = []
  package var platform: String?
  package var os: String?
  package var target: TargetConstraint?
  /// The beginning of a hash, of `/abc`.
  package var hashPrefix: String?

  /// Asks for nothing.
  package init() {}

  /// As Spack prints it, but with the namespace, and for `os=`, `target=` and `platform=` in their own words.
  package var normalForm: String {
    var text = (namespace.map { $0 + "." } ?? "") + (name ?? "")
    if let versions { text += "@" + versions.text }
    if let compiler { text += "%" + compiler.name + (compiler.versions.map { "@" + $0.text } ?? "") }
    text += variants.filter(\.isBoolean).map(\.text).joined()
    var words = variants.filter { !$0.isBoolean }.map(\.text)
    if let platform { words.append("platform=" + SpecNodeConstraint.quoted(platform)) }
    if let os { words.append("os=" + SpecNodeConstraint.quoted(os)) }
    if let target { words.append("target=" + SpecNodeConstraint.quoted(target.text)) }
    if let hashPrefix { words.append("/" + hashPrefix) }
    return ([text] + words).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A value in quotes where it holds more than may stand without.
  static func quoted(_ text: String) -> String {
    if text.utf8.allSatisfy(SpackSyntax.isValueCharacter) { return text }
    return text.utf8.contains(UInt8(ascii: "'")) ? "\"\(text)\"" : "'\(text)'"
  }
}

/// What a constraint asks of one variant.
package struct VariantConstraint: Hashable, Sendable {
  /// What is asked of the variant's value.
  package enum Requirement: Hashable, Sendable {
    /// `+v`, `v=true`.
    case on
    /// `~v`, `-v`, `v=false`; not satisfied where there is no such variant.
    case off
    /// `v=*`: there is such a variant.
    case any
    /// `v=a,b`: all of these are among its values.
    case holds([String])
    /// `v:=a,b`: these are its values.
    case exactly([String])
  }

  /// The variant's name.
  package var name: String
  /// What is asked of its value.
  package var requirement: Requirement
  /// Written with `++`, `~~` or `==`; on a built spec this asks the same.
  package var isPropagated = false

  var isBoolean: Bool { requirement == .on || requirement == .off }

  /// As Spack prints it.
  package var text: String {
    let equals = isPropagated ? "==" : "="
    return switch requirement {
    case .on: (isPropagated ? "++" : "+") + name
    case .off: (isPropagated ? "~~" : "~") + name
    case .any: name + equals + "*"
    case .holds(let values): name + equals + VariantConstraint.quoted(values)
    case .exactly(let values): name + ":" + equals + VariantConstraint.quoted(values)
    }
  }

  private static func quoted(_ values: [String]) -> String {
    SpecNodeConstraint.quoted(values.joined(separator: ","))
  }
}

/// What a constraint asks of the target: one of several, each a name or a range in the graph of microarchitectures.
package struct TargetConstraint: Hashable, Sendable {
  /// As written behind `target=`.
  package let text: String

  /// Takes what stands behind `target=`.
  package init(_ text: String) { self.text = text }

  /// Whether a target is among them: `x86_64_v2:` asks that code for x86_64_v2 runs on it, `:x86_64_v2` that its code
  /// runs there.
  package func holds(_ target: String) -> Bool {
    text.split(separator: ",").contains { part in
      let ends = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
      if ends.count == 1 { return NameTable.isSame(ends[0], target) }
      return (ends[0].isEmpty || Microarchitectures.runs(codeFor: ends[0], on: target))
        && (ends[1].isEmpty || Microarchitectures.runs(codeFor: target, on: ends[1]))
    }
  }
}
