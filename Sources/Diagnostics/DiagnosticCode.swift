/// A kind of diagnostic: each module has one enumeration of its codes, and each code has an explanation.
///
/// The raw value is the code as users see it, `area/kebab-case`, and never changes its meaning.
package protocol DiagnosticCode: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The text that `buildcover explain CODE` prints: what the code means, why it is an error, an example, and what
  /// to do. Plain text, wrapped when printed.
  var explanation: String { get }
}
