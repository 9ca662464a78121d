/// Why a text is not a version set or constraint, and where.
package struct SpecSyntaxError: Error, Hashable, Sendable {
  /// A stable reason, used as the last part of a diagnostic code.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The text is not in Spack's syntax.
    case malformed
    /// It is in Spack's syntax, but documents cannot answer it.
    case unanswerable
  }

  /// What kind of mistake it is.
  package var reason: Reason
  /// Where, in Unicode scalars from the start of the text.
  package var offset: Int
  /// How many Unicode scalars are meant, at least 1.
  package var length: Int
  /// What was found and what was expected, one sentence.
  package var message: String
  /// What to write instead, where that is clear.
  package var help: String?

  package init(reason: Reason, offset: Int, length: Int = 1, message: String, help: String? = nil) {
    self.reason = reason
    self.offset = offset
    self.length = length
    self.message = message
    self.help = help
  }
}
