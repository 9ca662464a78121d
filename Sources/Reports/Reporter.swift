/// Writes a finished outcome in one format. A reporter cannot print, log, read settings, count or exit, and always
/// writes a valid document, also for nothing.
package protocol Reporter: Sendable {
  /// Writes the whole document, final newline included.
  func write(_ input: ReportInput, to output: inout some TextOutputStream)
}

extension Reporter {
  /// The whole document as text.
  package func text(for input: ReportInput) -> String {
    var text = ""
    write(input, to: &text)
    return text
  }
}
