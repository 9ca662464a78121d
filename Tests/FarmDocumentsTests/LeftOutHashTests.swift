import Diagnostics
import FarmDocuments
import FarmModel
import Testing

@Suite struct `Hashes that nobody asks for` {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var isKept: Bool
    var write: @Sendable (TemporaryTree) -> Void
  }

  private static let others = ["5aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "6aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]

  private static func page(_ hashes: [String], title: String = "zlib") -> String {
    var page = PageText()
    page.title = "title: \(title)"
    page.meta = "meta: {\"num_specs\": \(hashes.count)}"
    page.specs = hashes.map { PageText.spec(hash: "\"\($0)\"") }
    return page.text
  }

  static let cases = [
    Case(testDescription: "are left out of pages in order", isKept: false) { tree in
      tree.write(page([PageText.hash] + others).utf8, to: "a/specs.md")
      tree.write(page(others, title: "libpng").utf8, to: "b/specs.md")
    },
    Case(testDescription: "are left out beside a page with a problem", isKept: false) { tree in
      tree.write(page([PageText.hash] + others).utf8, to: "a/specs.md")
      tree.write(page(others, title: "libpng").utf8.dropLast(9), to: "b/specs.md")
    },
    Case(testDescription: "are compared where a page is not in order", isKept: true) { tree in
      tree.write(page(others.reversed()).utf8, to: "a/specs.md")
    },
    Case(testDescription: "are compared where one stands twice in a page", isKept: true) { tree in
      tree.write(page([others[0], others[0]]).utf8, to: "a/specs.md")
    },
    Case(testDescription: "are compared where they differ in the last character", isKept: false) { tree in
      tree.write(page([others[0], others[0].dropLast() + "b"]).utf8, to: "a/specs.md")
    },
    Case(testDescription: "are compared where two pages are of one package", isKept: true) { tree in
      tree.write(page([PageText.hash, others[0]]).utf8, to: "a/specs.md")
      tree.write(page(others).utf8, to: "b/specs.md")
    },
    Case(testDescription: "are compared where two pages contradict each other", isKept: true) { tree in
      tree.write(page(others).utf8, to: "a/specs.md")
      tree.write(page(others).replacing("x86_64_v3", with: "x86_64_v4").utf8, to: "b/specs.md")
    },
    Case(testDescription: "are compared where one is not in Spack's form", isKept: true) { tree in
      tree.write(page([PageText.hash, "A" + PageText.hash.dropFirst()]).utf8, to: "a/specs.md")
    },
  ]

  @Test(arguments: cases, [1, 3])
  func `change nothing else`(example: Case, threads: Int) {
    let tree = TemporaryTree()
    example.write(tree)
    var options = DocumentLoader.Options(threads: threads)
    let whole = DocumentLoader.load([tree.path], options: options)
    options.keepsHashes = false
    let bare = DocumentLoader.load([tree.path], options: options)
    #expect(bare.diagnostics == whole.diagnostics && bare.documents == whole.documents)
    #expect(bare.farms.map(\.bodyOfSpec) == whole.farms.map(\.bodyOfSpec))
    #expect(bare.farms.map(\.bodies) == whole.farms.map(\.bodies))
    #expect(bare.farms.map(\.packages.names) == whole.farms.map(\.packages.names))
    #expect(bare.farms.allSatisfy { $0.hashes.isKept == example.isKept })
    if example.isKept { #expect(bare.farms.map(\.hashes) == whole.farms.map(\.hashes)) }
  }

  @Test(arguments: [1, 2])
  func `are compared where there are indexes beside pages, and kept of indexes alone`(threads: Int) {
    let paths = ["mirror/develop-2026-01-18", "pages-none"].map { Fixture.path("realdata/given/" + $0) }
    var options = DocumentLoader.Options(threads: threads)
    for paths in [paths, [paths[0]], [paths[1]]] {
      options.keepsHashes = true
      let whole = DocumentLoader.load(paths, options: options)
      options.keepsHashes = false
      let bare = DocumentLoader.load(paths, options: options)
      #expect(bare.isComplete && bare.documents == whole.documents)
      #expect(bare.farms.map(\.bodyOfSpec) == whole.farms.map(\.bodyOfSpec))
      let hasIndexes = paths.contains { $0.contains("mirror") }
      #expect(bare.farms.allSatisfy { $0.hashes.isKept == hasIndexes })
      #expect(!hasIndexes || bare.farms.map(\.hashes) == whole.farms.map(\.hashes))
    }
  }

  @Test func `leave what is known of names as it is, when an index behind a bad page needs them`() {
    let tree = TemporaryTree()
    var bad = PageText()
    bad.meta = #"meta: {"num_specs": 2, "compilers": []}"#
    bad.specs = [PageText.spec(compiler: #""none""#)]
    tree.write(bad.text.utf8, to: "a/specs.md")
    let arch = #""arch":{"platform":"linux","platform_os":"o","target":"t"},"parameters":{}"#
    let record = #""\#(PageText.hash)":{"spec":{"name":"zlib","version":"1",\#(arch)},"in_buildcache":true}"#
    tree.write(
      #"{"database":{"version":"8","installs":{\#(record)}}}"#.utf8, to: "b/develop/e4s/build_cache/index.json")
    var differing = PageText()
    differing.title = "title: libpng"
    differing.meta = #"meta: {"num_specs": 1, "compilers": []}"#
    // Deeper, so that it is read after the index.
    tree.write(differing.text.utf8, to: "c/1/2/3/4/5/specs.md")
    var options = DocumentLoader.Options(threads: 1)
    let whole = DocumentLoader.load([tree.path], options: options)
    options.keepsHashes = false
    let bare = DocumentLoader.load([tree.path], options: options)
    #expect(bare.diagnostics == whole.diagnostics)
    #expect(bare.diagnostics.filter { $0.code == "document/meta-differs" }.count == 2)
  }
}
