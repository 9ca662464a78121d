import Diagnostics
import FarmDocuments
import FarmModel
import Testing

@Suite struct `A bad page is told with its place` {
  /// A page in which `‸` marks where the problem is to be reported.
  struct Case: CustomStringConvertible, Sendable {
    var description: String
    var page: String
    var code: DocumentCode

    init(_ description: String, _ code: DocumentCode, _ change: (inout PageText) -> Void) {
      self.description = description
      self.code = code
      var page = PageText()
      change(&page)
      self.page = page.text
    }
  }

  static let cases = [
    Case("no title", .missingTitle) { $0.title = "other: x" },
    Case("an empty title", .missingTitle) { $0.title = #"title: ‸"""# },
    Case("a title that is a list", .invalidFrontMatter) { $0.title = "title: ‸[a]" },
    Case("two titles", .duplicateKey) { $0.extra = ["‸title: \"b\""] },
    Case("no snapshot", .invalidFrontMatter) { $0.categories = "categories: ‸[package]" },
    Case("another category", .invalidFrontMatter) { $0.categories = "categories: ‸[posts, develop]" },
    Case("no meta", .missingKey) { $0.meta = "mata: {}" },
    Case("meta that is a list", .wrongType) { $0.meta = "meta: ‸[]" },
    Case("another number of specs", .metaDiffers) { $0.meta = #"meta: {"num_specs": ‸2}"# },
    Case("a stack's number of specs", .metaDiffers) {
      $0.meta = #"meta: {"num_specs_by_stack": {"e4s": ‸2, "root": 1}}"#
    },
    Case("a stack that meta lacks", .metaDiffers) { $0.meta = #"meta: {‸"num_specs_by_stack": {"root": 1}}"# },
    Case("targets that differ", .metaDiffers) { $0.meta = #"meta: {‸"targets": ["aarch64"]}"# },
    Case("a target too many", .metaDiffers) { $0.meta = #"meta: {‸"targets": ["x86_64_v3", "aarch64"]}"# },
    Case("compilers that differ", .metaDiffers) { $0.meta = #"meta: {‸"compilers": ["gcc@=11.4.1"]}"# },
    Case("versions that differ", .metaDiffers) { $0.meta = #"meta: {‸"versions": []}"# },
    Case("a number that is a text", .wrongType) { $0.meta = #"meta: {"num_specs": ‸"1"}"# },
    Case("a number that is not whole", .wrongType) { $0.meta = #"meta: {"num_specs": ‸1.5}"# },
    Case("a key of meta twice", .duplicateKey) { $0.meta = #"meta: {"num_specs": 1, ‸"num_specs": 1}"# },
    Case("text behind a value", .invalidJSON) { $0.meta = #"meta: {"num_specs": 1} ‸x"# },
    Case("a spec that is a text", .wrongType) { $0.specs.append(#"‸"x""#) },
    Case("no hash", .missingKey) { $0.specs = ["‸" + PageText.spec(hash: nil)] },
    Case("no os", .missingKey) { $0.specs = ["‸" + PageText.spec(os: nil)] },
    Case("no stacks", .missingKey) { $0.specs = ["‸" + PageText.spec(stacks: nil)] },
    Case("no variants", .missingKey) { $0.specs = ["‸" + PageText.spec(variants: nil)] },
    Case("no versions", .missingKey) { $0.specs = ["‸" + PageText.spec(versions: nil)] },
    Case("an empty list of versions", .noVersion) { $0.specs = [PageText.spec(versions: "‸[]")] },
    Case("two versions", .severalVersions) { $0.specs = [PageText.spec(versions: #"‸["1", "2"]"#)] },
    Case("a version that is a number", .wrongType) { $0.specs = [PageText.spec(versions: "[‸1]")] },
    Case("an empty target", .emptyName) { $0.specs = [PageText.spec(target: #"‸"""#)] },
    Case("a compiler that is null", .wrongType) { $0.specs = [PageText.spec(compiler: "‸null")] },
    Case("stacks that are a text", .wrongType) { $0.specs = [PageText.spec(stacks: #"‸"e4s""#)] },
    Case("a bare variant among others", .mixedVariants) { $0.specs = [PageText.spec(variants: #"["+a", "‸b"]"#)] },
    Case("arches without dashes", .invalidArches) {
      $0.specs = [PageText.spec(os: nil, platform: nil, target: nil, more: #", "arches": "‸linux""#)]
    },
    Case("a known key twice", .duplicateKey) { $0.specs = [PageText.spec(more: #", ‸"os": "x""#)] },
    Case("a known key twice, once escaped", .duplicateKey) { $0.specs = [PageText.spec(more: #", ‸"\u006fs": "x""#)] },
    Case("an unknown key twice", .duplicateKey) { $0.specs = [PageText.spec(more: #", "a": 1, ‸"a": 1"#)] },
    Case("a missing comma", .invalidJSON) { $0.specs = [PageText.spec(os: #""a" ‸"b""#)] },
    Case("a comma too many", .invalidJSON) { $0.specs = [PageText.spec(stacks: #"["a", ‸]"#)] },
    Case("a half pair", .invalidJSON) { $0.specs = [PageText.spec(os: #""‸\ud800""#)] },
    Case("a NUL byte", .controlCharacter) { $0.specs = [PageText.spec(os: "\"a‸\0\"")] },
    Case("100,000 levels", .nestedTooDeep) {
      $0.meta = "meta: {\"a\": " + String(repeating: "[", count: 511) + "‸" + String(repeating: "[", count: 99_489)
    },
  ]

  @Test(arguments: cases)
  func `whatever is wrong`(example: Case) {
    let marked = example.page.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
    let before = marked.count == 2 ? marked[0] : ""
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let tree = TemporaryTree()
    let path = tree.write(marked.joined().utf8, to: "zlib/specs.md")
    for usesFastPath in [false, true] {
      let loaded = DocumentLoader.load([path], options: .init(usesFastPath: usesFastPath))
      #expect(loaded.diagnostics.map(\.code).first == example.code.rawValue)
      #expect(loaded.farms.isEmpty && !loaded.isComplete && loaded.rejectedDocuments == [path])
      guard marked.count == 2, let place = loaded.diagnostics.first?.place else { continue }
      #expect(place.line == lines.count)
      #expect(place.column == (lines.last?.unicodeScalars.count ?? 0) + 1)
    }
  }

  @Test func `all problems of all documents come in one run`() {
    var first = PageText()
    first.specs = [PageText.spec(os: nil), PageText.spec(versions: "[]")]
    var second = PageText()
    second.title = "title: [a]"
    let tree = TemporaryTree()
    tree.write(first.text.utf8, to: "a/specs.md")
    tree.write(second.text.utf8, to: "b/specs.md")
    tree.write([], to: "c/specs.md")
    let codes = DocumentLoader.load([tree.path]).diagnostics.map(\.code)
    #expect(
      codes == ["document/missing-key", "document/no-version", "document/invalid-front-matter", "document/empty"])
  }

  @Test func `the problems of one document are counted, not all shown`() {
    var page = PageText()
    page.specs = Array(repeating: PageText.spec(os: nil), count: 1000)
    let tree = TemporaryTree()
    tree.write(page.text.utf8, to: "a/specs.md")
    let diagnostics = DocumentLoader.load([tree.path]).diagnostics
    #expect(diagnostics.count == 21)
    #expect(diagnostics.contains { $0.code == "document/more-problems" && $0.message.hasPrefix("980 ") })
  }
}
