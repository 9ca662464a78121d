import Diagnostics

/// Lines for a terminal that grow: indented, wrapped between words or items, coloured where wanted.
struct TextPage {
  private(set) var text = ""
  let width: Int
  let isColoured: Bool

  init(options: ReportOptions) {
    width = max(40, options.width)
    isColoured = options.usesColor
  }

  /// A piece of a line in a look.
  func styled(_ text: String, _ style: TextStyle) -> String { style.applied(to: text, coloured: isColoured) }

  mutating func blankLine() {
    if !text.isEmpty { text += "\n" }
  }

  mutating func line(_ content: String, indent: Int = 0) {
    text += String(repeating: " ", count: content.isEmpty ? 0 : indent) + content + "\n"
  }

  /// Words of a sentence, wrapped; further lines stand `hanging` columns deeper.
  mutating func paragraph(_ sentence: String, indent: Int = 0, hanging: Int = 0, style: TextStyle? = nil) {
    let words = sentence.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    flow(words, separator: " ", indent: indent, hanging: hanging, style: style)
  }

  /// Items one after another, broken between them, and within one only where it is longer than a line; `lead` stands
  /// before the first.
  mutating func flow(
    _ items: [String], separator: String, lead: String = "", indent: Int, hanging: Int, style: TextStyle? = nil
  ) {
    var line = lead
    var column = indent + TextPage.columns(lead)
    var isFirstOfLine = true
    var margin = indent
    for piece in pieces(of: items, separator: separator, room: width - indent - hanging) {
      let length = TextPage.columns(piece) - (piece.hasSuffix(" ") ? 1 : 0)
      if !isFirstOfLine, column + length > width {
        finish(line, margin: margin, style: style)
        margin = indent + hanging
        (line, column, isFirstOfLine) = ("", margin, true)
      }
      line += piece
      column += TextPage.columns(piece)
      isFirstOfLine = false
    }
    finish(line, margin: margin, style: style)
  }

  /// What may not be broken: the items with their separators, or the words of those that are too long.
  private func pieces(of items: [String], separator: String, room: Int) -> [String] {
    items.enumerated().flatMap { index, item in
      let piece = index == items.count - 1 ? item : item + separator
      if TextPage.columns(piece) <= room { return [piece] }
      let words = piece.split(separator: " ")
      return words.enumerated().map {
        $0 == words.count - 1 ? String($1) + (piece.hasSuffix(" ") ? " " : "") : "\($1) "
      }
    }
  }

  private mutating func finish(_ content: String, margin: Int, style: TextStyle?) {
    let content = content.hasSuffix(" ") ? String(content.dropLast()) : content
    line(style.map { styled(content, $0) } ?? content, indent: margin)
  }

  /// The columns that a text takes, without the terminal's codes for looks in it.
  static func columns(_ text: String) -> Int {
    guard text.utf8.contains(0x1B) else { return DisplayWidth.columns(text) }
    return text.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated().reduce(0) { sum, part in
      let plain = part.offset == 0 ? part.element : part.element.drop { $0 != "m" }.dropFirst()
      return sum + DisplayWidth.columns(String(plain))
    }
  }
}
