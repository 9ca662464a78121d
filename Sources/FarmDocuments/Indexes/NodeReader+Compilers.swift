import FarmModel

extension NodeReader {
  /// Reads `{"name": "gcc", "version": "11.4.0"}`, as specs before Spack 1.0 name their compiler.
  mutating func readCompiler(_ cursor: inout JSONCursor) throws(JSONFault) -> UInt32? {
    cursor.skipBlanks()
    let start = cursor.offset
    var name: JSONText?
    var version: JSONText?
    guard try enter(.object, &cursor, key: "compiler") else { return nil }
    try readKeys(&cursor) { reader, cursor, key throws(JSONFault) in
      if cursor.isSame(key, "name") {
        name = try reader.readText(&cursor, key: "name")
      } else if cursor.isSame(key, "version") {
        version = try reader.readText(&cursor, key: "version")
      } else {
        try cursor.skipValue()
      }
    }
    guard let name, let version else {
      report(.missingKey, at: start, "this `compiler` lacks its `name` or `version`")
      return nil
    }
    return number(ofCompiler: cursor.decoded(name), cursor.decoded(version))
  }

  mutating func readAnnotations(_ cursor: inout JSONCursor, _ draft: inout Draft) throws(JSONFault) {
    guard try enter(.object, &cursor, key: "annotations") else { return }
    var compiler: UInt32?
    var hasOldForm = false
    try readKeys(&cursor) { reader, cursor, key throws(JSONFault) in
      if cursor.isSame(key, "compiler"), cursor.peekKind() != .null {
        if let text = try reader.readText(&cursor, key: "compiler") {
          compiler = cursor.number(of: text, in: &reader.builder.compilers)
        }
      } else if cursor.isSame(key, "original_specfile_version"), cursor.peekKind() == .number {
        hasOldForm = try cursor.readInteger().map { $0 < NodeReader.firstFormWithCompilerNodes } ?? false
      } else {
        try cursor.skipValue()
      }
    }
    draft.annotated = compiler
    draft.hasOldForm = hasOldForm
  }

  /// Since this version of Spack's spec files compilers are dependencies.
  private static let firstFormWithCompilerNodes = 5

  /// What the spec says of its compiler: by itself, by a dependency that provides a language, or by what it was before
  /// it was written anew.
  func compiler(of draft: Draft) -> SpecRecords.CompilerWord {
    if let written = draft.written { return .written(written) }
    if let provider = draft.provider { return .node(provider.hash) }
    if let annotated = draft.annotated { return .written(annotated) }
    return draft.hasOldForm ? .unrecorded : .absent
  }

  /// The number of `NAME@=VERSION` among the compilers.
  mutating func number(ofCompiler name: [UInt8], _ version: [UInt8]) -> UInt32 {
    let written = name + "@=".utf8 + version
    return written.withUnsafeBufferPointer { builder.compilers.number(of: $0) }
  }

  /// The compiler of a body, in the builder's numbers.
  ///
  /// - Parameter hasCompilerNodes: whether the document was written by a Spack that makes compilers dependencies.
  mutating func number(of compiler: SpecRecords.CompilerWord, hasCompilerNodes: Bool) -> UInt32 {
    switch compiler {
    case .written(let number): return number
    case .absent: return hasCompilerNodes ? FarmFragment.Body.noCompiler : FarmFragment.Body.unrecordedCompiler
    case .unrecorded: return FarmFragment.Body.unrecordedCompiler
    case .node(let hash):
      // Its version is known only where the document describes it.
      guard records.hasRecord(of: hash) else { return FarmFragment.Body.unrecordedCompiler }
      let node = records.body(records.bodyOfRecord[Int(records.recordOfHash[Int(hash)])])
      return number(
        ofCompiler: Array(records.packages.text(node.package).utf8), Array(builder.versions.text(node.version).utf8))
    }
  }
}
