import FarmModel

extension PageReader {
  /// Reads the value of `spec_details`.
  mutating func readSpecs(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard cursor.peekKind() == .array else {
      try reportWrongType(&cursor, key: "spec_details", expected: "a list of specs")
      return
    }
    try cursor.enterArray()
    var isFirst = true
    while try cursor.nextElement(&isFirst) {
      guard cursor.peekKind() == .object else {
        try reportWrongType(&cursor, key: "spec_details", expected: "an object for each spec")
        continue
      }
      let start = cursor.offset
      let end = usesFastPath ? repeats.takeAll(from: start, into: &specs) : 0
      if end != 0 { cursor.move(to: end) } else { try readSpec(&cursor, from: start) }
    }
  }

  private mutating func readSpec(_ cursor: inout JSONCursor, from start: Int) throws(JSONFault) {
    let problemCount = problems.count
    var draft = SpecDraft()
    try cursor.enterObject()
    var position = recogniseHead(&draft, from: start, &cursor)
    let hasHead = position != 0
    if hasHead { try readVariants(&cursor, &draft) }
    while let key = try readKey(&cursor, &draft, position) {
      draft.seen.insert(key)
      position += 1
      if key == .variants && !hasHead && problems.count == problemCount {
        keepHead(draft, position, from: start, to: cursor.offset)
      }
      try readValue(of: key, &cursor, &draft)
    }
    finish(&draft, from: start, to: cursor.offset)
    guard problems.count == problemCount, let hash = draft.hash else { return }
    let body = number(ofBody: draft)
    if !hash.hasEscapes, hash.count == DocumentBytes.hashLength, specs.append(body, hashAt: hash.start, in: bytes) {
      if usesFastPath {
        repeats.insert(at: start, end: cursor.offset, hash: hash.start, tarball: draft.tarball, body: body)
      }
    } else {
      specs.append(otherHash: cursor.string(hash), body: body, offset: hash.start)
    }
  }

  /// The number of a body in the page. All specs with the same bytes are recognised, so the same body comes again only
  /// where variants are left out.
  private mutating func number(ofBody draft: SpecDraft) -> UInt32 {
    let next = UInt32(bodyArches.count)
    let number = keepsVariants ? next : knownBodies.number(of: draft.body, arches: draft.arches, next: next)
    if number == next {
      builder.bodies.append(draft.body)
      bodyArches.append(draft.arches)
    }
    return number
  }

  /// Takes all that stands before the value of `variants` from a spec before, if that said the same; returns how many keys
  /// were met, 0 where it is to be read.
  private mutating func recogniseHead(_ draft: inout SpecDraft, from start: Int, _ cursor: inout JSONCursor) -> Int {
    guard usesFastPath else { return 0 }
    let place = repeats.hashPlace(from: start)
    guard place != 0, let known = knownHeads.head(from: start, hash: place, in: bytes), bytes.isHash(at: place) else {
      return 0
    }
    draft.seen = known.head.seen
    draft.body = known.head.body
    draft.hash = JSONText(start: place, end: place + DocumentBytes.hashLength, hasEscapes: false)
    cursor.move(to: known.end)
    return known.head.keyCount
  }

  /// Keeps what stands before the value of `variants`, unless there is more than a body can say.
  private mutating func keepHead(_ draft: SpecDraft, _ keyCount: Int, from start: Int, to end: Int) {
    guard usesFastPath, draft.others == nil, draft.seen.isDisjoint(with: [.arches, .tarball]), let hash = draft.hash,
      !hash.hasEscapes, hash.count == DocumentBytes.hashLength, bytes.isHash(at: hash.start)
    else { return }
    knownHeads.insert(
      KnownHeads.Head(seen: draft.seen, keyCount: keyCount, body: draft.body), from: start, hash: hash.start, end: end,
      in: bytes)
  }

  /// Reads a key of a spec; `nil` at the end of the spec, and an empty set for a key that is not read.
  @inline(__always)
  private mutating func readKey(_ cursor: inout JSONCursor, _ draft: inout SpecDraft, _ position: Int) throws(JSONFault)
    -> SpecKeys?
  {
    let start = cursor.offset
    if let known = knownKeys.key(position, at: start, in: bytes), draft.seen.isDisjoint(with: known.key) {
      cursor.move(to: start + known.count)
      return known.key
    }
    var isFirst = position == 0
    guard let text = try cursor.nextKey(&isFirst) else { return nil }
    let key = SpecKeys(text, in: cursor)
    if key.isEmpty || !draft.seen.isDisjoint(with: key) {
      noteKey(text, key, &draft, cursor)
    } else {
      knownKeys.insert(key, position, at: start..<cursor.offset, in: bytes)
    }
    return key
  }

  /// Reports a key that the spec already has; keys that are not known are kept to be found again.
  private mutating func noteKey(_ key: JSONText, _ name: SpecKeys, _ draft: inout SpecDraft, _ cursor: JSONCursor) {
    if !name.isEmpty {
      report(
        .duplicateKey, at: key.start - 1, length: key.count + 2,
        "the key `\(cursor.string(key))` stands twice in this spec")
    } else {
      var others = draft.others.take() ?? KeyRegister()
      if let first = others.insert(key, in: cursor) {
        reportDuplicate(cursor.string(key), at: key.start - 1, length: key.count + 2, first: first - 1)
      }
      draft.others = others
    }
  }

  @inline(__always)
  private mutating func readValue(of key: SpecKeys, _ cursor: inout JSONCursor, _ draft: inout SpecDraft)
    throws(JSONFault)
  {
    switch key {
    case .hash:
      draft.hash = cursor.readHash()
      if draft.hash == nil { draft.hash = try readText(&cursor, key: "hash") }
    case .os:
      if let number = cursor.readPlain(&builder.oses) {
        draft.body.os = number
      } else if let text = try readText(&cursor, key: "os") {
        draft.body.os = cursor.number(of: text, in: &builder.oses)
      }
    case .platform:
      if let number = cursor.readPlain(&builder.platforms) {
        draft.body.platform = number
      } else if let text = try readText(&cursor, key: "platform") {
        draft.body.platform = cursor.number(of: text, in: &builder.platforms)
      }
    case .target:
      if let number = cursor.readPlain(&builder.targets) {
        draft.body.target = number
      } else if let text = try readText(&cursor, key: "target") {
        draft.body.target = cursor.number(of: text, in: &builder.targets)
      }
    case .compiler:
      if let number = cursor.readPlain(&builder.compilers) {
        draft.body.compiler = number
      } else if let text = try readText(&cursor, key: "compiler", mayBeEmpty: true) {
        draft.body.compiler = cursor.number(of: text, in: &builder.compilers)
      }
    case .versions: try readVersion(&cursor, &draft)
    case .stacks: try readStacks(&cursor, &draft)
    case .variants: try readVariants(&cursor, &draft)
    case .arches: try readArches(&cursor, &draft)
    case .tarball where cursor.peekKind() == .string:
      let text = try cursor.readString()
      draft.tarball = text.hasEscapes ? nil : text.range
    default: try cursor.skipValue()
    }
  }

  private mutating func readVersion(_ cursor: inout JSONCursor, _ draft: inout SpecDraft) throws(JSONFault) {
    let begin = cursor
    if cursor.readPlainList(&builder.versions, &plainNumbers), plainNumbers.count == 1 {
      draft.body.version = plainNumbers.elements[0]
      return
    }
    cursor = begin
    let start = cursor.offset
    guard try readTexts(&cursor, key: "versions") else { return }
    guard texts.count == 1 else {
      let found = texts.isEmpty ? "no version" : "\(texts.count) versions"
      report(
        texts.isEmpty ? .noVersion : .severalVersions, at: start, length: min(cursor.offset - start, 40),
        "found \(found) in `versions`; a spec has exactly one")
      return
    }
    draft.body.version = cursor.number(of: texts[0], in: &builder.versions)
  }

  private mutating func readStacks(_ cursor: inout JSONCursor, _ draft: inout SpecDraft) throws(JSONFault) {
    numbers.removeAll(keepingCapacity: true)
    if cursor.readPlainList(&builder.stacks, &plainNumbers) {
      numbers.append(contentsOf: plainNumbers.elements)
    } else {
      guard try readTexts(&cursor, key: "stacks") else { return }
      for text in texts { numbers.append(cursor.number(of: text, in: &builder.stacks)) }
    }
    numbers.makeStrictlyAscending()
    draft.body.stacks = builder.stackSets.number(of: numbers)
  }

  private mutating func readArches(_ cursor: inout JSONCursor, _ draft: inout SpecDraft) throws(JSONFault) {
    guard let text = try readText(&cursor, key: "arches") else { return }
    let decoded = cursor.decoded(text)
    let dash = UInt8(ascii: "-")
    guard let first = decoded.firstIndex(of: dash), let last = decoded.lastIndex(of: dash), first > 0,
      last > first + 1, last < decoded.count - 1
    else {
      report(
        .invalidArches, at: text.start, length: text.count,
        "found `\(cursor.string(text))` as `arches`; expected PLATFORM-OS-TARGET")
      return
    }
    draft.arches = decoded.withUnsafeBufferPointer { arches.number(of: $0) }
    draft.architecture = decoded.withUnsafeBufferPointer { all in
      (
        builder.platforms.number(of: UnsafeBufferPointer(rebasing: all[..<first])),
        builder.oses.number(of: UnsafeBufferPointer(rebasing: all[(first + 1)..<last])),
        builder.targets.number(of: UnsafeBufferPointer(rebasing: all[(last + 1)...]))
      )
    }
  }

  /// Reports what is missing, and takes the architecture from `arches` where it is not given in parts.
  private mutating func finish(_ draft: inout SpecDraft, from start: Int, to end: Int) {
    let hasParts = draft.seen.isSuperset(of: .architecture)
    if !hasParts, let architecture = draft.architecture, draft.seen.isDisjoint(with: .architecture) {
      (draft.body.platform, draft.body.os, draft.body.target) = architecture
    }
    var required = SpecKeys.required
    if !draft.seen.contains(.arches) || !draft.seen.isDisjoint(with: .architecture) {
      required.formUnion(.architecture)
    }
    guard !draft.seen.isSuperset(of: required) else { return }
    for (key, name) in SpecKeys.names where required.contains(key) && !draft.seen.contains(key) {
      report(.missingKey, at: start, length: min(end - start, 40), "this spec has no `\(name)`")
    }
  }
}
