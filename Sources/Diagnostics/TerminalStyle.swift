/// How a piece of printed text is set off, where colours are wanted at all.
package enum TerminalStyle: Sendable, CaseIterable {
  case error, warning, note, place, emphasis, faint

  /// The text between the escape sequences of this style.
  package func applied(to text: String) -> String { "\u{1B}[\(sequence)m\(text)\u{1B}[0m" }

  private var sequence: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .place: "1;34"
    case .emphasis: "1"
    case .faint: "2"
    }
  }
}

extension Diagnostic.Severity {
  /// The style of the severity's word and of its carets.
  package var style: TerminalStyle {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
