import FarmModel

/// Reads `cache_spack_io_index.json`, the list of all indexes of a mirror: for each snapshot the label and address of
/// every stack's index.
struct SiteIndexReader: StrictReading {
  let bytes: DocumentBytes
  var problems = ProblemLog()
  /// Snapshot and stack of each index, by the path in its address.
  private(set) var places: [String: DocumentPlaces.Place] = [:]

  init(_ bytes: DocumentBytes) { self.bytes = bytes }

  /// Reads the document; says whether it has no problem.
  mutating func read() -> Bool {
    readDocument { reader, cursor, key throws(JSONFault) in
      let snapshot = cursor.string(key)
      guard try reader.enter(.array, &cursor, key: "a snapshot") else { return }
      var isFirst = true
      while try cursor.nextElement(&isFirst) { try reader.readEntry(&cursor, snapshot: snapshot) }
    }
    return problems.isEmpty
  }

  private mutating func readEntry(_ cursor: inout JSONCursor, snapshot: String) throws(JSONFault) {
    cursor.skipBlanks()
    let start = cursor.offset
    var label: JSONText?
    var address: JSONText?
    guard try enter(.object, &cursor, key: "a snapshot") else { return }
    try readKeys(&cursor) { reader, cursor, key throws(JSONFault) in
      if cursor.isSame(key, "label") {
        label = try reader.readText(&cursor, key: "label")
      } else if cursor.isSame(key, "url") {
        address = try reader.readText(&cursor, key: "url")
      } else {
        try cursor.skipValue()
      }
    }
    guard let label, let address else {
      return report(.missingKey, at: start, "this entry lacks its `label` or `url`")
    }
    if let path = SiteIndexReader.path(in: cursor.string(address)) {
      places[path] = DocumentPlaces.Place(snapshot: snapshot, stack: cursor.string(label))
    }
  }

  /// The path in an address, without the bucket or host: at least a directory and a file.
  private static func path(in address: String) -> String? {
    let parts = address.split(separator: "/")
    guard let first = parts.first, first.hasSuffix(":"), parts.count >= 5 else { return nil }
    return parts.dropFirst(2).joined(separator: "/")
  }
}
