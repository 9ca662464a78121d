import Foundation
import Testing

@testable import Reports

struct HTMLReporterTests {
  private static let goldens = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Goldens/Reports/html")

  @Test(arguments: HTMLExamples.all)
  func `the page is the golden one`(name: String) throws {
    let page = HTMLReporterTests.page(try HTMLExamples.input(name))
    let file = HTMLReporterTests.goldens.appending(path: name + ".html")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: HTMLReporterTests.goldens, withIntermediateDirectories: true)
      try Data(page.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    let isGolden = try Data(page.utf8) == Data(contentsOf: file)
    #expect(isGolden, "the page differs from Tests/Goldens/Reports/html/\(name).html")
  }

  @Test(arguments: HTMLExamples.all)
  func `cells in another order give the same bytes`(name: String) throws {
    let input = try HTMLExamples.input(name)
    var shuffled = input
    var random = SeededGenerator(state: 7)
    for index in shuffled.details.indices { shuffled.details[index].grids.shuffle(using: &random) }
    let isSame = HTMLReporterTests.page(input) == HTMLReporterTests.page(shuffled)
    #expect(isSame)
  }

  @Test func `nothing of the hostile strings stands raw in the page`() throws {
    let page = HTMLReporterTests.page(try HTMLExamples.hostile())
    let dangerous: [Unicode.Scalar] = ["<", ">", "&", "\u{202E}", "\u{1B}", "\u{2028}", "\u{200B}", "\u{0}"]
    for text in HTMLExamples.hostileTexts where text.unicodeScalars.contains(where: dangerous.contains) {
      let isRaw = page.contains(text)
      #expect(!isRaw, "raw: \(text.debugDescription)")
    }
    #expect(page.ranges(of: "<script").count == 2)
    #expect(page.ranges(of: "</script").count == 2)
    let hasMarkup = page.contains("<img") || page.contains("<!--")
    #expect(!hasMarkup)
  }

  @Test func `the data is valid JSON between its tags`() throws {
    let page = HTMLReporterTests.page(try HTMLExamples.hostile())
    let data = try HTMLReporterTests.data(in: page)
    let names = try #require(data["names"] as? [String: [String]])
    let packages = try #require(names["packages"])
    #expect(Set(packages.map { Array($0.utf8) }) == Set(HTMLExamples.hostileTexts.map { Array($0.utf8) }))
  }

  @Test func `a thousand packages take less than an eighth of five megabytes`() throws {
    let page = HTMLReporterTests.page(try HTMLExamples.many(packages: 1000))
    let size = page.utf8.count
    #expect(size < 5_000_000 / 8)
  }

  @Test func `the news says how much of what is wanted is there`() throws {
    #expect(HTMLNewsSentence(try HTMLExamples.empty()).headline == "No policy was checked.")
    #expect(HTMLNewsSentence(try HTMLExamples.oneGap()).headline == "2 of 3 wanted builds are there (66.6%).")
  }

  private static func page(_ input: HTMLReportInput) -> String {
    var page = ""
    HTMLReporter().write(input, to: &page)
    return page
  }

  private static func data(in page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: #"id="data">"#))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let object = try JSONSerialization.jsonObject(with: Data(page[start.upperBound..<end.lowerBound].utf8))
    return try #require(object as? [String: Any])
  }
}

/// A small generator with a seed, so that a failing order can be met again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}
