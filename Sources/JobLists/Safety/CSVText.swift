/// Cells for CSV (RFC 4180).
enum CSVText {
  /// A cell, quoted where it must be. One that a spreadsheet would take for a formula gets an apostrophe in front, the
  /// sign by which spreadsheets mark text.
  static func cell(_ text: String) -> String {
    let text = isFormula(text) ? "'" + text : text
    let mustQuote = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
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
