/// The page's style sheet, a subject to a file.
enum HTMLStyle {
  static let text = "\n" + [palette, layout, tables, map, cards].joined(separator: "\n")
}
