/// How much of anything one policy file may hold: far beyond what people write, small enough that a hostile file costs
/// little. Exceeding one is a diagnostic (`policy/too-large`).
package enum PolicyLimits {
  /// Bytes of one file.
  package static let fileSize = 16 << 20
  /// Policies in one file.
  package static let policies = 10_000
  /// Sentences and clauses in one policy.
  package static let statements = 10_000
  /// Names in one list.
  package static let names = 10_000
  /// Bytes of one name.
  package static let nameLength = 1_000
  /// Words and commas of one line.
  package static let tokensOfStatement = 100_000
  /// Bytes of one range or constraint.
  package static let constraintLength = 1_000
  /// The largest number that a sentence may name.
  package static let number = 1_000_000
  /// Errors reported for one file; what follows is only counted as "more".
  package static let diagnostics = 100
}
