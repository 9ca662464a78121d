import FarmModel

/// Reads a lock file of Spack (`spack.lock`): what a stack's environment is meant to hold.
struct LockReader: StrictReading {
  private var nodes: NodeReader
  private var roots: [StackLock.Root] = []
  private var rootPlaces: [JSONText] = []
  private var hasCompilerNodes = false

  var bytes: DocumentBytes { nodes.bytes }
  var problems: ProblemLog {
    get { nodes.problems }
    set { nodes.problems = newValue }
  }

  init(_ bytes: DocumentBytes) { nodes = NodeReader(bytes, builder: FragmentBuilder()) }

  /// Since this version of Spack's spec files compilers are dependencies.
  private static let firstFormWithCompilerNodes = 5

  /// Reads the document; `nil` if there is any problem with it.
  mutating func read(path: String, stack: String) -> StackLock? {
    var hasRoots = false
    var hasSpecs = false
    readDocument { reader, cursor, key throws(JSONFault) in
      if cursor.isSame(key, "_meta") {
        try reader.readMeta(&cursor)
      } else if cursor.isSame(key, "roots") {
        hasRoots = true
        try reader.readRoots(&cursor)
      } else if cursor.isSame(key, "concrete_specs") {
        hasSpecs = true
        try reader.readSpecs(&cursor)
      } else {
        try cursor.skipValue()
      }
    }
    guard problems.isEmpty else { return nil }
    if !hasRoots { reportMissing("roots", at: 0, of: "the lock file") }
    if !hasSpecs { reportMissing("concrete_specs", at: 0, of: "the lock file") }
    checkRoots()
    guard problems.isEmpty else { return nil }
    var locked = LockedNodes(nodes, hasCompilerNodes)
    return StackLock(path: path, stack: stack, roots: roots, nodes: locked.nodes)
  }

  private mutating func readMeta(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try enter(.object, &cursor, key: "_meta") else { return }
    try readKeys(&cursor) { reader, cursor, key throws(JSONFault) in
      guard cursor.isSame(key, "specfile-version"), cursor.peekKind() == .number else {
        return try cursor.skipValue()
      }
      let form = try cursor.readInteger() ?? 0
      reader.hasCompilerNodes = form >= LockReader.firstFormWithCompilerNodes
    }
  }

  private mutating func readRoots(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try enter(.array, &cursor, key: "roots") else { return }
    var isFirst = true
    while try cursor.nextElement(&isFirst) {
      cursor.skipBlanks()
      let start = cursor.offset
      var hash: JSONText?
      var spec: JSONText?
      guard try enter(.object, &cursor, key: "roots") else { continue }
      try readKeys(&cursor) { reader, cursor, key throws(JSONFault) in
        if cursor.isSame(key, "hash") {
          hash = try reader.readText(&cursor, key: "hash")
        } else if cursor.isSame(key, "spec") {
          spec = try reader.readText(&cursor, key: "spec", mayBeEmpty: true)
        } else {
          try cursor.skipValue()
        }
      }
      guard let hash, let spec else {
        report(.missingKey, at: start, "this root lacks its `hash` or `spec`")
        continue
      }
      roots.append(StackLock.Root(hash: cursor.string(hash), spec: cursor.string(spec)))
      rootPlaces.append(hash)
    }
  }

  private mutating func readSpecs(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try enter(.object, &cursor, key: "concrete_specs") else { return }
    var isFirst = true
    while let hash = try cursor.nextKey(&isFirst) {
      if hash.count == 0 { report(.emptyName, at: hash.start - 1, length: 2, "found an empty text as a hash") }
      if let draft = try nodes.readNode(&cursor) { nodes.append(draft, hash: hash, isInCache: false, cursor) }
    }
  }

  private mutating func checkRoots() {
    let known = Set((0..<nodes.records.count).map { nodes.records.hashes.text(nodes.records.hashOfRecord[$0]) })
    for (root, place) in zip(roots, rootPlaces) where !known.contains(root.hash) {
      report(
        .missingKey, at: place.start, length: place.count, "the root `\(root.hash)` is not among the `concrete_specs`")
    }
  }
}
