/// What `meta` of a page sums up; keys that a look lacks are `nil`, and are not compared.
struct PageMeta {
  /// A list of names, as numbers of the reader's interners.
  struct Names {
    var place: Int
    var numbers: [UInt32]
  }

  struct Figure {
    var place: Int
    var value: Int
  }

  var specCount: Figure?
  /// For each stack of `num_specs_by_stack`, its number and figure.
  var specCountsByStack: [(stack: UInt32, figure: Figure)]?
  var specCountsPlace = 0
  var names: [Key: Names] = [:]

  enum Key: String, CaseIterable {
    case compilers, oss, platforms, stacks, targets, versions, arches

    var text: StaticString {
      switch self {
      case .compilers: "compilers"
      case .oss: "oss"
      case .platforms: "platforms"
      case .stacks: "stacks"
      case .targets: "targets"
      case .versions: "versions"
      case .arches: "arches"
      }
    }
  }
}

extension PageReader {
  /// Reads the value of `meta`.
  mutating func readMeta(_ cursor: inout JSONCursor) throws(JSONFault) -> PageMeta? {
    guard cursor.peekKind() == .object else {
      try reportWrongType(&cursor, key: "meta", expected: "an object")
      return nil
    }
    var meta = PageMeta()
    var keys = KeyRegister()
    try cursor.enterObject()
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      if let first = keys.insert(key, in: cursor) {
        reportDuplicate(cursor.string(key), at: key.start - 1, length: key.count + 2, first: first - 1)
      }
      if cursor.isSame(key, "num_specs") {
        meta.specCount = try readFigure(&cursor, key: "num_specs")
      } else if cursor.isSame(key, "num_specs_by_stack") {
        meta.specCountsPlace = key.start - 1
        meta.specCountsByStack = try readSpecCounts(&cursor)
      } else if let list = PageMeta.Key.allCases.first(where: { cursor.isSame(key, $0.text) }) {
        if try readTexts(&cursor, key: list.text, mayHoldEmpty: list == .compilers) {
          meta.names[list] = PageMeta.Names(place: key.start - 1, numbers: numbers(of: list, in: cursor))
        }
      } else {
        try cursor.skipValue()
      }
    }
    return meta
  }

  private mutating func readFigure(_ cursor: inout JSONCursor, key: StaticString) throws(JSONFault)
    -> PageMeta.Figure?
  {
    let kind = cursor.peekKind()
    let start = cursor.offset
    guard kind == .number else {
      try reportWrongType(&cursor, key: key, expected: "a whole number")
      return nil
    }
    if let value = try cursor.readInteger(), value >= 0 { return PageMeta.Figure(place: start, value: value) }
    report(
      .wrongType, at: start, length: cursor.offset - start,
      "found \(bytes.text(start..<min(cursor.offset, start + 40))) as `\(key)`; expected a whole number")
    return nil
  }

  private mutating func readSpecCounts(_ cursor: inout JSONCursor) throws(JSONFault)
    -> [(stack: UInt32, figure: PageMeta.Figure)]?
  {
    guard cursor.peekKind() == .object else {
      try reportWrongType(&cursor, key: "num_specs_by_stack", expected: "an object with a number for each stack")
      return nil
    }
    var counts: [(stack: UInt32, figure: PageMeta.Figure)] = []
    var keys = KeyRegister()
    try cursor.enterObject()
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      if let first = keys.insert(key, in: cursor) {
        reportDuplicate(cursor.string(key), at: key.start - 1, length: key.count + 2, first: first - 1)
      }
      if let figure = try readFigure(&cursor, key: "num_specs_by_stack") {
        counts.append((cursor.number(of: key, in: &builder.stacks), figure))
      }
    }
    return counts
  }

  /// The numbers of the names in `texts`.
  private mutating func numbers(of key: PageMeta.Key, in cursor: JSONCursor) -> [UInt32] {
    switch key {
    case .compilers: texts.map { cursor.number(of: $0, in: &builder.compilers) }
    case .oss: texts.map { cursor.number(of: $0, in: &builder.oses) }
    case .platforms: texts.map { cursor.number(of: $0, in: &builder.platforms) }
    case .stacks: texts.map { cursor.number(of: $0, in: &builder.stacks) }
    case .targets: texts.map { cursor.number(of: $0, in: &builder.targets) }
    case .versions: texts.map { cursor.number(of: $0, in: &builder.versions) }
    case .arches: texts.map { cursor.number(of: $0, in: &arches) }
    }
  }
}
