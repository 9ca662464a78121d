import FarmModel

/// Reads one buildcache index of Spack (`index.json`), in one pass.
struct IndexReader: StrictReading {
  /// The versions of the database whose form is read; Spack 0.18 to 0.23 write 5 to 7, Spack 1.0 and later 8.
  static let databaseVersions = 5...8
  /// Since this version compilers are dependencies.
  private static let firstVersionWithCompilerNodes = 8

  var nodes: NodeReader
  private(set) var databaseVersion: Int?

  var bytes: DocumentBytes { nodes.bytes }
  var problems: ProblemLog {
    get { nodes.problems }
    set { nodes.problems = newValue }
  }

  init(_ bytes: DocumentBytes, builder: FragmentBuilder) { nodes = NodeReader(bytes, builder: builder) }

  var hasCompilerNodes: Bool { databaseVersion ?? 0 >= IndexReader.firstVersionWithCompilerNodes }

  /// Reads the whole document; says whether it has no problem.
  mutating func read() -> Bool {
    var hasDatabase = false
    readDocument { reader, cursor, key throws(JSONFault) in
      guard cursor.isSame(key, "database") else { return try cursor.skipValue() }
      hasDatabase = true
      try reader.readDatabase(&cursor)
    }
    if !hasDatabase && problems.isEmpty { reportMissing("database", at: 0, of: "the document") }
    return problems.isEmpty
  }

  private mutating func readDatabase(_ cursor: inout JSONCursor) throws(JSONFault) {
    let start = cursor.offset
    var hasVersion = false
    var hasInstalls = false
    guard try enter(.object, &cursor, key: "database") else { return }
    try readKeys(&cursor) { reader, cursor, key throws(JSONFault) in
      if cursor.isSame(key, "version") {
        hasVersion = true
        try reader.readVersion(&cursor)
      } else if cursor.isSame(key, "installs") {
        hasInstalls = true
        try reader.readInstalls(&cursor)
      } else {
        try cursor.skipValue()
      }
    }
    if !hasVersion { reportMissing("version", at: start, of: "the database") }
    if !hasInstalls { reportMissing("installs", at: start, of: "the database") }
  }

  private mutating func readVersion(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard let text = try readText(&cursor, key: "version") else { return }
    let version = cursor.string(text)
    databaseVersion = Int(version)
    guard let databaseVersion, IndexReader.databaseVersions.contains(databaseVersion) else {
      let range = IndexReader.databaseVersions
      return report(
        .unknownDatabase, at: text.start, length: text.count,
        "the index has database version `\(version)`; versions \(range.lowerBound) to \(range.upperBound) are read",
        help: "use a buildcover that knows the Spack that wrote it")
    }
  }

  private mutating func readInstalls(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try enter(.object, &cursor, key: "installs") else { return }
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) { try readRecord(key, &cursor) }
  }

  private mutating func readRecord(_ hash: JSONText, _ cursor: inout JSONCursor) throws(JSONFault) {
    let problemCount = problems.count
    var draft: NodeReader.Draft?
    var seen = 0
    var isInCache = false
    if hash.count == 0 { report(.emptyName, at: hash.start - 1, length: 2, "found an empty text as a hash") }
    guard try enter(.object, &cursor, key: "installs") else { return }
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      var part = 0
      if cursor.isSame(key, "spec") {
        part = 1
        draft = try nodes.readNode(&cursor)
      } else if cursor.isSame(key, "in_buildcache") {
        part = 2
        isInCache = try readFlag(&cursor, key: "in_buildcache") ?? false
      } else {
        try cursor.skipValue()
      }
      if seen & part != 0 { reportDuplicate(key, in: cursor) }
      seen |= part
    }
    if seen & 1 == 0 { reportMissing("spec", at: hash.start - 1, of: "this record") }
    guard problems.count == problemCount, let draft else { return }
    nodes.append(draft, hash: hash, isInCache: isInCache, cursor)
  }
}

extension NodeReader {
  /// Takes a spec that was read among the records, under the hash by which the document calls it.
  mutating func append(_ draft: Draft, hash: JSONText, isInCache: Bool, _ cursor: JSONCursor) {
    if let own = draft.hash, cursor.decoded(own) != cursor.decoded(hash) {
      return report(
        .contradiction, at: own.start, length: own.count,
        "the spec has the hash `\(cursor.string(own))`, but stands under `\(cursor.string(hash))`")
    }
    let package = draft.body.package
    guard let number = records.number(of: hash, package: package, in: cursor) else {
      return reportOtherPackage(hash, package, cursor)
    }
    if records.hasRecord(of: number) { return reportDuplicate(hash, in: cursor) }
    var state: SpecState = .indexed
    if draft.isExternal { state.insert(.external) } else if isInCache { state.insert(.built) }
    records.append(hash: number, offset: hash.start, body: draft.body, state: state)
  }
}
