import Testing

@testable import Diagnostics

struct NearestNameTests {
  @Test(arguments: [
    ("verson", "version"), ("versoin", "version"), ("Every", "every"), ("stcak", "stack"),
    ("e4s-neoverse-v1", "e4s-neoverse_v1"),
  ])
  func `a slip of the hand finds its word`(word: String, nearest: String) {
    let words = ["every", "version", "versions", "stack", "package", "e4s", "e4s-neoverse_v1", "e4s-neoverse_v2"]
    #expect(NearestName.nearest(to: word, among: words) == nearest)
  }

  @Test(arguments: ["", "x", "zlib", "quite-different", "hdf"])
  func `a word like none of them gets no suggestion`(word: String) {
    #expect(NearestName.nearest(to: word, among: ["version", "stack", "openblas"]) == nil)
  }

  @Test func `of equally near names the first by bytes is suggested, whatever the order`() {
    #expect(NearestName.nearest(to: "abcx", among: ["abcd", "abca", "abcc"]) == "abca")
    #expect(NearestName.nearest(to: "abcx", among: ["abcc", "abca", "abcd"]) == "abca")
  }

  @Test(arguments: [
    ("", "", 0), ("a", "b", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "", 3), ("A", "a", 0),
  ])
  func `edits are counted`(first: String, second: String, distance: Int) {
    #expect(NearestName.distance(from: first, to: second, atMost: 9) == distance)
    #expect(NearestName.distance(from: second, to: first, atMost: 9) == distance)
    if distance > 0 { #expect(NearestName.distance(from: first, to: second, atMost: distance - 1) == nil) }
  }

  @Test func `words beyond the limit cost nothing and find nothing`() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(NearestName.nearest(to: long, among: [long]) == nil)
    #expect(NearestName.nearest(to: "aaaa", among: [long, "aaab"]) == "aaab")
  }
}
