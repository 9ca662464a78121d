import Diagnostics

/// Rows of comma-separated values that a spreadsheet shows and does not run.
struct CSVText {
  private var bytes: [UInt8] = []
  private var isFirstOfRow = true

  /// The rows.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  var byteCount: Int { bytes.count }

  /// Adds a cell to the row.
  mutating func add(_ cell: String) {
    switch CSVText.form(of: cell.utf8.span) {
    case .plain: add(written: cell)
    case .quoted: add(written: "\"" + cell + "\"")
    case .changed: add(written: CSVText.cell(cell))
    }
  }

  /// Adds a cell to the row that holds nothing where there is none.
  mutating func add(_ cell: String?) {
    if let cell { add(cell) } else { startCell() }
  }

  /// Adds a cell to the row that is given as UTF-8.
  mutating func add(_ cell: [UInt8]) {
    guard CSVText.form(of: cell.span) == .plain else { return add(String(decoding: cell, as: UTF8.self)) }
    startCell()
    bytes.append(contentsOf: cell)
  }

  /// Adds cells that `written` made.
  mutating func add(written cells: String) {
    startCell()
    bytes.append(contentsOf: cells.utf8)
  }

  private mutating func startCell() {
    if !isFirstOfRow { bytes.append(UInt8(ascii: ",")) }
    isFirstOfRow = false
  }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    isFirstOfRow = true
  }

  /// Makes room for rows of so many bytes.
  mutating func reserveCapacity(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

  /// Forgets the rows.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }
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
