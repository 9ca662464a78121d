/// The part of a source line that a diagnostic draws: a window, for lines of documents may be megabytes long.
package struct SourceExcerpt: Hashable, Sendable {
  /// The text of the window, one line, as it stands in the source (not yet made safe for a terminal).
  package var text: String
  /// How many Unicode scalars of `text` come before the caret.
  package var caretOffset: Int
  /// How many Unicode scalars the carets underline; at least 1.
  package var caretLength: Int
  /// Whether the line goes on before the window.
  package var isCutBefore: Bool
  /// Whether the line goes on after the window.
  package var isCutAfter: Bool

  package init(
    text: String, caretOffset: Int, caretLength: Int = 1, isCutBefore: Bool = false, isCutAfter: Bool = false
  ) {
    self.text = text
    self.caretOffset = caretOffset
    self.caretLength = caretLength
    self.isCutBefore = isCutBefore
    self.isCutAfter = isCutAfter
  }
}
