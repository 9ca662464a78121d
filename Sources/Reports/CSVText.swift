import Diagnostics
import FarmModel

/// Rows of comma-separated values that a spreadsheet shows and does not run.
struct CSVText {
  private var bytes: [UInt8] = []
  private var isFirstOfRow = true

  /// The rows.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  var byteCount: Int { bytes.count }

  /// Adds a cell to the row.
  mutating func add(_ cell: String) {
    guard let form = CSVText.form(of: cell.utf8.span) else { return add(written: CSVText.cell(cell)) }
    startCell(form)
    bytes.append(utf8Of: cell)
    endCell(form)
  }

  /// Adds a cell to the row that holds nothing where there is none.
  mutating func add(_ cell: String?) {
    if let cell { add(cell) } else { startCell() }
  }

  /// Adds a cell to the row that is given as UTF-8.
  mutating func add(_ cell: [UInt8]) {
    guard let form = CSVText.form(of: cell.span) else { return add(String(decoding: cell, as: UTF8.self)) }
    startCell(form)
    bytes.append(contentsOf: cell)
    endCell(form)
  }

  /// Adds cells that `written` made.
  mutating func add(written cells: String) {
    startCell()
    bytes.append(utf8Of: cells)
  }

  private mutating func startCell(_ form: Form = []) {
    if !isFirstOfRow { bytes.append(UInt8(ascii: ",")) }
    isFirstOfRow = false
    if form.contains(.quoted) { bytes.append(UInt8(ascii: "\"")) }
    if form.contains(.afterApostrophe) { bytes.append(UInt8(ascii: "'")) }
  }

  private mutating func endCell(_ form: Form) {
    if form.contains(.quoted) { bytes.append(UInt8(ascii: "\"")) }
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

  /// How a text is written that stands in the cell as it is.
  private struct Form: OptionSet {
    var rawValue: UInt8

    /// Between quotes, for a comma.
    static let quoted = Form(rawValue: 1)
    /// Behind an apostrophe, as a spreadsheet would take it for a formula.
    static let afterApostrophe = Form(rawValue: 2)
  }

  /// How a text is written; `nil` where some of it must be changed.
  private static func form(of text: Span<UInt8>) -> Form? {
    var form: Form = []
    if text.count > 0, isFormulaSign(text[0]) { form.insert(.afterApostrophe) }
    let needsLook = text.holdsWord { mayBeChanged($0) || $0.holds(UInt8(ascii: ",")) }
    if !needsLook { return form }
    if !text.holdsWord(where: { mayBeChanged($0) }) { return form.union(.quoted) }
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "\""), 0x7F...: return nil
      case UInt8(ascii: ","): form.insert(.quoted)
      case UInt8(ascii: ":"), UInt8(ascii: "#"):
        // Two of them may be a command to a runner.
        if index > 0, text[index - 1] == text[index] { return nil }
      case 0x20...: break
      default: return nil
      }
    }
    return form
  }

  @inline(__always)
  private static func mayBeChanged(_ word: ByteWord) -> Bool {
    word.holdsBelow(0x20) || word.holds(0x7F) || !word.isASCII || word.holds(UInt8(ascii: "\""))
      || word.holds(UInt8(ascii: ":")) || word.holds(UInt8(ascii: "#"))
  }

  private static func isFormulaSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    default: false
    }
  }
}
