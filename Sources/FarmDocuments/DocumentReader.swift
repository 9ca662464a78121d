import Diagnostics
import FarmModel

/// What one worker does: reads one file after the other into its own fragment.
struct DocumentReader {
  let buffer: DocumentBuffer
  var pages: PageReader
  let options: DocumentLoader.Options
  var outcome = Outcome()
  /// The directory of the snapshot whose packages are being read.
  var snapshotDirectory: OpenDirectory?

  /// What a worker hands over.
  struct Outcome: Sendable {
    var fragment = FarmFragment()
    var documents: [ReadDocument] = []
    var rejectedDocuments: [String] = []
    var otherFileCount = 0
    /// For each of the user's paths, by position, whether a document was found there.
    var arguments: Set<Int> = []
    var diagnostics: [Diagnostic] = []
    /// Links that were met and not followed, and what was visited.
    var links: [SearchItem] = []
    var visited: [FileIdentity] = []
    /// Pages of packages that were read, whose identity was not asked for.
    var pages: [String] = []
    var locks: [StackLock] = []
    /// Snapshots of pages of other parts.
    var otherSnapshots: Set<String> = []
    /// Indexes whose snapshot and stack are found out when all files are known.
    var indexes: [ReadIndex] = []
    /// What the mirror's list says of its indexes, by the end of their paths.
    var listedPlaces: [String: DocumentPlaces.Place] = [:]
    /// Whether there are pages whose hashes must be compared, which were left out.
    var lacksHashes = false
    /// Whether there were documents with more specs or names than could be numbered.
    var isFull = false
  }

  init(_ options: DocumentLoader.Options) {
    self.options = options
    buffer = DocumentBuffer()
    pages = PageReader(
      usesFastPath: options.usesFastPath, keepsHashes: options.keepsHashes, keepsVariants: options.keepsVariants,
      buffer: buffer)
  }

  /// Reads an open file, and tells what it is by its content.
  mutating func read(descriptor: Int32, of file: SearchItem) {
    if !file.isNamed, file.level != .package, isBlob(file) {
      outcome.otherFileCount += 1
      return
    }
    do throws(FileFault) {
      let mayBeElsewhere = options.shard != nil && file.path != "-"
      if mayBeElsewhere {
        try buffer.readStart(descriptor)
        if isElsewhere(file) { return }
      }
      try buffer.read(descriptor, limit: DocumentLoader.documentLimit, keepsStart: mayBeElsewhere)
    } catch {
      return reject(file, [.about(error, path: file.path)])
    }
    read(buffer.bytes, of: file)
  }

  /// Reads a document that is in memory.
  mutating func read(_ bytes: DocumentBytes, of file: SearchItem) {
    // A document has fewer names, members of lists, specs and edges than bytes.
    guard pages.builder.largestCount + bytes.count <= options.numberLimit else {
      outcome.arguments.insert(file.argument)
      outcome.isFull = true
      return
    }
    let kind = DocumentKind.recognise(bytes)
    if let announced = announcedKind(of: file), !isAnnounced(kind, as: announced) {
      return rejectOther(bytes, of: file, announced: announced)
    }
    switch kind {
    case .page: readPage(bytes, of: file)
    case .index, .lock, .manifest, .siteIndex: readObject(kind, bytes, of: file)
    case nil:
      let expected = IndexLayout.expectedKind(file.path)
      let isObject = bytes[bytes.startsWithByteOrderMark ? 3 : 0] == UInt8(ascii: "{")
      if let expected, expected != .page, isObject {
        readObject(expected, bytes, of: file)
      } else if file.isNamed || expected != nil {
        rejectUnknown(bytes, of: file)
      } else {
        outcome.otherFileCount += 1
      }
    }
  }

  private mutating func readPage(_ bytes: DocumentBytes, of file: SearchItem) {
    outcome.arguments.insert(file.argument)
    if options.listsOnly { return listPage(bytes, of: file) }
    let page = pages.read(bytes, path: file.path)
    if let shard = options.shard, let title = pages.title, !shard.holds(title) {
      if let page { outcome.otherSnapshots.insert(page.snapshot) }
      return pages.forgetPage()
    }
    if let page {
      outcome.documents.append(
        ReadDocument(
          path: file.path, kind: .page, snapshot: page.snapshot, subject: page.package, specCount: page.specCount,
          byteCount: bytes.count, digest: options.takesDigests ? bytes.digest : ""))
    } else {
      reject(file, pages.problems.diagnostics(file: file.path, bytes: bytes))
    }
  }

  mutating func rejectUnknown(_ bytes: DocumentBytes, of file: SearchItem) {
    if bytes.stands("---", at: bytes.startsWithByteOrderMark ? 3 : 0) { return readPage(bytes, of: file) }
    let label =
      bytes.count == 0 ? Diagnostic.Label(place: SourcePlace(file: file.path)) : bytes.label(file: file.path, offset: 0)
    let diagnostic =
      bytes.count == 0
      ? Diagnostic(
        code: DocumentCode.empty.rawValue, message: "the document is empty", labels: [label],
        help: "fetch the document again")
      : Diagnostic(
        code: DocumentCode.unknownKind.rawValue,
        message: "this is no document that can be read: neither a package page nor a buildcache index nor a lock file",
        labels: [label])
    reject(file, [diagnostic])
  }

  mutating func reject(_ file: SearchItem, _ diagnostics: [Diagnostic]) {
    outcome.arguments.insert(file.argument)
    outcome.rejectedDocuments.append(file.path)
    outcome.diagnostics.append(contentsOf: diagnostics)
  }

  /// Hands over all that was read.
  mutating func finish() -> Outcome {
    outcome.fragment = pages.builder.takeFragment()
    outcome.lacksHashes = pages.lacksHashes
    return outcome
  }
}
