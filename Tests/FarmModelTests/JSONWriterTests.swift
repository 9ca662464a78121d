import FarmModel
import Testing

@Suite struct JSONWriterTests {
  @Test func `keys keep their order and every level is indented by two spaces`() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("z", 1)
      writer.field("a", "text")
      writer.field("absent", ifPresent: nil)
      writer.field("yes", true)
      writer.array("none") { _ in }
      writer.array("names", of: ["x", "y"])
      writer.array("rows") { writer in
        writer.object { $0.field("n", -2) }
        writer.object { _ in }
      }
    }
    #expect(
      writer.text == """
        {
          "z": 1,
          "a": "text",
          "yes": true,
          "none": [],
          "names": [
            "x",
            "y"
          ],
          "rows": [
            {
              "n": -2
            },
            {}
          ]
        }

        """)
  }

  @Test func `the compact layout is one line`() {
    var writer = JSONWriter(layout: .compact)
    writer.object {
      $0.array("a") {
        $0.element(1); $0.element("b\nc")
      }
    }
    #expect(writer.text == #"{"a":[1,"b\nc"]}"#)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\"b\\c", #"a\"b\\c"#), ("\n\r\t\u{8}\u{C}", #"\n\r\t\b\f"#),
    ("\u{0}\u{1B}[31m", #"\u0000\u001b[31m"#), ("\u{7F}\u{9B}", #"\u007f\u009b"#), ("\r\n", #"\r\n"#),
    ("é£世😀", "é£世😀"), ("e\u{301}", "e\u{301}"),
  ])
  func `what a string must not hold is escaped`(value: String, expected: String) {
    var writer = JSONWriter(layout: .compact)
    writer.array { $0.element(value) }
    #expect(Array(writer.text.utf8) == Array("[\"\(expected)\"]".utf8))
  }
}
