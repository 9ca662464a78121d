import Diagnostics
import FarmDocuments
import FarmModel
import Testing

@Suite struct `A spec that is met again` {
  private func load(_ first: PageText, _ second: PageText) -> LoadedDocuments {
    let tree = TemporaryTree()
    tree.write(first.text.utf8, to: "a/specs.md")
    tree.write(second.text.utf8, to: "b/specs.md")
    let loaded = DocumentLoader.load([tree.path])
    #expect(loaded.documents.count == 2)
    return loaded
  }

  private func page(_ spec: String) -> PageText {
    var page = PageText()
    page.specs = [spec]
    return page
  }

  @Test func `has the stacks of both`() throws {
    let loaded = load(PageText(), page(PageText.spec(stacks: #"["tutorial"]"#)))
    let farm = try #require(loaded.farms.first)
    #expect(loaded.isComplete && farm.specCount == 1)
    #expect(farm.description(of: 0).stacks == ["e4s", "tutorial", "root"])
  }

  @Test(arguments: [#""none""#, #""""#, #""-""#, nil])
  func `takes the compiler from where it is recorded`(unrecorded: String?) throws {
    let loaded = load(page(PageText.spec(compiler: unrecorded)), PageText())
    #expect(loaded.isComplete)
    #expect(try #require(loaded.farms.first).description(of: 0).compiler == "gcc@=11.4.0")
  }

  @Test(arguments: [
    PageText.spec(compiler: #""gcc@11.4.0""#), PageText.spec(variants: #"["build_system:=makefile", "+pic"]"#),
    PageText.spec(variants: #"["pic", "build_system"]"#),
  ])
  func `may be written in another way`(spec: String) throws {
    let loaded = load(page(spec), PageText())
    #expect(loaded.isComplete)
    #expect(try #require(loaded.farms.first).bodies.count == 1)
  }

  @Test(arguments: [
    PageText.spec(compiler: #""gcc@=12.1.0""#), PageText.spec(target: #""aarch64""#), PageText.spec(os: #""rhel8""#),
    PageText.spec(versions: #"["1.3"]"#), PageText.spec(variants: #"["~pic", "build_system=makefile"]"#),
  ])
  func `must have the same attributes`(spec: String) {
    let loaded = load(PageText(), page(spec))
    #expect(!loaded.isComplete && loaded.farms.first?.specCount == 0)
    let diagnostic = loaded.diagnostics.first
    #expect(diagnostic?.code == "document/contradiction")
    #expect(diagnostic?.labels.count == 2)
    #expect(diagnostic?.labels.map { $0.place.file.hasSuffix("b/specs.md") } == [true, false])
    #expect(diagnostic?.labels.allSatisfy { $0.place.line == 6 && $0.excerpt != nil } == true)
  }

  @Test func `patches may be cut to seven characters`() throws {
    let long = PageText.spec(variants: #"["patches=0123456789abcdef,fedcba9876543210"]"#)
    let loaded = load(page(long), page(PageText.spec(variants: #"["patches:=0123456,fedcba9"]"#)))
    #expect(loaded.isComplete && loaded.farms.first?.variantLists.count == 1)
  }
}

@Suite struct `The order of reading` {
  @Test func `changes nothing`() throws {
    let paths = ["001_f0240a5b0be510ba", "004_9321c0c32c47eeb7"].map { Fixture.path("seeds/\($0).txt") }
    let forward = try #require(DocumentLoader.load(paths).farms.first)
    let backward = try #require(DocumentLoader.load(paths.reversed(), options: .init(threads: 2)).farms.first)
    #expect(forward.specCount == 115)
    #expect(forward.bodies == backward.bodies && forward.bodyOfSpec == backward.bodyOfSpec)
    #expect(forward.hashes == backward.hashes && forward.stackSets == backward.stackSets)
    #expect(forward.variantLists == backward.variantLists && forward.versions == backward.versions)
  }

  @Test(arguments: [1, 2, 64])
  func `nor does the number of threads`(threads: Int) throws {
    let path = Fixture.path("realdata/given/pages")
    let one = DocumentLoader.load([path])
    let many = DocumentLoader.load([path], options: .init(threads: threads))
    #expect(one.farms.map(\.snapshot) == ["develop-2024-10-13", "develop-2024-10-20"])
    for (first, second) in zip(one.farms, many.farms) {
      #expect(first.bodies == second.bodies && first.bodyOfSpec == second.bodyOfSpec)
      #expect(first.hashes == second.hashes && first.variantLists == second.variantLists)
    }
    #expect(one.documents == many.documents)
  }

  @Test func `nor does the order of specs in a page`() throws {
    var page = PageText()
    page.meta = "meta: {}"
    page.specs = (0..<40).map { number in
      let digit = "abcdefghijklmnopqrstuvwxyz234567".dropFirst(number % 32).prefix(1)
      return PageText.spec(
        hash: "\"\(digit)\(number < 32 ? "a" : "b")" + PageText.hash.dropFirst(2) + "\"",
        versions: "[\"\(number % 3)\"]")
    }
    let tree = TemporaryTree()
    let sorted = DocumentLoader.load([tree.write(page.text.utf8, to: "a.md")])
    page.specs.reverse()
    let reversed = DocumentLoader.load([tree.write(page.text.utf8, to: "a.md")])
    let (first, second) = (try #require(sorted.farms.first), try #require(reversed.farms.first))
    #expect(first.specCount == 40 && first.bodies.count == 3)
    #expect(first.bodies == second.bodies && first.bodyOfSpec == second.bodyOfSpec && first.hashes == second.hashes)
  }
}
