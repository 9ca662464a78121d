import Diagnostics

/// A table for a terminal: columns as wide as they need to be, numbers to the right.
struct AlignedTable {
  struct Column {
    var title: String
    var isNumber = false
  }

  var columns: [Column]
  /// Already safe to print.
  var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Appends the table; the last column is not padded.
  func write(to page: inout TextPage, indent: Int = 2) {
    let widths = columns.indices.map { column in
      rows.map { DisplayWidth.columns($0[column]) }.reduce(DisplayWidth.columns(columns[column].title), max)
    }
    page.line(page.styled(line(columns.map(\.title), widths), .faint), indent: indent)
    for row in rows { page.line(line(row, widths), indent: indent) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: widths[index] - DisplayWidth.columns(cell))
      let isLast = index == cells.count - 1
      text += columns[index].isNumber ? padding + cell : cell + (isLast ? "" : padding)
      if !isLast { text += "  " }
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
