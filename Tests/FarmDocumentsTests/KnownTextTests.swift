import FarmDocuments
import Testing

@Suite struct `A text that stood in an earlier spec` {
  static let second = "5iyv4un5xrqtfcejkeptbsfahtzwlw34"

  /// What may stand where a text is expected that only resembles one of the first spec.
  static let others: [(key: String, values: String)] = [
    ("variants", "[\"+pic\u{0}\", \"build_system=makefile\"]"), ("variants", "[\"\u{0}+pic\"]"),
    ("variants", "[\"+pic\\u0000\"]"), ("variants", "[\"+pic\t\"]"),
    ("variants", "[\"build_system=makefile\u{0}\u{0}\"]"),
    ("variants", "[\"+pic\\\"\"]"), ("variants", "[\"+pi\", \"~c\"]"), ("variants", "[\"+pic\",,\"+pic\"]"),
    ("variants", "[\"\"]"), ("variants", "[\"+pic\"  ]"), ("variants", "[\"+pic\" \"+pic\"]"),
    ("versions", "[\"1.3.1\u{0}\"]"), ("versions", "[\"1.3.1\", \"1.3.1\"]"), ("stacks", "[\"e4s\u{0}\", \"root\"]"),
    ("stacks", "[\"e4s\", \"root\u{0}\u{0}\u{0}\u{0}\"]"),
  ]

  @Test(arguments: others)
  func `is known by all its bytes`(key: String, values: String) {
    let later =
      switch key {
      case "variants": PageText.spec(hash: "\"\(Self.second)\"", variants: values)
      case "versions": PageText.spec(hash: "\"\(Self.second)\"", versions: values)
      default: PageText.spec(hash: "\"\(Self.second)\"", stacks: values)
      }
    let page = PageText(meta: #"meta: {}"#, specs: [PageText.spec(), later]).text
    let fast = PageReading(Array(page.utf8), usesFastPath: true)
    #expect(fast == PageReading(Array(page.utf8), usesFastPath: false))
    #expect(
      fast.diagnostics.isEmpty == (values == "[\"+pic\"  ]" || values.hasPrefix("[\"+pi\",") || values.contains("\\")))
  }
}
