/// The part of an excerpt that fits a terminal, with everything in it made visible.
struct ExcerptWindow: Equatable {
  /// What is printed of the line.
  var text: String
  /// The columns of `text` before the carets.
  var caretColumn: Int
  /// How many carets.
  var caretColumns: Int

  /// Tabs become blanks up to the next multiple of this.
  private static let tabWidth = 4
  private static let ellipsis = "…"

  /// Cuts an excerpt to a number of columns around the start of its carets, two thirds of them behind it.
  init(_ excerpt: SourceExcerpt, columns: Int) {
    let pieces = Self.pieces(of: excerpt.text)
    let caret = min(max(0, excerpt.caretOffset), pieces.count)
    let caretEnd = min(pieces.count, caret + max(1, excerpt.caretLength))
    let total = pieces.reduce(0) { $0 + $1.columns }
    var first = 0
    var end = pieces.count
    if total > columns {
      first = Self.start(pieces, caret: caret, caretEnd: caretEnd, columns: columns)
      end = Self.end(pieces, from: first, columns: columns - 2)
    }
    let before = excerpt.isCutBefore || first > 0
    let after = excerpt.isCutAfter || end < pieces.count
    text = (before ? Self.ellipsis : "") + pieces[first..<end].map(\.text).joined() + (after ? Self.ellipsis : "")
    caretColumn = (before ? 1 : 0) + Self.columns(pieces, first, max(first, min(caret, end)))
    caretColumns = max(1, Self.columns(pieces, max(first, min(caret, end)), max(first, min(caretEnd, end))))
  }

  private struct Piece {
    var text: String
    var columns: Int
  }

  private static func pieces(of text: String) -> [Piece] {
    var column = 0
    return text.unicodeScalars.map { scalar in
      var piece = Piece(text: String(scalar), columns: DisplayWidth.columns(scalar))
      if scalar == "\t" {
        let width = tabWidth - column % tabWidth
        piece = Piece(text: String(repeating: " ", count: width), columns: width)
      } else if let escape = TerminalText.escape(scalar) {
        piece = Piece(text: escape, columns: escape.utf8.count)
      }
      column += piece.columns
      return piece
    }
  }

  /// The first piece shown: as far before the carets as leaves room for them, at most a third of the columns.
  private static func start(_ pieces: [Piece], caret: Int, caretEnd: Int, columns: Int) -> Int {
    let behind = self.columns(pieces, caret, pieces.count) + 1
    let room = max(columns / 3, columns - 2 - behind)
    var first = caret
    var used = 0
    while first > 0, used + pieces[first - 1].columns <= room {
      first -= 1
      used += pieces[first].columns
    }
    return first
  }

  private static func end(_ pieces: [Piece], from first: Int, columns: Int) -> Int {
    var end = first
    var used = 0
    while end < pieces.count, used + pieces[end].columns <= columns {
      used += pieces[end].columns
      end += 1
    }
    return end
  }

  private static func columns(_ pieces: [Piece], _ first: Int, _ end: Int) -> Int {
    pieces[first..<end].reduce(0) { $0 + $1.columns }
  }
}
