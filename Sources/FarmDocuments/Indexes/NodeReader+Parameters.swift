import FarmModel

/// The variants of one spec, gathered to be sorted by name as pages sort them.
struct VariantGathering {
  /// A variant: where its name lies, and its number.
  struct Entry {
    /// The first bytes of the name, the first the highest, which tell most names apart.
    fileprivate var start: UInt64
    fileprivate var name: Range<Int>
    var number: UInt32
  }

  /// The names, one behind the other.
  var names: [UInt8] = []
  private(set) var variants: [Entry] = []
  var isAscending = true
  /// The variant that is put together.
  var text: [UInt8] = []
  /// The values of a list.
  var values: [[UInt8]] = []
  var numbers: [UInt32] = []

  mutating func removeAll() {
    names.removeAll(keepingCapacity: true)
    variants.removeAll(keepingCapacity: true)
    isAscending = true
  }

  mutating func append(number: UInt32, name: Range<Int>) {
    var start: UInt64 = 0
    for place in name.lowerBound..<name.lowerBound + 8 {
      start = start << 8 | (place < name.upperBound ? UInt64(names[place]) : 0)
    }
    let entry = Entry(start: start, name: name, number: number)
    if let last = variants.last, !precedes(last, entry) { isAscending = false }
    variants.append(entry)
  }

  /// Sorts by name; returns whether each name stands there once.
  mutating func sort() -> Bool {
    if isAscending { return true }
    var sorted = variants
    variants = []
    sorted.sort { precedes($0, $1) }
    variants = sorted
    return !variants.indices.dropFirst().contains { !precedes(variants[$0 - 1], variants[$0]) }
  }

  private func precedes(_ first: Entry, _ second: Entry) -> Bool {
    first.start == second.start
      ? names[first.name].lexicographicallyPrecedes(names[second.name]) : first.start < second.start
  }
}

extension NodeReader {
  /// Lists of flags for compilers, which are no variants.
  private static let flags: [StaticString] = ["cflags", "cppflags", "cxxflags", "fflags", "ldflags", "ldlibs"]

  /// Reads the parameters of a spec, and returns the number of its list of variants.
  mutating func readParameters(_ cursor: inout JSONCursor) throws(JSONFault) -> UInt32 {
    cursor.skipBlanks()
    let start = cursor.offset
    variants.removeAll()
    guard try enter(.object, &cursor, key: "parameters") else { return 0 }
    var seenFlags = 0
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      if let flag = flag(key, cursor) {
        if seenFlags & 1 << flag != 0 { reportDuplicate(key, in: cursor) }
        seenFlags |= 1 << flag
        try cursor.skipValue()
      } else {
        try readParameter(key, &cursor)
      }
    }
    if !variants.sort() {
      report(.duplicateKey, at: start, length: min(cursor.offset - start, 40), "a parameter of this spec stands twice")
    }
    variants.numbers.removeAll(keepingCapacity: true)
    for variant in variants.variants { variants.numbers.append(variant.number) }
    let known = variantLists.number(of: variants.numbers)
    if Int(known) == variantListNumbers.count {
      variantListNumbers.append(builder.appendVariantList(variants.numbers))
    }
    return variantListNumbers[Int(known)]
  }

  private func flag(_ key: JSONText, _ cursor: JSONCursor) -> Int? {
    key.count < 6 && !key.hasEscapes ? nil : NodeReader.flags.firstIndex { cursor.isSame(key, $0) }
  }

  private mutating func readParameter(_ key: JSONText, _ cursor: inout JSONCursor) throws(JSONFault) {
    if key.count == 0 { report(.emptyName, at: key.start - 1, length: 2, "found an empty text as a parameter's name") }
    let start = variants.names.count
    cursor.append(key, to: &variants.names)
    let name = start..<variants.names.count
    variants.text.removeAll(keepingCapacity: true)
    switch cursor.peekKind() {
    case .boolean:
      variants.text.append(try cursor.readBoolean() ? UInt8(ascii: "+") : UInt8(ascii: "~"))
      variants.text.append(contentsOf: variants.names[name])
    case .string:
      variants.text.append(contentsOf: variants.names[name])
      variants.text.append(UInt8(ascii: "="))
      cursor.append(try cursor.readString(), to: &variants.text)
    case .array:
      variants.text.append(contentsOf: variants.names[name])
      variants.text.append(UInt8(ascii: "="))
      try readValues(&cursor, arePatches: cursor.isSame(key, "patches"))
    default:
      try reportWrongType(&cursor, key: "parameters", expected: "true, false, a string or a list of strings")
      return
    }
    let number = variants.text.withUnsafeBufferPointer { builder.variants.number(of: $0) }
    variants.append(number: number, name: name)
  }

  /// How many characters of a patch's checksum pages print.
  private static let patchLength = 7

  private mutating func readValues(_ cursor: inout JSONCursor, arePatches: Bool) throws(JSONFault) {
    try cursor.enterArray()
    var isFirst = true
    var needsComma = false
    while try cursor.nextElement(&isFirst) {
      guard let text = try readText(&cursor, key: "parameters") else { continue }
      if needsComma { variants.text.append(UInt8(ascii: ",")) }
      needsComma = true
      let start = variants.text.count
      cursor.append(text, to: &variants.text)
      if arePatches, variants.text.count > start + NodeReader.patchLength {
        variants.text.removeSubrange((start + NodeReader.patchLength)...)
      }
    }
  }
}

extension JSONCursor {
  /// Appends what a string means. Here and not in the reader, which would be copied whole to be asked while a part of it
  /// is changed.
  fileprivate func append(_ text: JSONText, to target: inout [UInt8]) {
    if text.hasEscapes {
      target.append(contentsOf: decoded(text))
    } else {
      target.append(contentsOf: bytes.slice(text.range))
    }
  }
}
