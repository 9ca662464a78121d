import Testing

@testable import Diagnostics

struct TerminalTextTests {
  @Test(arguments: [
    ("plain text, with signs: ~+%@", "plain text, with signs: ~+%@"),
    ("größer 日本 ’", "größer 日本 ’"),
    ("a\u{1B}[31mb", "a\\u{1b}[31mb"),
    ("a\nb\r\tc", "a\\nb\\r\\tc"),
    ("\u{0}\u{7F}\u{9B}", "\\u{0}\\u{7f}\\u{9b}"),
    ("a\u{202E}b\u{2066}c", "a\\u{202e}b\\u{2066}c"),
    ("a\u{200B}\u{200D}\u{FEFF}\u{AD}b", "a\\u{200b}\\u{200d}\\u{feff}\\u{ad}b"),
    ("a\u{2028}\u{2029}\u{A0}b", "a\\u{2028}\\u{2029}\\u{a0}b"),
    ("\u{3164}\u{115F}\u{FE0F}\u{E0041}", "\\u{3164}\\u{115f}\\u{fe0f}\\u{e0041}"),
    ("\u{E000}\u{378}", "\\u{e000}\\u{378}"),
  ])
  func `what a terminal would obey or hide becomes visible`(text: String, visible: String) {
    #expect(TerminalText.visible(text) == visible)
  }

  @Test(arguments: [
    ("::error::x", ":\\u{3a}error::x"), ("a ::stop-commands::x", "a :\\u{3a}stop-commands::x"),
    ("  ::x", "  :\\u{3a}x"), ("a::b", "a::b"), (":", ":"), ("@: b", "@: b"), ("##[error]x", "#\\u{23}[error]x"),
    ("a##vso[task.x]", "a#\\u{23}vso[task.x]"), ("###", "#\\u{23}\\u{23}"), ("#1 #2", "#1 #2"),
    ("\u{1B}::x\n::y", "\\u{1b}::x\\n::y"), ("\u{A0}::x", "\\u{a0}::x"),
  ])
  func `what the log of a runner would obey becomes visible`(text: String, visible: String) {
    #expect(TerminalText.visible(text) == visible)
  }

  @Test(arguments: [("abc", 3), ("日本", 4), ("e\u{301}", 1), ("ﬀ", 1), ("", 0), ("ＡＢ", 4), ("🚀", 2)])
  func `columns are counted as terminals draw them`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(text) == columns)
  }

  @Test func `text is wrapped between words, and examples stay as they are`() {
    let text = "one two three four\n\n    an example that is not wrapped\nfive"
    #expect(
      TextWrapping.lines(text, width: 9) == [
        "one two", "three", "four", "", "    an example that is not wrapped", "five",
      ])
  }

  @Test func `a word wider than the line stands alone`() {
    #expect(TextWrapping.lines("a abcdefghij b", width: 4) == ["a", "abcdefghij", "b"])
  }
}
