import FarmModel

/// Reads the concrete specs of indexes and lock files, which have one form, into `SpecRecords`.
struct NodeReader: StrictReading {
  var bytes: DocumentBytes
  var problems = ProblemLog()
  var builder: FragmentBuilder
  var records = SpecRecords()
  var variants = VariantGathering()
  /// The lists of variants that were read, and their numbers in the builder.
  var variantLists = ByteInterner(hash: ByteHash())
  var variantListNumbers: [UInt32] = []
  /// Numbers of the kinds of edges that provide nothing, by their types.
  var plainKinds = [UInt16?](repeating: nil, count: 16)
  /// Used again for each dependency.
  var virtuals: [String] = []

  init(_ bytes: DocumentBytes, builder: FragmentBuilder) {
    self.bytes = bytes
    self.builder = builder
  }

  /// What has been read of one spec.
  struct Draft {
    var start: Int
    var seen: NodeKeys = []
    var hash: JSONText?
    var package: UInt32?
    var body = SpecRecords.Body(
      package: 0, version: 0, platform: 0, os: 0, target: 0, variants: 0, compiler: .absent)
    /// The compiler that the spec itself names, and the one that its annotations name.
    var written: UInt32?
    var annotated: UInt32?
    var hasOldForm = false
    /// The hash of the dependency that is the compiler, and how well it stands for it; less is better.
    var provider: (hash: UInt32, rank: Int)?
    var isExternal = false
    var others = KeyRegister()
  }

  /// Reads one spec, which has a hash by the key in front of it. Its edges are appended to the records, the rest is
  /// returned; `nil` if anything is wrong.
  mutating func readNode(_ cursor: inout JSONCursor) throws(JSONFault) -> Draft? {
    let problemCount = problems.count
    cursor.skipBlanks()
    var draft = Draft(start: cursor.offset)
    guard try enter(.object, &cursor, key: "spec") else { return nil }
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      let name = NodeKeys(key, in: cursor)
      if name.isEmpty ? draft.others.insert(key, in: cursor) != nil : draft.seen.contains(name) {
        reportDuplicate(key, in: cursor)
      }
      draft.seen.insert(name)
      try readValue(of: name, &cursor, &draft)
    }
    for (key, name) in NodeKeys.required where !draft.seen.contains(key) {
      reportMissing(name, at: draft.start, of: "this spec")
    }
    guard problems.count == problemCount else { return nil }
    draft.body.compiler = compiler(of: draft)
    return draft
  }

  private mutating func readValue(of key: NodeKeys, _ cursor: inout JSONCursor, _ draft: inout Draft) throws(JSONFault)
  {
    switch key {
    case .name:
      guard let text = try readText(&cursor, key: "name") else { return }
      draft.body.package = cursor.number(of: text, in: &records.packages)
      draft.package = draft.body.package
    case .version:
      if let text = try readText(&cursor, key: "version") {
        draft.body.version = cursor.number(of: text, in: &builder.versions)
      }
    case .arch: try readArchitecture(&cursor, &draft)
    case .compiler: draft.written = try readCompiler(&cursor)
    case .parameters: draft.body.variants = try readParameters(&cursor)
    case .dependencies: try readDependencies(&cursor, &draft)
    case .external:
      draft.isExternal = cursor.peekKind() != .null
      try cursor.skipValue()
    case .annotations: try readAnnotations(&cursor, &draft)
    case .hash: draft.hash = try readText(&cursor, key: "hash")
    default: try cursor.skipValue()
    }
  }

  private mutating func readArchitecture(_ cursor: inout JSONCursor, _ draft: inout Draft) throws(JSONFault) {
    cursor.skipBlanks()
    let start = cursor.offset
    guard try enter(.object, &cursor, key: "arch") else { return }
    var seen = 0
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      var part = 0
      if cursor.isSame(key, "platform") {
        part = 1
        guard let text = try readText(&cursor, key: "platform") else { continue }
        draft.body.platform = cursor.number(of: text, in: &builder.platforms)
      } else if cursor.isSame(key, "platform_os") {
        part = 2
        guard let text = try readText(&cursor, key: "platform_os") else { continue }
        draft.body.os = cursor.number(of: text, in: &builder.oses)
      } else if cursor.isSame(key, "target") {
        part = 4
        guard let text = try readTarget(&cursor) else { continue }
        draft.body.target = cursor.number(of: text, in: &builder.targets)
      } else {
        try cursor.skipValue()
      }
      if seen & part != 0 { reportDuplicate(key, in: cursor) }
      seen |= part
    }
    if seen != 7 {
      report(.missingKey, at: start, "this `arch` lacks one of `platform`, `platform_os` and `target`")
    }
  }

  /// A generic target is a string, any other an object with `name`.
  private mutating func readTarget(_ cursor: inout JSONCursor) throws(JSONFault) -> JSONText? {
    guard cursor.peekKind() == .object else { return try readText(&cursor, key: "target") }
    let start = cursor.offset
    var name: JSONText?
    try cursor.enterObject()
    try readKeys(&cursor) { reader, cursor, key throws(JSONFault) in
      if cursor.isSame(key, "name") {
        name = try reader.readText(&cursor, key: "name")
      } else {
        try cursor.skipValue()
      }
    }
    if name == nil { reportMissing("name", at: start, of: "this `target`") }
    return name
  }
}
