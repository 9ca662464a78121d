import FarmModel

/// Reads package pages of cache.spack.io, one after the other, into a fragment: front matter between two lines `---`
/// with `title`, `categories`, `meta` and `spec_details` in any order; other lines and the text behind are passed over.
struct PageReader {
  var builder: FragmentBuilder
  /// Whether what was read before is recognised; the result is the same without. What is kept for that from page to page
  /// has the numbers of `builder`, which is never another one.
  let usesFastPath: Bool
  var repeats: RepeatedBodies
  var bytes: DocumentBytes
  var problems = ProblemLog()
  /// The number of the first body and spec of the page in the builder.
  var firstBody = 0
  var firstSpec = 0
  /// The title of the page, whether or not the rest of it could be read.
  private(set) var title: String?
  /// The specs of the page.
  var specs: PageSpecs
  /// Whether hashes were left out that must be compared: of a page without a problem, or beside an index.
  var lacksHashes = false
  /// For each body of the page, what its `arches` says, if it has one.
  var bodyArches: [UInt32] = []
  var arches: ByteInterner
  /// What the page says of all its specs, where it does.
  var meta = PageMeta()
  var hasMeta = false
  /// What the specs have, by `PageMeta.Key.position`.
  var marks = PageMeta.Key.allCases.map { _ in PageMarks() }
  var listedMarks = PageMarks()
  var stackSetMarks = PageMarks()
  /// How many specs of the page have each of its sets of stacks.
  var stackSetCounts: [(stacks: UInt32, count: UInt32)] = []
  var knownKeys = KnownKeys()
  var knownHeads = KnownHeads()
  /// Whether lists of variants are kept.
  var keepsVariants: Bool
  /// The number of the list, which is empty, that stands for those which are left out.
  var leftOutVariants: UInt32?
  var knownBodies = KnownBodies()
  /// The lists of variants of this page.
  var knownLists = KnownLists()
  /// The categories of the page before, which nearly all pages share, and the snapshot that they name.
  var categories: (text: [UInt8], snapshot: String)?
  /// For each number in `builder.compilers`, whether it stands for a compiler that was not recorded.
  var compilerIsUnrecorded: [Bool] = []
  /// For each number in `builder.variants`, whether it is a name without a value.
  var variantIsBare: [Bool] = []
  var hasBareVariants = false
  /// Lists that are used again for each spec.
  var texts: [JSONText] = []
  var numbers: [UInt32] = []
  var plainNumbers = ReusedList<UInt32>(capacity: 256)

  /// Pages are read from memory of `buffer`, one at a time.
  ///
  /// - Parameters:
  ///   - usesFastPath: whether bodies that were already read in a page are recognised instead of read again.
  ///   - keepsHashes: whether the hashes of specs are kept, or only seen to ascend.
  ///   - keepsVariants: whether the variants of specs are kept, or only seen to be such; only where hashes are not kept
  ///     and the fast path is used.
  init(usesFastPath: Bool, keepsHashes: Bool = true, keepsVariants: Bool = true, buffer: DocumentBuffer) {
    self.keepsVariants = keepsVariants || keepsHashes || !usesFastPath
    builder = FragmentBuilder(keepsHashes: keepsHashes)
    specs = PageSpecs(keepsHashes: keepsHashes)
    self.usesFastPath = usesFastPath
    repeats = RepeatedBodies(bytes: buffer.bytes)
    arches = ByteInterner(hash: ByteHash())
    bytes = buffer.bytes
  }

  /// What a page says besides its specs.
  struct Page: Equatable {
    var package: String
    var snapshot: String
    var specCount: Int
  }

  /// Reads a page and keeps its specs in `builder`; returns `nil`, and keeps none, if there is any problem with it.
  mutating func read(_ bytes: DocumentBytes, path: String) -> Page? {
    begin(bytes)
    var frontMatter = FrontMatter()
    readFrontMatter(&frontMatter)
    title = frontMatter.title
    if hasMeta && problems.isEmpty { compare(meta) }
    guard problems.isEmpty, let title = frontMatter.title, let snapshot = frontMatter.snapshot else {
      builder.truncate(bodies: firstBody, specs: firstSpec)
      return nil
    }
    lacksHashes = lacksHashes || specs.lacksHashes
    specs.join(&builder, firstBody: firstBody)
    builder.runs.append(
      FarmFragment.Run(
        snapshot: snapshot, package: title, path: path, bodies: firstBody..<builder.bodies.count,
        specs: firstSpec..<builder.specCount))
    return Page(package: title, snapshot: snapshot, specCount: specs.count)
  }

  /// Drops the page that was read last.
  mutating func forgetPage() {
    builder.truncate(bodies: firstBody, specs: firstSpec)
    while let last = builder.runs.last, last.specs.upperBound > firstSpec || last.bodies.upperBound > firstBody {
      builder.runs.removeLast()
    }
  }

  /// What the first lines of a page say.
  struct Start: Equatable {
    var package: String
    var snapshot: String
  }

  /// The package and snapshot of a page of which perhaps only the start is known; `nil` where that does not tell them,
  /// or holds any problem.
  mutating func start(of bytes: DocumentBytes) -> Start? {
    guard DocumentKind.recognise(bytes) == .page else { return nil }
    begin(bytes)
    var title: String?
    var snapshot: String?
    var offset = bytes.lineEnd(from: 0) + 1
    while offset < bytes.count, !isFence(at: offset) {
      let end = bytes.lineEnd(from: offset)
      guard end < bytes.count else { return nil }
      if title == nil, bytes.stands("title:", at: offset) { title = readTitle(at: offset + 6) }
      if snapshot == nil, bytes.stands("categories:", at: offset) { snapshot = readSnapshot(at: offset + 11) }
      guard problems.isEmpty else { return nil }
      if let title, let snapshot { return Start(package: title, snapshot: snapshot) }
      offset = end + 1
    }
    return nil
  }

  private mutating func begin(_ bytes: DocumentBytes) {
    self.bytes = bytes
    problems = ProblemLog()
    firstBody = builder.bodies.count
    firstSpec = builder.specCount
    specs.removeAll()
    bodyArches.removeAll(keepingCapacity: true)
    repeats.begin(bytes)
    knownLists.begin()
    knownBodies.begin()
    hasMeta = false
  }
}

extension PageReader {
  mutating func report(
    _ code: DocumentCode, at offset: Int? = nil, length: Int = 1, _ message: String, remark: String = "",
    help: String? = nil
  ) {
    problems.report(
      DocumentProblem(code: code, offset: offset, length: length, message: message, remark: remark, help: help))
  }

  mutating func report(_ fault: JSONFault) { problems.report(DocumentProblem(fault, in: bytes)) }
}
