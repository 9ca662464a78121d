import Diagnostics
import FarmModel

extension DocumentReader {
  /// Whether a file is a blob of a mirror, which is read when a manifest names it and not for itself.
  func isBlob(_ file: SearchItem) -> Bool {
    // Asked for every file, so what is long enough to be a checksum is found out first.
    let isLong = file.path.utf8.suffix(65).first == UInt8(ascii: "/") && file.path.utf8.count > 65
    return isLong && IndexLayout.isBlob(file.path.split(separator: "/").suffix(5).map { String($0) })
  }

  /// What the user says that a file is; the arguments of `--index`, then those of `--lock` stand before the paths.
  func announcedKind(of file: SearchItem) -> DocumentKind? {
    if file.argument < options.indexStacks.count { return .index }
    return file.argument < options.indexStacks.count + options.lockStacks.count ? .lock : nil
  }

  /// Whether a document is what the user says; one that is not recognised is read as such, to find out what is wrong.
  func isAnnounced(_ kind: DocumentKind?, as announced: DocumentKind) -> Bool {
    kind == nil || kind == announced || (kind == .manifest && announced == .index)
  }

  mutating func rejectOther(_ bytes: DocumentBytes, of file: SearchItem, announced: DocumentKind) {
    let isIndex = announced == .index
    reject(
      file,
      [
        Diagnostic(
          code: DocumentCode.wrongDocument.rawValue,
          message: isIndex ? "is no buildcache index, but was given as one" : "is no lock file, but was given as one",
          labels: [bytes.label(file: file.path, offset: 0)],
          help: isIndex ? "give an index (`index.json`) with `--index`" : "give a `spack.lock` with `--lock`")
      ])
  }

  /// Reads a document that is one JSON object.
  mutating func readObject(_ kind: DocumentKind?, _ bytes: DocumentBytes, of file: SearchItem) {
    switch kind {
    case .index: readIndex(bytes, path: file.path, of: file)
    case .lock: readLock(bytes, of: file)
    case .manifest: readManifest(bytes, of: file)
    case .siteIndex: readSiteIndex(bytes, of: file)
    case .page, nil: rejectUnknown(bytes, of: file)
    }
  }

  /// - Parameter path: where the index stands, which is not where the file is if that is its manifest.
  private mutating func readIndex(_ bytes: DocumentBytes, path: String, of file: SearchItem) {
    if options.listsOnly { return listIndex(bytes, path: path, of: file) }
    guard pages.keepHashes() else { return }
    let (byteCount, digest) = (bytes.count, options.takesDigests ? bytes.digest : "")
    var reader = IndexReader(bytes, builder: pages.takeBuilder())
    let isGood = reader.read()
    guard isGood else {
      pages.builder = reader.nodes.builder
      return reject(file, reader.problems.diagnostics(file: path, bytes: bytes))
    }
    // From here on the text is not needed, and a large one would stand beside all that is made of it.
    buffer.releaseLarge()
    outcome.arguments.insert(file.argument)
    let hasCompilerNodes = reader.hasCompilerNodes
    outcome.indexes.append(
      ReadIndex(
        path: path, argument: file.argument,
        document: ReadDocument(
          path: file.path, kind: .index, snapshot: "", subject: "", specCount: reader.nodes.records.count,
          byteCount: byteCount, digest: digest)))
    let grouping = RecordGrouping(reader.nodes, hasCompilerNodes: hasCompilerNodes)
    pages.builder = grouping.grouped(stack: ReadIndex.placeholder(for: path), path: path)
  }

  private mutating func readLock(_ bytes: DocumentBytes, of file: SearchItem) {
    guard let stack = stack(ofLock: file) else {
      return reject(file, [.unknownStack(of: file.path, help: "give it with `--lock STACK=FILE`")])
    }
    if options.listsOnly { return listLock(bytes, of: file, stack: stack) }
    var reader = LockReader(bytes)
    guard let lock = reader.read(path: file.path, stack: stack) else {
      return reject(file, reader.problems.diagnostics(file: file.path, bytes: bytes))
    }
    outcome.arguments.insert(file.argument)
    outcome.locks.append(lock)
    outcome.documents.append(
      ReadDocument(
        path: file.path, kind: .lock, snapshot: "", subject: stack, specCount: lock.nodes.count,
        byteCount: bytes.count, digest: options.takesDigests ? bytes.digest : ""))
  }

  /// The stack of a lock file: what the user says, or the directory that holds it.
  private func stack(ofLock file: SearchItem) -> String? {
    let position = file.argument - options.indexStacks.count
    if options.lockStacks.indices.contains(position) { return options.lockStacks[position].stack }
    if file.path == "-" { return nil }
    return IndexLayout.components(of: file.path, in: SystemCalls.workingDirectory).dropLast().last
  }

  private mutating func readSiteIndex(_ bytes: DocumentBytes, of file: SearchItem) {
    var reader = SiteIndexReader(bytes)
    guard reader.read() else { return reject(file, reader.problems.diagnostics(file: file.path, bytes: bytes)) }
    outcome.listedPlaces.merge(reader.places) { first, _ in first }
  }

  private mutating func readManifest(_ bytes: DocumentBytes, of file: SearchItem) {
    var reader = ManifestReader(bytes)
    let isGood = reader.read()
    guard isGood, let manifest = reader.manifest else {
      return reject(file, reader.problems.diagnostics(file: file.path, bytes: bytes))
    }
    let path = IndexLayout.blobPath(manifest: file.path, checksum: manifest.checksum)
    // The labels are made now, for the blob is read into the memory of the manifest.
    let lengthLabel = bytes.label(file: file.path, offset: manifest.lengthPlace, remark: "this length")
    let checksumLabel = bytes.label(
      file: file.path, offset: manifest.checksumPlace, length: 66, remark: "this checksum")
    do throws(FileFault) {
      let descriptor = try SystemCalls.open(path)
      defer { SystemCalls.close(descriptor) }
      try buffer.read(descriptor, limit: DocumentLoader.documentLimit)
    } catch {
      return reject(file, [.about(error, path: path)])
    }
    if buffer.count != manifest.length {
      return reject(
        file, [.blobDiffers(path, "\(buffer.count) bytes, not the \(manifest.length) of the manifest", lengthLabel)])
    }
    guard buffer.bytes.checksum == manifest.checksum else {
      return reject(file, [.blobDiffers(path, "another checksum than the manifest says", checksumLabel)])
    }
    readIndex(buffer.bytes, path: path, of: file)
  }
}

extension PageReader {
  /// Keeps hashes from now on, which specs of indexes are told apart by; `false` where some were left out before.
  mutating func keepHashes() -> Bool {
    if builder.keepsHashes { return true }
    guard builder.specCount == 0 else {
      lacksHashes = true
      return false
    }
    builder.keepsHashes = true
    keepsVariants = true
    specs = PageSpecs(keepsHashes: true)
    return true
  }

  /// Hands over what was gathered, for another reader to go on.
  mutating func takeBuilder() -> FragmentBuilder {
    defer { builder = FragmentBuilder() }
    return builder
  }
}

extension DocumentBytes {
  /// The SHA-256 digest in hexadecimal digits. Complexity: O(n).
  fileprivate var checksum: String {
    // The bytes outlive the span, which is not kept.
    SHA256Digest.text(of: Span(_unsafeStart: start, count: count))
  }
}

extension Diagnostic {
  static func unknownStack(of path: String, help: String) -> Diagnostic {
    Diagnostic(
      code: DocumentCode.unknownStack.rawValue, message: "the path does not tell which stack this is of",
      labels: [Diagnostic.Label(place: SourcePlace(file: path))], help: help)
  }

  fileprivate static func blobDiffers(_ path: String, _ difference: String, _ label: Diagnostic.Label) -> Diagnostic {
    Diagnostic(
      code: DocumentCode.blobDiffers.rawValue, message: "the blob `\(path)` has \(difference)", labels: [label],
      help: "fetch the manifest and the blob again")
  }
}
