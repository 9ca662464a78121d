/// A Spack spec as a question about a built spec: `hdf5@1.12: +mpi %gcc@11: target=x86_64_v3`.
package struct SpecConstraint: Hashable, Sendable {
  package let text: String
  package init(_ text: String) throws(SpecSyntaxError) { self.text = text }
}

/// The answer of a test that documents may be too poor to decide.
package enum Truth: Int, Hashable, Sendable, Comparable {
  case no, unknown, yes

  package static func < (first: Truth, second: Truth) -> Bool { first.rawValue < second.rawValue }

  /// Both: `no` if either is, else `unknown` if either is.
  package func and(_ other: Truth) -> Truth { min(self, other) }
}
