import Testing

@testable import FarmDocuments

@Suite struct `The JSON reader` {
  /// Whether a text is one JSON value with nothing but blanks around it.
  private func accepts(_ text: [UInt8]) -> Bool {
    let buffer = DocumentBuffer(text)
    var cursor = JSONCursor(buffer.bytes, from: 0)
    do throws(JSONFault) {
      try cursor.skipValue()
    } catch {
      return false
    }
    cursor.skipBlanks()
    return cursor.offset == text.count
  }

  static let good = [
    "{}", "[]", "[[]   ]", "[1, \"a\", null, true, false]", " [1] ", "\n{\"a\"\t:\r\n1}", "[-0]", "[0]", "[1E+2]",
    "[0e1]",
    "[123.456e78]", "[-1.5]", "[1e-2]", "[20e1]", #"["\u0060\u012a\u12AB"]"#, #"["\uD801\udc37"]"#,
    #"["\"\\\/\b\f\n\r\t"]"#,
    #"["\\u0000"]"#, #"["\u0000"]"#, "[\"é\"]", "[\"\u{10FFFF}\"]", "[\"\u{7F}\"]", "\"a\"", "42", "null", "true",
    "[\"\"]",
    #"{"a":1,"a":2}"#, #"{"":0}"#, "[\"\u{FFFF}\"]", #"["\uFFFF"]"#, "[\"/\"]", #"{"a\u0000b": 1}"#,
    "[0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999]",
  ]

  @Test(arguments: good)
  func `takes what is JSON`(text: String) { #expect(accepts(Array(text.utf8))) }

  static let bad = [
    "", " ", "[", "{", "]", "}", "[1", "[1,", "[,1]", "[1,,2]", "[1,]", "[1 2]", "[1}", "{]", "{\"a\"}", "{\"a\":}",
    "{\"a\":1,}",
    "{\"a\" 1}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\":1 \"b\":2}", "{,}", "[01]", "[-01]", "[1.]", "[.5]", "[+1]",
    "[-]", "[1e]",
    "[1e+]", "[--1]", "[0x1]", "[NaN]", "[Infinity]", "[-Infinity]", "[1_0]", "[tru]", "[True]", "[nul]", "[nulll]",
    "[\"a]",
    "[\"a\nb\"]", "[\"a\tb\"]", "[\"\u{1}\"]", #"["\x"]"#, #"["\u12"]"#, #"["\u12G4"]"#, #"["\"#, #"["\ud800"]"#,
    #"["\udc00"]"#,
    #"["\ud800\u0041"]"#, #"["\ud800a"]"#, #"["\ud800\ud800"]"#, "[1] x", "[1]]", "1 2", "[\u{C}1]", "[\u{A0}1]",
    "\u{FEFF}[]",
    "/**/[]", "[1]//", "[\"a\"\"b\"]", "\"", "'a'", "[1:2]", "{\"a\":1:2}", "\0", "[1\0]", "[\"\0\"]", "*", "[1.2.3]",
    "[1ea]",
  ]

  @Test(arguments: bad)
  func `refuses what is not`(text: String) { #expect(!accepts(Array(text.utf8))) }

  static let badBytes: [[UInt8]] = [
    [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
    [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88],
    [0xFF],
    [0xFE], [0xF0, 0x9F, 0x98],
  ]

  @Test(arguments: badBytes)
  func `refuses what is not UTF-8`(bytes: [UInt8]) {
    #expect(!accepts([0x5B, 0x22] + bytes + [0x22, 0x5D]))
    #expect(!accepts([0x5B] + bytes + [0x5D]))
  }

  @Test func `takes 512 levels and no more`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(accepts(nested(512)) && !accepts(nested(513)))
  }

  @Test(arguments: [
    (#""a\u00e9\n""#, "aé\n"), (#""\ud83d\ude00""#, "😀"), (#""\/\\""#, "/\\"), ("\"é\"", "é"), (#""\u0041b""#, "Ab"),
  ])
  func `decodes strings`(text: String, expected: String) throws {
    let buffer = DocumentBuffer(Array(text.utf8))
    var cursor = JSONCursor(buffer.bytes, from: 0)
    #expect(cursor.string(try cursor.readString()) == expected)
  }

  @Test func `a million keys cost no more than a million steps`() {
    let keys = (0..<1_000_000).map { "\"\($0)\":0" }.joined(separator: ",")
    var page = PageText()
    page.specs = [PageText.spec(more: ", " + keys)]
    let tree = TemporaryTree()
    let loaded = DocumentLoader.load([tree.write(page.text.utf8, to: "a.md")])
    #expect(loaded.isComplete)
  }
}
