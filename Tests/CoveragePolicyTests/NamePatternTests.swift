import Testing

@testable import CoveragePolicy

struct NamePatternTests {
  @Test(arguments: [
    ("e4s", "e4s"), ("e4s*", "e4s"), ("e4s*", "e4s-neoverse_v1"), ("*", ""), ("*-cuda", "ml-linux-x86_64-cuda"),
    ("x86_64_v?", "x86_64_v3"), ("x86_64_v[2-4]", "x86_64_v3"), ("[!a]b", "cb"), ("[^a]b", "cb"), ("[]]x", "]x"),
    ("[!]]x", "ax"),
    ("a*b*c", "a-b-b-c"), ("**a", "a"), ("[a-]x", "-x"), ("py-*-h?oks", "py-project-hooks"), ("??", "é"),
  ])
  func `a pattern matches`(pattern: String, name: String) {
    #expect(NamePattern(pattern).matches(name))
  }

  @Test(arguments: [
    ("e4s", "e4s-x"), ("e4s", "E4S"), ("e4s*", "e4"), ("x86_64_v?", "x86_64_v"), ("x86_64_v[2-4]", "x86_64_v1"),
    ("[!a]b", "ab"), ("a*b", "a-b-c"), ("?", ""), ("*a*b*c", "ccbbaa"), ("[]]x", "x"), ("é", "e\u{301}"),
    ("\u{212B}", "\u{C5}"),
  ])
  func `a pattern does not match`(pattern: String, name: String) {
    #expect(!NamePattern(pattern).matches(name))
  }

  @Test(.timeLimit(.minutes(1)))
  func `many stars cost no more than length times length`() {
    let pattern = NamePattern(String(repeating: "*a", count: 400) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
  }

  @Test func `names are compared by bytes`() {
    #expect(NamePattern("\u{C5}") != NamePattern("A\u{30A}"))
    #expect(NamePattern("a") == NamePattern("a"))
  }
}
