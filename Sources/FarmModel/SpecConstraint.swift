/// A Spack spec as a question about a built spec: `hdf5@1.12: +mpi %gcc@11: target=x86_64_v3`.
///
/// Read as Spack reads it, with these choices where Spack's versions differ: what stands behind `%gcc` without a new
/// `^` belongs to the spec itself, not to the compiler; `:=` is taken as Spack 1.0 takes it.
package struct SpecConstraint: Sendable {
  /// The constraint as it was written.
  package let text: String
  /// What is asked of the spec itself.
  package let node: SpecNodeConstraint
  /// What is asked of its dependencies, in the order of the text.
  package let dependencies: [DependencyConstraint]

  /// Reads a constraint; the empty one holds for every spec.
  ///
  /// - Throws: `SpecSyntaxError`, `malformed` for what Spack refuses, `unanswerable` for compiler flags, which no
  ///   document records.
  package init(_ text: String) throws(SpecSyntaxError) {
    var parser = try SpecConstraintParser(text)
    (node, dependencies) = try parser.constraint()
    self.text = text
  }

  /// Whether it asks for dependencies, which only indexes tell.
  package var needsGraph: Bool { !dependencies.isEmpty }

  /// The text as Spack prints it, so that constraints which mean the same read the same: `hdf5@1.2:%gcc+mpi os=amzn2`.
  package var normalForm: String {
    ([node.normalForm] + dependencies.map(\.normalForm)).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension SpecConstraint: Hashable {
  package static func == (first: SpecConstraint, second: SpecConstraint) -> Bool {
    first.node == second.node && first.dependencies == second.dependencies
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(node)
    hasher.combine(dependencies)
  }
}

/// What a constraint asks of a dependency.
package struct DependencyConstraint: Hashable, Sendable {
  /// How far away the dependency may be.
  package enum Reach: Hashable, Sendable {
    /// `%cmake`: the spec itself depends on it.
    case direct
    /// `^zlib`: the spec or one of its dependencies depends on it.
    case anywhere
  }

  /// How far away it may be.
  package var reach: Reach
  /// The virtual packages that it must provide where it is depended on, as `c` and `cxx` in `%c,cxx=gcc`; sorted.
  package var virtuals: [String]
  /// What is asked of the dependency itself.
  package var node: SpecNodeConstraint
  /// Where it stands in the constraint's text, in Unicode scalars.
  package var offset: Int
  package var length: Int

  package static func == (first: DependencyConstraint, second: DependencyConstraint) -> Bool {
    first.reach == second.reach && first.virtuals == second.virtuals && first.node == second.node
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(reach)
    hasher.combine(virtuals)
    hasher.combine(node)
  }

  /// As Spack prints it: `^[virtuals=mpi] openmpi`.
  package var normalForm: String {
    let sign = reach == .direct ? "%" : "^"
    let words = node.normalForm
    // Without the brackets, `^v=x` would ask for x as the provider of v.
    let beginsWithVariant = node.name == nil && words.utf8.first.map(SpackSyntax.isValueCharacter) == true
    if virtuals.isEmpty && !beginsWithVariant { return sign + words }
    return sign + "[virtuals=\(virtuals.joined(separator: ","))] " + words
  }
}
