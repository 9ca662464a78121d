import Diagnostics
import FarmDocuments
import FarmModel
import Testing

@Suite struct `Variants that nobody asks for` {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    /// The values of `variants` of one spec after the other.
    var lists: [String]
    /// How many bodies there are with variants, and without.
    var bodyCounts: (kept: Int, leftOut: Int)?
  }

  static let cases = [
    Case(
      testDescription: "make one body of specs that differ in nothing else",
      lists: [#"["+mpi", "build_system=cmake"]"#, #"["build_system=cmake", "~mpi"]"#, "[]", #"["+mpi","-ssl"]"#],
      bodyCounts: (4, 1)),
    Case(
      testDescription: "are kept where one has no plain text",
      lists: [#"["+mpi"]"#, #"["cflags=-O2 \u0041"]"#, #"["cflags=é"]"#], bodyCounts: (3, 3)),
    Case(
      testDescription: "are kept where they are names alone", lists: [#"["mpi", "ssl"]"#, #"["+mpi"]"#],
      bodyCounts: (2, 2)),
    Case(testDescription: "may not be names and values at once", lists: [#"["+mpi", "ssl"]"#]),
    Case(testDescription: "may not be empty texts", lists: [#"["+mpi", ""]"#]),
    Case(testDescription: "may not be numbers", lists: [#"["+mpi", 1]"#]),
    Case(testDescription: "may not be an object", lists: [#"{"+mpi": 1}"#]),
    Case(testDescription: "may not end with a comma", lists: [#"["+mpi", ]"#]),
    Case(testDescription: "may not begin with a comma", lists: [#"[, "+mpi"]"#]),
    Case(testDescription: "may not stand without commas", lists: [#"["+mpi" "+ssl"]"#]),
    Case(testDescription: "may not hold a control character", lists: ["[\"+mpi\u{1}\"]"]),
    Case(testDescription: "may not hold half a string", lists: [#"["+mpi"#]),
  ]

  @Test(arguments: cases, [1, 3])
  func `are checked all the same`(example: Case, threads: Int) {
    var page = PageText()
    page.meta = "meta: {\"num_specs\": \(example.lists.count)}"
    page.specs = example.lists.enumerated().map { number, list in
      PageText.spec(hash: "\"\(number + 2)\(PageText.hash.dropFirst())\"", variants: list)
    }
    let tree = TemporaryTree()
    tree.write(page.text.utf8, to: "a/specs.md")
    var options = DocumentLoader.Options(threads: threads)
    let whole = DocumentLoader.load([tree.path], options: options)
    (options.keepsHashes, options.keepsVariants) = (false, false)
    let bare = DocumentLoader.load([tree.path], options: options)
    #expect(bare.diagnostics == whole.diagnostics && bare.documents == whole.documents)
    #expect(Self.specs(bare) == Self.specs(whole))
    #expect(whole.farms.first?.bodies.count == example.bodyCounts?.kept)
    #expect(bare.farms.first?.bodies.count == example.bodyCounts?.leftOut)
    #expect(whole.isComplete == (example.bodyCounts != nil))
  }

  @Test(arguments: [1, 2])
  func `are kept where hashes must be compared`(threads: Int) {
    let tree = TemporaryTree()
    for (name, variants) in [("a", #"["+mpi"]"#), ("b", #"["~mpi"]"#)] {
      var page = PageText()
      page.specs = [PageText.spec(variants: variants)]
      tree.write(page.text.utf8, to: "\(name)/specs.md")
    }
    var options = DocumentLoader.Options(threads: threads)
    let whole = DocumentLoader.load([tree.path], options: options)
    (options.keepsHashes, options.keepsVariants) = (false, false)
    let bare = DocumentLoader.load([tree.path], options: options)
    #expect(bare.diagnostics.map(\.code) == ["document/contradiction"])
    #expect(bare.diagnostics == whole.diagnostics)
  }

  /// The specs of all farms but for their hashes and variants.
  private static func specs(_ loaded: LoadedDocuments) -> [SpecDescription] {
    loaded.farms.flatMap { farm in
      (0..<farm.specCount).map { spec in
        var description = farm.description(of: spec)
        (description.hash, description.variants) = ("", VariantList(written: []))
        return description
      }
    }
  }
}
