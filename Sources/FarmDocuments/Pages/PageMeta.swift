/// What `meta` of a page sums up; keys that a look lacks are `nil`, and are not compared.
struct PageMeta {
  /// A list of names, as numbers of the reader's interners, which lie in `PageMeta.numbers`.
  struct Names {
    var place: Int
    var range: Range<Int>
  }

  struct Figure {
    var place: Int
    var value: Int
  }

  var specCount: Figure?
  /// For each stack of `num_specs_by_stack`, its number and figure; and where that key stands.
  var specCounts: [(stack: UInt32, figure: Figure)] = []
  var specCountsPlace: Int?
  /// The lists, by `Key.position`.
  var names: [Names?] = Array(repeating: nil, count: Key.allCases.count)
  /// The numbers of all lists.
  var numbers: [UInt32] = []
  /// All keys.
  private var keys = KeyRegister()

  /// Begins the next page.
  mutating func begin() {
    specCount = nil
    specCounts.removeAll(keepingCapacity: true)
    specCountsPlace = nil
    for position in names.indices { names[position] = nil }
    numbers.removeAll(keepingCapacity: true)
    keys.removeAll()
  }

  /// Takes note of a key; returns where it stood before, if it did.
  mutating func insert(_ key: JSONText, in cursor: JSONCursor) -> Int? { keys.insert(key, in: cursor) }

  enum Key: String, CaseIterable {
    case compilers, oss, platforms, stacks, targets, versions, arches

    var position: Int {
      switch self {
      case .compilers: 0
      case .oss: 1
      case .platforms: 2
      case .stacks: 3
      case .targets: 4
      case .versions: 5
      case .arches: 6
      }
    }

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
  mutating func readMeta(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard cursor.peekKind() == .object else {
      return try reportWrongType(&cursor, key: "meta", expected: "an object")
    }
    hasMeta = true
    meta.begin()
    try cursor.enterObject()
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      if let first = meta.insert(key, in: cursor) {
        reportDuplicate(cursor.string(key), at: key.start - 1, length: key.count + 2, first: first - 1)
      }
      if let list = PageMeta.Key.allCases.first(where: { cursor.isSame(key, $0.text) }) {
        try readNames(of: list, at: key.start - 1, &cursor)
      } else if cursor.isSame(key, "num_specs") {
        meta.specCount = try readFigure(&cursor, key: "num_specs")
      } else if cursor.isSame(key, "num_specs_by_stack") {
        try readSpecCounts(&cursor, at: key.start - 1)
      } else {
        try cursor.skipValue()
      }
    }
  }

  /// Reads a list of names, and keeps their numbers.
  private mutating func readNames(of key: PageMeta.Key, at place: Int, _ cursor: inout JSONCursor) throws(JSONFault) {
    let start = cursor
    let first = meta.numbers.count
    if readPlainNames(of: key, &cursor) {
      meta.numbers.append(contentsOf: plainNumbers.elements)
    } else {
      cursor = start
      guard try readTexts(&cursor, key: key.text, mayHoldEmpty: key == .compilers) else { return }
      appendNumbers(of: key, cursor)
    }
    meta.names[key.position] = PageMeta.Names(place: place, range: first..<meta.numbers.count)
  }

  private mutating func readPlainNames(of key: PageMeta.Key, _ cursor: inout JSONCursor) -> Bool {
    switch key {
    case .compilers: cursor.readPlainList(&builder.compilers, &plainNumbers)
    case .oss: cursor.readPlainList(&builder.oses, &plainNumbers)
    case .platforms: cursor.readPlainList(&builder.platforms, &plainNumbers)
    case .stacks: cursor.readPlainList(&builder.stacks, &plainNumbers)
    case .targets: cursor.readPlainList(&builder.targets, &plainNumbers)
    case .versions: cursor.readPlainList(&builder.versions, &plainNumbers)
    case .arches: cursor.readPlainList(&arches, &plainNumbers)
    }
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

  private mutating func readSpecCounts(_ cursor: inout JSONCursor, at place: Int) throws(JSONFault) {
    guard cursor.peekKind() == .object else {
      return try reportWrongType(
        &cursor, key: "num_specs_by_stack", expected: "an object with a number for each stack")
    }
    meta.specCountsPlace = place
    listedMarks.begin()
    try cursor.enterObject()
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      let stack = cursor.number(of: key, in: &builder.stacks)
      if listedMarks.isMarked(stack) {
        report(
          .duplicateKey, at: key.start - 1, length: key.count + 2,
          "the key `\(cursor.string(key))` stands twice in `num_specs_by_stack`")
      }
      listedMarks.mark(stack)
      if let figure = try readFigure(&cursor, key: "num_specs_by_stack") { meta.specCounts.append((stack, figure)) }
    }
  }

  /// Appends the numbers of the names in `texts`.
  private mutating func appendNumbers(of key: PageMeta.Key, _ cursor: JSONCursor) {
    switch key {
    case .compilers: for text in texts { meta.numbers.append(cursor.number(of: text, in: &builder.compilers)) }
    case .oss: for text in texts { meta.numbers.append(cursor.number(of: text, in: &builder.oses)) }
    case .platforms: for text in texts { meta.numbers.append(cursor.number(of: text, in: &builder.platforms)) }
    case .stacks: for text in texts { meta.numbers.append(cursor.number(of: text, in: &builder.stacks)) }
    case .targets: for text in texts { meta.numbers.append(cursor.number(of: text, in: &builder.targets)) }
    case .versions: for text in texts { meta.numbers.append(cursor.number(of: text, in: &builder.versions)) }
    case .arches: for text in texts { meta.numbers.append(cursor.number(of: text, in: &arches)) }
    }
  }
}
