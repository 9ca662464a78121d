import Diagnostics

/// Rows of comma-separated values that a spreadsheet shows and does not run.
struct CSVText {
  private(set) var text = ""
  private var isFirstOfRow = true

  /// Adds a cell to the row.
  mutating func add(_ cell: String) {
    switch CSVText.form(of: cell.utf8.span) {
    case .plain: add(written: cell)
    case .quoted:
      add(written: "\"")
      text += cell
      text += "\""
    case .changed: add(written: CSVText.cell(cell))
    }
  }

  /// Adds cells that `written` made.
  mutating func add(written cells: String) {
    if !isFirstOfRow { text += "," }
    isFirstOfRow = false
    text += cells
  }

  /// Ends the row.
  mutating func endRow() {
    text += "\r\n"
    isFirstOfRow = true
  }

  /// Forgets the rows.
  mutating func clear() { text.removeAll(keepingCapacity: true) }
}

extension CSVText {
  /// One row with its line break.
  static func row(_ cells: [String]) -> String { written(cells) + "\r\n" }

  /// Cells that can stand in many rows.
  static func written(_ cells: [String]) -> String { cells.map { cell($0) }.joined(separator: ",") }

  /// A cell: control characters made visible, and an apostrophe put before what a spreadsheet would take for a formula.
  static func cell(_ text: String) -> String {
    var text = TerminalText.visible(text)
    if let first = text.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }) else { return text }
    return "\"" + text.replacing(scalar: "\"", with: "\"\"") + "\""
  }

  /// How a cell must be written.
  private enum Form {
    /// As it is, as most are; between quotes as it is; some other way.
    case plain, quoted, changed
  }

  private static func form(of text: Span<UInt8>) -> Form {
    var form = Form.plain
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "\""), 0x7F...: return .changed
      case UInt8(ascii: ","): form = .quoted
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): if index == 0 { return .changed }
      case UInt8(ascii: ":"), UInt8(ascii: "#"):
        // Two of them may be a command to a runner.
        if index > 0, text[index - 1] == text[index] { return .changed }
      case 0x20...: break
      default: return .changed
      }
    }
    return form
  }
}
