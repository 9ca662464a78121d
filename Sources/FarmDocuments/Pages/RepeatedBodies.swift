import FarmModel

/// The bodies of specs that stand in the page being read, to recognise those that come again.
///
/// Most specs of a page differ from an earlier one in the hash only. The bytes of a spec but its hash are looked up in
/// a table of those read before and compared one by one: equal bytes read equally, so what was found for the first
/// holds for the others. Whatever is not recognised is read by the strict reader; whatever has a problem is never put
/// into the table. So the result, and every diagnostic, is the same with and without this.
struct RepeatedBodies {
  /// A spec that has been read.
  private struct Entry {
    var key: UInt64
    /// Where the bytes behind its hash stand.
    var rest: UInt32
    var body: UInt32
    var shape: Shape
  }

  /// What two specs must have in common for their bytes behind the hash to be compared.
  private struct Shape {
    /// Which of the page's beginnings it has; that says where its hash stands, too.
    var beginning: UInt32
    /// How many bytes stand behind the hash.
    var count: UInt32
    /// Where the hash stands again within these, in the `tarball` address; `UInt32.max` where it does not.
    var repeatedHash: UInt32

    @inline(__always)
    init(beginning: Int, count: Int, repeatedHash: UInt32) {
      self.beginning = UInt32(truncatingIfNeeded: beginning)
      self.count = UInt32(truncatingIfNeeded: count)
      self.repeatedHash = repeatedHash
    }

    @inline(__always)
    func isSame(_ other: Shape) -> Bool {
      (beginning ^ other.beginning) | (count ^ other.count) | (repeatedHash ^ other.repeatedHash) == 0
    }
  }

  /// All of a spec up to its hash, which few compilers make different.
  private struct Beginning {
    var start: Int
    /// At least eight bytes.
    var count: Int
  }

  /// How many slots are tried, so that no document can make a search long.
  private static let probeLimit = 16
  /// How many beginnings are tried.
  private static let beginningLimit = 16
  private static let noHash = UInt32.max

  private var bytes: DocumentBytes
  private var entries: [Entry] = []
  /// Open addressing: the page's number above the number of an entry; slots of earlier pages are free.
  private var slots: [UInt64] = Array(repeating: 0, count: 1024)
  private var page: UInt64 = 0
  private var beginnings: [Beginning] = []
  private var repeatsHash = false
  private var repeatedHashFromEnd = 0
  /// The spec that was looked for last, which is the one that is put in next.
  private var missed = (
    rest: -1, shape: Shape(beginning: 0, count: 0, repeatedHash: RepeatedBodies.noHash), key: UInt64(0)
  )

  /// Where a spec stands that was not recognised.
  private var unknownStart = -1

  init(bytes: DocumentBytes) { self.bytes = bytes }

  mutating func begin(_ bytes: DocumentBytes) {
    self.bytes = bytes
    entries.removeAll(keepingCapacity: true)
    beginnings.removeAll(keepingCapacity: true)
    repeatsHash = false
    missed.rest = -1
    unknownStart = -1
    page += 1
  }

  /// Recognises the spec whose brace stands at an offset and those that follow it, appends them to the specs of the
  /// page, and returns where the last one ends; 0 where the first is not recognised. Complexity: O(length of the specs).
  mutating func takeAll(from start: Int, into specs: inout PageSpecs) -> Int {
    // It was tried behind the spec before it.
    if start == unknownStart { return 0 }
    var end = take(at: start, into: &specs)
    if end == 0 { return 0 }
    while bytes.word(at: end) & 0xFF_FFFF == RepeatedBodies.commaBlankBrace {
      let next = take(at: end &+ 2, into: &specs)
      if next == 0 {
        unknownStart = end &+ 2
        break
      }
      end = next
    }
    return end
  }

  /// `, {`, which stands between most specs, the first byte the lowest.
  private static let commaBlankBrace: UInt64 = 0x7B_20_2C

  /// Recognises one spec; returns where it ends, or 0.
  private mutating func take(at start: Int, into specs: inout PageSpecs) -> Int {
    let beginning = beginning(at: start)
    guard beginning >= 0 else { return 0 }
    let place = start &+ beginnings[beginning].count
    let rest = place &+ DocumentBytes.hashLength
    if repeatsHash { return take(place, beginning: beginning, into: &specs) }
    var sum = ByteSum(seed: UInt64(truncatingIfNeeded: beginning))
    let end = sum.addThroughBrace(bytes, from: rest)
    if end == 0 { return 0 }
    let shape = Shape(beginning: beginning, count: end &- rest, repeatedHash: RepeatedBodies.noHash)
    let key = sum.key
    let body = body(shape, key) { bytes.isSame(at: $0, and: rest, count: end &- rest) }
    if body != .max, specs.append(body, hashAt: place, in: bytes) { return end }
    missed = (rest, shape, key)
    return 0
  }

  /// The same in a page where a hash has stood twice in a spec; apart, so that the usual case stays short.
  @inline(never)
  private mutating func take(_ place: Int, beginning: Int, into specs: inout PageSpecs) -> Int {
    let rest = place + DocumentBytes.hashLength
    let end = bytes.offset(of: UInt8(ascii: "}"), from: rest) + 1
    guard end <= bytes.count else { return 0 }
    let shape = Shape(beginning: beginning, count: end - rest, repeatedHash: repeatedHash(rest: rest, end: end))
    let key = key(rest, shape)
    let body = body(shape, key) { isSame($0, rest, shape) }
    if body != .max, specs.append(body, hashAt: place, in: bytes) { return end }
    missed = (rest, shape, key)
    return 0
  }

  /// The body of the entry that has the same bytes behind its hash; `UInt32.max` where none has.
  @inline(__always)
  private func body(_ shape: Shape, _ key: UInt64, isSame: (Int) -> Bool) -> UInt32 {
    var slot = Int(truncatingIfNeeded: key) & (slots.count &- 1)
    for _ in 0..<RepeatedBodies.probeLimit {
      guard slots[slot] >> 32 == page else { break }
      let entry = entries[Int(slots[slot] & 0xFFFF_FFFF)]
      if entry.key == key, entry.shape.isSame(shape), isSame(Int(entry.rest)) { return entry.body }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return .max
  }

  /// Takes in a spec that was read without a problem.
  ///
  /// - Parameter tarball: where the text of `tarball` stands, if it has no escapes. Only there the hash may stand again
  ///   and be left out, for that text is passed over.
  mutating func insert(at start: Int, end: Int, hash place: Int, tarball: Range<Int>?, body: UInt32) {
    let rest = place + DocumentBytes.hashLength
    var repeated = RepeatedBodies.noHash
    if let tarball {
      repeated = repeatedHash(rest: rest, end: end)
      let isInside =
        repeated != RepeatedBodies.noHash && rest + Int(repeated) >= tarball.lowerBound
        && rest + Int(repeated) + DocumentBytes.hashLength <= tarball.upperBound
      if !isInside { repeated = RepeatedBodies.noHash }
      repeatsHash = repeatsHash || isInside
    }
    let beginning = missed.rest == rest ? Int(missed.shape.beginning) : takeBeginning(start..<place)
    guard beginning >= 0 else { return }
    let shape = Shape(beginning: beginning, count: end - rest, repeatedHash: repeated)
    let key = missed.rest == rest && missed.shape.isSame(shape) ? missed.key : key(rest, shape)
    add(Entry(key: key, rest: UInt32(truncatingIfNeeded: rest), body: body, shape: shape))
  }

  /// The number of a beginning, which is given one if it is new; negative where it gets none.
  private mutating func takeBeginning(_ range: Range<Int>) -> Int {
    guard range.count >= 8 else { return -1 }
    let known = beginning(at: range.lowerBound)
    if known >= 0 && beginnings[known].count == range.count { return known }
    if beginnings.count == RepeatedBodies.beginningLimit { return -1 }
    beginnings.append(Beginning(start: range.lowerBound, count: range.count))
    return beginnings.count - 1
  }

  /// The number of the beginning that stands at an offset; negative where none does.
  @inline(__always)
  private func beginning(at start: Int) -> Int {
    for index in beginnings.indices {
      let beginning = beginnings[index]
      if start &+ beginning.count &+ DocumentBytes.hashLength < bytes.count,
        bytes.isSameFew(at: beginning.start, and: start, count: beginning.count)
      {
        return index
      }
    }
    return -1
  }

  private mutating func add(_ entry: Entry) {
    entries.append(entry)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 4)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].key) & (slots.count - 1)
    for _ in 0..<RepeatedBodies.probeLimit {
      if slots[slot] >> 32 != page {
        slots[slot] = page << 32 | UInt64(index)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// Where the hash of a spec stands once more behind itself, from `rest`; `noHash` where it does not. Tried first where
  /// it stood in the spec before, from the end.
  private mutating func repeatedHash(rest: Int, end: Int) -> UInt32 {
    let hash = rest - DocumentBytes.hashLength
    let usual = end - repeatedHashFromEnd
    if usual >= rest, usual + DocumentBytes.hashLength <= end,
      bytes.isSame(at: usual, and: hash, count: DocumentBytes.hashLength)
    {
      return UInt32(truncatingIfNeeded: usual - rest)
    }
    guard let found = bytes.offset(ofSame: hash, count: DocumentBytes.hashLength, in: rest..<end) else {
      return RepeatedBodies.noHash
    }
    repeatedHashFromEnd = end - found
    return UInt32(truncatingIfNeeded: found - rest)
  }

  private func key(_ rest: Int, _ shape: Shape) -> UInt64 {
    var sum = ByteSum(seed: UInt64(shape.beginning))
    if shape.repeatedHash == RepeatedBodies.noHash {
      sum.add(bytes.start + rest, count: Int(shape.count))
      return sum.key
    }
    let last = Int(shape.repeatedHash) + DocumentBytes.hashLength
    sum.add(bytes.start + rest, count: Int(shape.repeatedHash))
    sum.add(bytes.start + rest + last, count: Int(shape.count) - last)
    return sum.key
  }

  private func isSame(_ first: Int, _ second: Int, _ shape: Shape) -> Bool {
    if shape.repeatedHash == RepeatedBodies.noHash {
      return bytes.isSame(at: first, and: second, count: Int(shape.count))
    }
    let last = Int(shape.repeatedHash) + DocumentBytes.hashLength
    return bytes.isSame(at: first, and: second, count: Int(shape.repeatedHash))
      && bytes.isSame(at: first + last, and: second + last, count: Int(shape.count) - last)
  }
}
