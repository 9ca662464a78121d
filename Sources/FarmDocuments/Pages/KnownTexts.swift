/// What stood in the spec that was read last, for most texts of a spec stand in the one before it at the same position:
/// where the same bytes stand again, their number is known without reading them once more.
struct KnownTexts {
  /// A string between its quotes, without escapes, and its number in an interner.
  struct Text {
    var start = 0
    var count = 0
    var number: UInt32 = 0
  }

  /// All from the end of one value to the start of the next: comma, key, colon and blanks.
  struct Key {
    var start: Int
    var count: Int
    var key: SpecKeys
  }

  /// The texts of the list that was read last. Lists are mostly sorted, so the next one differs from it by few texts
  /// that it has more or fewer.
  struct List {
    fileprivate var texts: [Text] = []
    /// The texts of the list that is being read.
    private var next: [Text] = []
    /// Which of `texts` is expected.
    private var position = 0

    fileprivate mutating func begin() {
      next.removeAll(keepingCapacity: true)
      position = 0
    }

    fileprivate mutating func end() { swap(&texts, &next) }

    fileprivate mutating func removeAll() {
      texts.removeAll(keepingCapacity: true)
      begin()
    }

    /// Takes the text at a place if it is the expected one, or the one behind it.
    @inline(__always)
    fileprivate mutating func take(at start: Int, in bytes: DocumentBytes) -> Text? {
      for skipped in 0..<2 where position + skipped < texts.count {
        var text = texts[position + skipped]
        // The closing quote is compared too.
        guard bytes.isSameShort(at: text.start, and: start, count: text.count + 1) else { continue }
        position += skipped + 1
        text.start = start
        next.append(text)
        return text
      }
      return nil
    }

    @inline(__always)
    fileprivate mutating func append(_ text: Text) { next.append(text) }
  }

  var os = Text()
  var platform = Text()
  var target = Text()
  var compiler = Text()
  var versions = List()
  var stacks = List()
  var variants = List()
  var keys: [Key] = []

  /// Forgets all, for they are places of one document.
  mutating func begin() {
    (os, platform, target, compiler) = (Text(), Text(), Text(), Text())
    versions.removeAll()
    stacks.removeAll()
    variants.removeAll()
    keys.removeAll(keepingCapacity: true)
  }
}

extension DocumentBytes {
  /// Whether two places hold the same bytes; for few bytes quicker than a call.
  @inline(__always)
  func isSameShort(at first: Int, and second: Int, count length: Int) -> Bool {
    guard length <= 16, first + 16 <= count + DocumentBytes.padding, second + 16 <= count + DocumentBytes.padding else {
      return second + length <= count && first + length <= count && isSame(at: first, and: second, count: length)
    }
    let low = word(at: first) ^ word(at: second)
    if length <= 8 { return length == 8 ? low == 0 : low << UInt64(64 - 8 * length) == 0 }
    let high = word(at: first + 8) ^ word(at: second + 8)
    return low == 0 && (length == 16 ? high == 0 : high << UInt64(128 - 8 * length) == 0)
  }
}

extension JSONCursor {
  /// Reads a string that is neither empty nor has anything but plain ASCII, and returns its number; `nil`, and moves
  /// nowhere, where the next value is anything else.
  @inline(__always)
  mutating func readPlain(_ known: inout KnownTexts.Text, _ interner: inout ByteInterner) -> UInt32? {
    guard bytes[offset] == UInt8(ascii: "\""), let end = endOfPlain(offset + 1, &known, &interner) else { return nil }
    move(to: end)
    return known.number
  }

  /// Reads a list of such strings from `[` to `]`; `false`, and moves nowhere, where the next value is anything else.
  @inline(__always)
  mutating func readPlainList(
    _ known: inout KnownTexts.List, _ interner: inout ByteInterner, _ numbers: inout [UInt32]
  ) -> Bool {
    numbers.removeAll(keepingCapacity: true)
    guard bytes[offset] == UInt8(ascii: "[") else { return false }
    known.begin()
    var place = offset + 1
    if bytes[place] == UInt8(ascii: "]") {
      move(to: place + 1)
      return true
    }
    while bytes[place] == UInt8(ascii: "\"") {
      if let text = known.take(at: place + 1, in: bytes) {
        numbers.append(text.number)
        place += text.count + 2
      } else {
        guard let text = readUnknown(place + 1, &interner) else { return false }
        known.append(text)
        numbers.append(text.number)
        place += text.count + 2
      }
      if bytes[place] == UInt8(ascii: "]") {
        known.end()
        move(to: place + 1)
        return true
      }
      guard bytes[place] == UInt8(ascii: ",") else { return false }
      place += bytes[place + 1] == UInt8(ascii: " ") ? 2 : 1
    }
    return false
  }

  /// Where a plain string ends that begins at `start`, behind its closing quote; `known` has its number then.
  @inline(__always)
  private func endOfPlain(_ start: Int, _ known: inout KnownTexts.Text, _ interner: inout ByteInterner) -> Int? {
    // The closing quote is compared too.
    if known.count != 0 && bytes.isSameShort(at: known.start, and: start, count: known.count + 1) {
      return start + known.count + 1
    }
    guard let text = readUnknown(start, &interner) else { return nil }
    known = text
    return start + text.count + 1
  }

  /// Reads a plain string that begins at `start`; `nil` where it is empty or not plain.
  private func readUnknown(_ start: Int, _ interner: inout ByteInterner) -> KnownTexts.Text? {
    var place = start
    while true {
      let special = JSONCursor.specials(in: bytes.word(at: place))
      if special != 0 {
        place += special.trailingZeroBitCount / 8
        break
      }
      place += 8
    }
    guard bytes[place] == UInt8(ascii: "\""), place > start else { return nil }
    return KnownTexts.Text(start: start, count: place - start, number: interner.number(of: bytes.slice(start..<place)))
  }
}
