import Diagnostics

/// Rows of comma-separated values that a spreadsheet shows and does not run.
enum CSVText {
  /// One row with its line break.
  static func row(_ cells: [String]) -> String { cells.map { cell($0) }.joined(separator: ",") + "\r\n" }

  /// A cell: control characters made visible, and an apostrophe put before what a spreadsheet would take for a formula.
  static func cell(_ text: String) -> String {
    var text = TerminalText.visible(text)
    if let first = text.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }) else { return text }
    return "\"" + text.replacing(scalar: "\"", with: "\"\"") + "\""
  }
}
