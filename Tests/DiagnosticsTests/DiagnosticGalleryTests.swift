import Testing

@testable import Diagnostics

/// Every layout that the renderer can draw, so that a change of its looks is one readable difference.
struct DiagnosticGalleryTests {
  @Test func `the gallery of layouts is as recorded`() throws {
    try Golden.expect(gallery(DiagnosticRenderer()), equals: "Diagnostics/gallery.txt")
  }

  @Test func `the gallery fits a narrow terminal`() throws {
    let drawn = gallery(DiagnosticRenderer(width: 60))
    try Golden.expect(drawn, equals: "Diagnostics/gallery-60-columns.txt")
    for line in drawn.split(separator: "\n") where !line.hasPrefix(" -->") {
      #expect(DisplayWidth.columns(String(line)) <= 60, "\(line)")
    }
  }

  @Test func `colours are put around the plain drawing`() throws {
    let colored = gallery(DiagnosticRenderer(usesColor: true))
    try Golden.expect(colored, equals: "Diagnostics/gallery-colored.txt")
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == gallery(DiagnosticRenderer()))
  }

  private func gallery(_ renderer: DiagnosticRenderer) -> String {
    Self.layouts.map { title, diagnostic in "== \(title)\n\(renderer.render(diagnostic))\n" }.joined()
  }

  private static let sentence = "  every verson built in every stack"
  private static let place = SourcePlace(file: "farm.policy", line: 12, column: 9)

  private static func label(
    _ text: String, _ offset: Int, _ length: Int = 1, line: Int = 12, file: String = "farm.policy", remark: String = "",
    isCutBefore: Bool = false, isCutAfter: Bool = false
  ) -> Diagnostic.Label {
    Diagnostic.Label(
      place: SourcePlace(file: file, line: line, column: offset + 1),
      excerpt: SourceExcerpt(
        text: text, caretOffset: offset, caretLength: length, isCutBefore: isCutBefore, isCutAfter: isCutAfter),
      remark: remark)
  }

  private static func layout(
    _ labels: [Diagnostic.Label], severity: Diagnostic.Severity = .error, notes: [String] = [], help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: "area/some-code", severity: severity, message: "a message that says what was found and what was expected",
      labels: labels, notes: notes, help: help)
  }

  private static let long = String(repeating: "abcdefghij ", count: 24)

  private static let layouts: [(String, Diagnostic)] = [
    ("no place", layout([], help: "do something")),
    ("a file alone", layout([Diagnostic.Label(place: SourcePlace(file: "page.txt"))])),
    ("a place without excerpt", layout([Diagnostic.Label(place: place, remark: "this one")], severity: .warning)),
    ("a caret", layout([label(sentence, 8)], severity: .note)),
    (
      "a remark, notes and help",
      layout(
        [label(sentence, 8, 6, remark: "did you mean `version`?")],
        notes: ["the policy says: \"A user on any machine finds any version.\"", "a second note\nof two lines"],
        help: "write `version`")
    ),
    ("carets at the end of the line", layout([label(sentence, 35, remark: "something is missing here")])),
    (
      "two labels on one line",
      layout([
        label(sentence, 8, 6, remark: "this"), label(sentence, 2, 5, remark: "because of this"),
      ])
    ),
    (
      "labels on lines apart, out of order",
      layout([
        label(sentence, 8, 6, remark: "here"), label("policy a {", 7, line: 3, remark: "opened here"),
      ])
    ),
    (
      "labels on neighbouring lines",
      layout([
        label(sentence, 8, 6), label("policy a {", 7, line: 11, remark: "opened here"),
      ])
    ),
    (
      "labels in two files",
      layout([
        label("{\"hash\": 3}", 9, line: 1204, file: "hdf5.txt", remark: "differs"),
        label("{\"hash\": 2}", 9, line: 7, file: "other/hdf5.txt", remark: "first here"),
        Diagnostic.Label(place: SourcePlace(file: "third.txt"), remark: "and all of this"),
      ])
    ),
    ("a long line, caret at its start", layout([label(long, 0, 10, remark: "start")])),
    ("a long line, caret in the middle", layout([label(long, 132, 10, remark: "middle")])),
    ("a long line, caret at its end", layout([label(long, 253, 10, remark: "end")])),
    ("a window of a longer line", layout([label(long, 132, 10, isCutBefore: true, isCutAfter: true)])),
    ("carets over all of a long line", layout([label(long, 0, 260)])),
    (
      "a remark too long to stand behind",
      layout([
        label(
          sentence, 24, 2, remark: "a remark of many words that go on and on until the terminal ends and even beyond")
      ])
    ),
    ("tabs", layout([label("\tevery\tverson built", 7, 6, remark: "here")])),
    ("wide and combining characters", layout([label("  title 日本語 e\u{301}e verson", 15, 6, remark: "here")])),
    (
      "hostile text",
      Diagnostic(
        code: "area/x", message: "name \u{1B}[31mred\u{202E}gnp\u{200B} and \u{7}",
        labels: [label("a \u{1B}[2J\u{202E} verson", 8, 6, file: "a\nb\u{1B}.policy", remark: "\u{9B}here")],
        notes: ["note \u{0}"], help: "help \u{FEFF}")
    ),
  ]
}
