import Diagnostics

/// Cells for CSV (RFC 4180).
enum CSVText {
  /// A cell, quoted where it must be. One that a spreadsheet would take for a formula gets an apostrophe in front, the
  /// sign by which spreadsheets mark text. Control characters are written as escapes: the table may be printed on a
  /// terminal, or in the log of a runner that takes a line beginning with `::` for a command.
  static func cell(_ text: String) -> String {
    let visible = TerminalText.visible(text)
    let text = isFormula(text) ? "'" + visible : visible
    let mustQuote = text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
    // By scalars: as a Character, a quote with a combining mark behind it would not be a quote.
    return mustQuote ? "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\"" : text
  }

  /// A line of cells with its line break.
  static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }
}
