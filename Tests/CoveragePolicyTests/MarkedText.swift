/// Source text in which `⟦` and `⟧` stand around what a diagnostic should point at.
struct MarkedText {
  /// The text without the marks.
  let text: String
  let line: Int
  /// Counted from 1, in Unicode scalars.
  let column: Int
  /// The length of what is marked, in Unicode scalars.
  let length: Int

  init(_ marked: String) {
    text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let before = marked.prefix { $0 != "⟦" }
    line = before.count { $0.isNewline } + 1
    let lineStart = before.lastIndex { $0.isNewline }.map { before.index(after: $0) } ?? before.startIndex
    column = before[lineStart...].unicodeScalars.count + 1
    length = marked.drop { $0 != "⟦" }.dropFirst().prefix { $0 != "⟧" }.unicodeScalars.count
  }
}
