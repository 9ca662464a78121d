/// What a document says about the compiler of a spec.
///
/// The three states are different facts (semantics §1): an unrecorded compiler could be any, and makes cells
/// undetermined; a spec known to have been built without a compiler matches every compiler that a cell binds.
package enum CompilerRecord: Hashable, Sendable {
  /// The document does not say (`"none"`, `""`, `"-"` or no key).
  case unrecorded
  /// The document says that no compiler was used (indexes of Spack 1.0 and later).
  case noCompiler
  /// The compiler with this number in `Farm.compilers`.
  case known(CompilerID)
}

/// The number of a compiler in `Farm.compilers`.
package typealias CompilerID = UInt32
