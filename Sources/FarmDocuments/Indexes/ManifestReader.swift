/// Reads the manifest of an index (layout v3), which names the blob that is the index.
struct ManifestReader: StrictReading {
  let bytes: DocumentBytes
  var problems = ProblemLog()
  private(set) var manifest: Manifest?

  /// The blob that a manifest names.
  struct Manifest {
    var length = -1
    var lengthPlace = 0
    var checksum = ""
    var checksumPlace = 0
    var mediaType = ""
    var compression: String?
    var compressionPlace = 0
    var algorithm = ""
    var start = 0
  }

  init(_ bytes: DocumentBytes) { self.bytes = bytes }

  /// The only version of manifests.
  private static let version = 3
  /// How the media types of indexes begin.
  static let mediaTypePrefix = "application/vnd.spack.db"

  /// Reads the document; says whether it names a blob and has no problem.
  mutating func read() -> Bool {
    var entries: [Manifest] = []
    var hasData = false
    readDocument { reader, cursor, key throws(JSONFault) in
      if cursor.isSame(key, "version") {
        try reader.readVersion(&cursor)
      } else if cursor.isSame(key, "data") {
        hasData = true
        try reader.readEntries(&cursor, &entries)
      } else {
        try cursor.skipValue()
      }
    }
    guard problems.isEmpty else { return false }
    if !hasData {
      reportMissing("data", at: 0, of: "the manifest")
      return false
    }
    let indexes = entries.filter { $0.mediaType.hasPrefix(ManifestReader.mediaTypePrefix) }
    guard indexes.count == 1, let index = indexes.first else {
      report(.invalidManifest, at: 0, "the manifest names \(indexes.count) indexes; expected one")
      return false
    }
    check(index)
    manifest = index
    return problems.isEmpty
  }

  private mutating func readVersion(_ cursor: inout JSONCursor) throws(JSONFault) {
    cursor.skipBlanks()
    let start = cursor.offset
    guard cursor.peekKind() == .number else {
      return try reportWrongType(&cursor, key: "version", expected: "a number")
    }
    let version = try cursor.readInteger()
    if version != ManifestReader.version {
      report(
        .invalidManifest, at: start, length: cursor.offset - start,
        "found manifest version \(bytes.text(start..<cursor.offset)); version \(ManifestReader.version) is read")
    }
  }

  private mutating func readEntries(_ cursor: inout JSONCursor, _ entries: inout [Manifest]) throws(JSONFault) {
    guard try enter(.array, &cursor, key: "data") else { return }
    var isFirst = true
    while try cursor.nextElement(&isFirst) {
      cursor.skipBlanks()
      var entry = Manifest(start: cursor.offset)
      guard try enter(.object, &cursor, key: "data") else { continue }
      try readKeys(&cursor) { reader, cursor, key throws(JSONFault) in
        try reader.readField(key, &cursor, &entry)
      }
      entries.append(entry)
    }
  }

  private mutating func readField(_ key: JSONText, _ cursor: inout JSONCursor, _ entry: inout Manifest)
    throws(JSONFault)
  {
    cursor.skipBlanks()
    let start = cursor.offset
    if cursor.isSame(key, "contentLength") {
      guard cursor.peekKind() == .number, let length = try cursor.readInteger() else {
        return try reportWrongType(&cursor, key: "contentLength", expected: "a whole number")
      }
      (entry.length, entry.lengthPlace) = (length, start)
    } else if cursor.isSame(key, "checksum") {
      entry.checksum = try readText(&cursor, key: "checksum").map { cursor.string($0) } ?? ""
      entry.checksumPlace = start
    } else if cursor.isSame(key, "mediaType") {
      entry.mediaType = try readText(&cursor, key: "mediaType").map { cursor.string($0) } ?? ""
    } else if cursor.isSame(key, "compression") {
      entry.compression = try readText(&cursor, key: "compression").map { cursor.string($0) }
      entry.compressionPlace = start
    } else if cursor.isSame(key, "checksumAlgorithm") {
      entry.algorithm = try readText(&cursor, key: "checksumAlgorithm").map { cursor.string($0) } ?? ""
    } else {
      try cursor.skipValue()
    }
  }

  private mutating func check(_ entry: Manifest) {
    if let compression = entry.compression, compression != "none" {
      report(
        .invalidManifest, at: entry.compressionPlace, length: compression.utf8.count + 2,
        "the index is compressed with `\(compression)`; only `none` is read",
        help: "unpack the blob and give it with `--index STACK=FILE`")
    }
    if entry.algorithm != "sha256" {
      report(.invalidManifest, at: entry.start, "the checksum is of `\(entry.algorithm)`; expected sha256")
    }
    if !IndexLayout.isChecksum(entry.checksum) {
      report(
        .invalidManifest, at: entry.checksumPlace, length: entry.checksum.utf8.count + 2,
        "found `\(entry.checksum)` as the checksum; expected 64 hexadecimal digits")
    }
    if entry.length < 0 { reportMissing("contentLength", at: entry.start, of: "this entry") }
  }
}
