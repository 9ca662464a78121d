import Diagnostics
import FarmDocuments
import FarmModel
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite(.timeLimit(.minutes(2))) struct `Limits of documents` {
  private func load(_ page: PageText) -> LoadedDocuments {
    DocumentLoader.load(Array(page.text.utf8), path: "specs.md")
  }

  @Test func `512 levels of nesting are read, and 513 are an error`() {
    var page = PageText()
    // `meta` is a level itself.
    page.meta = "meta: {\"a\": " + String(repeating: "[", count: 511) + String(repeating: "]", count: 511) + "}"
    #expect(load(page).isComplete)
    page.meta = "meta: {\"a\": " + String(repeating: "[", count: 512) + String(repeating: "]", count: 512) + "}"
    #expect(load(page).diagnostics.map(\.code) == ["document/nested-too-deep"])
  }

  @Test func `a file beyond the limit is refused before it is read`() throws {
    let tree = TemporaryTree()
    let path = tree.write("---\n".utf8, to: "specs.md")
    try #require(truncate(path, off_t(DocumentLoader.documentLimit) + 1) == 0)
    #expect(DocumentLoader.load([path]).diagnostics.map(\.code) == ["document/too-large"])
  }

  @Test func `a string of four million bytes is one value`() {
    var page = PageText()
    page.specs = [PageText.spec(os: "\"" + String(repeating: "a", count: 4 << 20) + "\"")]
    let loaded = load(page)
    #expect(loaded.isComplete && loaded.farms.first?.description(of: 0).os.utf8.count == 4 << 20)
  }

  @Test func `hundreds of thousands of keys that nobody knows cost no more than their length`() {
    let keys = (0..<200_000).map { "\"k\($0)\": 1" }.joined(separator: ", ")
    var page = PageText()
    page.specs = [PageText.spec(more: ", " + keys)]
    #expect(load(page).isComplete)
    page.specs = [PageText.spec(more: ", " + keys + ", \"k77\": 2")]
    #expect(load(page).diagnostics.map(\.code) == ["document/duplicate-key"])
  }

  @Test func `a spec in a hundred thousand stacks is one spec`() {
    var page = PageText()
    page.specs = [PageText.spec(stacks: "[" + (0..<100_000).map { "\"s\($0)\"" }.joined(separator: ", ") + "]")]
    let loaded = load(page)
    #expect(loaded.isComplete && loaded.farms.first?.stacks.count == 100_000)
  }

  @Test func `a spec in twenty thousand rows, each with a stack of its own, is one spec in all of them`() {
    var page = PageText()
    page.meta = "meta: {}"
    page.specs = (0..<20_000).map { PageText.spec(stacks: "[\"s\($0)\"]") }
    let loaded = load(page)
    #expect(loaded.isComplete && loaded.farms.first?.specCount == 1 && loaded.farms.first?.stacks.count == 20_000)
    #expect(loaded.farms.first?.description(of: 0).stacks.count == 20_000)
  }

  @Test func `thousands of stacks and of targets cost no more than what is built in them`() {
    var page = PageText()
    page.meta = "meta: {}"
    page.specs = (0..<20_000).map {
      PageText.spec(hash: "\"h\($0)\"", target: "\"t\($0)\"", stacks: "[\"s\($0)\"]", versions: "[\"1.\($0 % 9)\"]")
    }
    let loaded = load(page)
    #expect(loaded.isComplete && loaded.farms.first?.stackFacts.allSatisfy { $0.targets.count == 1 } == true)
  }

  @Test func `a package with forty thousand versions is refused, for its rows would be their square`() {
    var page = PageText()
    page.meta = "meta: {}"
    page.specs = (0..<40_000).map { PageText.spec(hash: "\"h\($0)\"", versions: "[\"1.\($0)\"]") }
    let loaded = load(page)
    #expect(loaded.diagnostics.map(\.code) == ["document/too-many"] && loaded.farms.isEmpty)
    page.specs.removeLast(10_000)
    #expect(load(page).isComplete)
  }

  @Test func `a hundred thousand wrong specs are told by the first, and counted`() {
    var page = PageText()
    page.meta = "meta: {}"
    page.specs = Array(repeating: "1", count: 100_000)
    let codes = load(page).diagnostics.map(\.code)
    #expect(codes.count == 21 && codes.contains("document/more-problems"))
  }

  @Test func `names that a weak hash would pile up cost no more than others`() {
    let variants = (0..<60_000).map { "\"v\($0 % 7)\(String($0, radix: 2))=\($0)\"" }.joined(separator: ", ")
    var page = PageText()
    page.specs = [PageText.spec(variants: "[\(variants)]")]
    #expect(load(page).isComplete)
  }

  @Test(arguments: [1, 2, 64])
  func `any number of threads reads the same`(threads: Int) {
    let folder = Fixture.path("realdata/given/pages-colon-equals")
    let one = DocumentLoader.load([folder], options: .init(threads: 1))
    let many = DocumentLoader.load([folder], options: .init(threads: threads))
    #expect(
      one.documents == many.documents && one.diagnostics == many.diagnostics && one.farms.count == many.farms.count)
    for (first, second) in zip(one.farms, many.farms) {
      #expect(first.specCount == second.specCount)
      #expect((0..<first.specCount).allSatisfy { first.description(of: $0) == second.description(of: $0) })
    }
  }
}

@Suite struct `Numbers of 32 bits` {
  private static let folder = Fixture.path("realdata/given/pages-colon-equals")

  /// What is read where so many are numbered.
  private func load(limit: Int, threads: Int = 1) -> LoadedDocuments {
    var options = DocumentLoader.Options(threads: threads)
    options.numberLimit = limit
    return DocumentLoader.load([Self.folder], options: options)
  }

  @Test(arguments: [1, 1_000, 9_000])
  func `that run out are an error, and no farm`(limit: Int) {
    for threads in [1, 3] {
      let loaded = load(limit: limit, threads: threads)
      #expect(loaded.farms.isEmpty && !loaded.isComplete)
      #expect(loaded.diagnostics.map(\.code) == ["document/too-many"])
      #expect(loaded.diagnostics.first?.message.contains("\(limit)") == true)
    }
  }

  @Test func `that suffice change nothing`() {
    let whole = DocumentLoader.load([Self.folder])
    let loaded = load(limit: 10_000_000)
    #expect(loaded.isComplete && loaded.farms.map(\.specCount) == whole.farms.map(\.specCount))
  }

  @Test func `are counted over all that workers have read`() throws {
    var options = DocumentLoader.Options()
    options.numberLimit = 200_000
    let page = Array(PageText().text.utf8)
    #expect(DocumentLoader.load(page, path: "specs.md", options: options).isComplete)
    var fragment = FarmFragment()
    fragment.versions = (0..<60).map { "\($0)" }
    #expect(throws: FarmTooLarge(limit: 100)) { try FarmAssembly([fragment, fragment], limit: 100) }
    #expect(try FarmAssembly([fragment], limit: 100).farms.isEmpty)
  }

  @Test func `are given to all kinds of dependencies, or to none`() {
    var fragments = [FarmFragment(), FarmFragment()]
    for number in 0..<70_000 {
      _ = fragments[number % 2].edges.number(of: .init(types: [.link], virtuals: ["v\(number)"]))
    }
    #expect(throws: FarmTooLarge.self) { try FarmAssembly(fragments) }
    #expect(throws: Never.self) { try FarmAssembly([fragments[0]]) }
  }
}
