extension DocumentKind {
  /// How many keys are looked at before a JSON object is held to be something else.
  private static let keyLimit = 8

  /// What a text that begins like a JSON object is; `nil` where it is no document. Complexity: O(length of the values
  /// that stand before the telling key).
  static func recogniseObject(_ bytes: DocumentBytes, from start: Int) -> DocumentKind? {
    var cursor = JSONCursor(bytes, from: start)
    guard cursor.peekKind() == .object else { return nil }
    return try? telling(&cursor)
  }

  private static func telling(_ cursor: inout JSONCursor) throws(JSONFault) -> DocumentKind? {
    var hasMeta = false
    var hasVersion = false
    var count = 0
    try cursor.enterObject()
    var isFirst = true
    while count < keyLimit, let key = try cursor.nextKey(&isFirst) {
      if cursor.isSame(key, "database") { return .index }
      if cursor.isSame(key, "concrete_specs") || (hasMeta && cursor.isSame(key, "roots")) { return .lock }
      if count == 0, cursor.peekKind() == .array, try isSiteIndex(cursor) { return .siteIndex }
      if hasVersion, cursor.isSame(key, "data") { return try isIndexManifest(cursor) ? .manifest : nil }
      hasMeta = hasMeta || cursor.isSame(key, "_meta")
      hasVersion = hasVersion || cursor.isSame(key, "version")
      try cursor.skipValue()
      count += 1
    }
    return nil
  }

  /// Whether a list's first element is an object with `label` or `url`.
  private static func isSiteIndex(_ cursor: JSONCursor) throws(JSONFault) -> Bool {
    var cursor = cursor
    var isFirst = true
    try cursor.enterArray()
    guard try cursor.nextElement(&isFirst), cursor.peekKind() == .object else { return false }
    try cursor.enterObject()
    isFirst = true
    guard let key = try cursor.nextKey(&isFirst) else { return false }
    return cursor.isSame(key, "label") || cursor.isSame(key, "url")
  }

  /// Whether one of the things that a manifest lists is an index.
  private static func isIndexManifest(_ cursor: JSONCursor) throws(JSONFault) -> Bool {
    var cursor = cursor
    guard cursor.peekKind() == .array else { return false }
    try cursor.enterArray()
    var isFirst = true
    while try cursor.nextElement(&isFirst) {
      guard cursor.peekKind() == .object else { return false }
      try cursor.enterObject()
      var isFirstKey = true
      while let key = try cursor.nextKey(&isFirstKey) {
        let isType = cursor.isSame(key, "mediaType") && cursor.peekKind() == .string
        if isType, cursor.string(try cursor.readString()).hasPrefix(ManifestReader.mediaTypePrefix) { return true }
        if !isType { try cursor.skipValue() }
      }
    }
    return false
  }
}
