import FarmModel

/// The bodies of specs that stand in the page being read, to recognise those that come again.
///
/// Most specs of a page differ from an earlier one in the hash only. A few bytes of a spec say which of those read before
/// it may be like, and all its bytes but the hash are compared with that one's: equal bytes read equally, so what was
/// found for the first holds for the others, where it ends, too. Whatever is not recognised is read by the strict reader;
/// whatever has a problem is never put into the table. So the result, and every diagnostic, is the same with and without
/// this.
struct RepeatedBodies {
  /// A spec that has been read: its beginning, its hash and what stands behind that.
  private struct Entry: ProbedEntry {
    var key: UInt64
    /// Where its hash stands.
    var place: UInt32
    /// How many bytes stand before the hash.
    var beginning: UInt32
    /// How many bytes stand behind the hash, up to where it stands again or to the end.
    var first: UInt32
    /// How many bytes stand behind the hash in all.
    var count: UInt32
    var body: UInt32
  }

  /// What stands before a hash, as far as it shows where the hash is.
  private struct Beginning {
    /// At least eight bytes.
    var count: Int
    /// The last eight of them.
    var lastWord: UInt64
  }

  /// How many beginnings are tried, which differ in length: compilers of one length share theirs.
  private static let beginningLimit = 16

  private var bytes: DocumentBytes
  private var table = ProbedTable<Entry>(slotCount: 1024)
  /// Of the bytes behind a hash.
  private var sample = ByteSample(step: 64)
  /// Kept from page to page, for they are the same in all pages of a farm.
  private var beginnings: [Beginning] = []
  /// How far from the end the hash stood again in the spec before.
  private var repeatedHashFromEnd = 0
  /// Where a spec stands that was not recognised.
  private var unknownStart = -1

  init(bytes: DocumentBytes) { self.bytes = bytes }

  mutating func begin(_ bytes: DocumentBytes) {
    self.bytes = bytes
    table.removeAll()
    sample.removeAll()
    if beginnings.count == RepeatedBodies.beginningLimit { beginnings.removeAll() }
    unknownStart = -1
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
    let place = hashPlace(from: start)
    let rest = place &+ DocumentBytes.hashLength
    guard place != 0, sample.count <= bytes.count &- rest else { return 0 }
    guard let entry = table.first(sample.key(ofSpec: start, place, in: bytes), where: { isSame($0, start, place) })
    else { return 0 }
    return specs.append(entry.body, hashAt: place, in: bytes) ? rest &+ Int(entry.count) : 0
  }

  /// Where the hash of the spec stands that begins at an offset; 0 where the spec begins like none before it.
  @inline(__always)
  func hashPlace(from start: Int) -> Int {
    for beginning in beginnings {
      let place = start &+ beginning.count
      if place < bytes.count, bytes.word(at: place &- 8) == beginning.lastWord { return place }
    }
    return 0
  }

  /// Whether a spec has the bytes of another but for the hash, which stands again where the other's does.
  @inline(__always)
  private func isSame(_ entry: Entry, _ start: Int, _ place: Int) -> Bool {
    let beginning = Int(entry.beginning)
    let other = Int(entry.place) &+ DocumentBytes.hashLength
    let rest = place &+ DocumentBytes.hashLength
    let first = Int(entry.first)
    // The last bytes first, for there most versions stand.
    guard place &- start == beginning, Int(entry.count) <= bytes.count &- rest,
      bytes.word(at: rest &+ first &- 8) == bytes.word(at: other &+ first &- 8),
      bytes.word(at: rest &+ first &- 16) == bytes.word(at: other &+ first &- 16),
      bytes.isSameFew(at: Int(entry.place) &- beginning, and: start, count: beginning),
      bytes.isSame(at: other, and: rest, count: first)
    else { return false }
    return entry.first == entry.count || isSameBehind(entry, place)
  }

  /// Whether a spec's hash stands again where another's does, and the same bytes behind it.
  private func isSameBehind(_ entry: Entry, _ place: Int) -> Bool {
    let length = DocumentBytes.hashLength
    let again = length + Int(entry.first)
    return bytes.isSame(at: place, and: place + again, count: length)
      && bytes.isSame(
        at: Int(entry.place) + again + length, and: place + again + length,
        count: Int(entry.count - entry.first) - length)
  }

  /// Takes in a spec that was read without a problem.
  ///
  /// - Parameter tarball: where the text of `tarball` stands, if it has no escapes. Only there the hash may stand again
  ///   and be left out, for that text is passed over.
  mutating func insert(at start: Int, end: Int, hash place: Int, tarball: Range<Int>?, body: UInt32) {
    let rest = place + DocumentBytes.hashLength
    let again = tarball.flatMap { repeatedHash(place, in: $0) }
    let first = (again ?? end) - rest
    guard first >= ByteSample.fewest, note(start..<place) else { return }
    if sample.shorten(to: first) {
      table.rekey { [sample, bytes] in sample.key(ofSpec: Int($0.place) - Int($0.beginning), Int($0.place), in: bytes) }
    }
    table.insert(
      Entry(
        key: sample.key(ofSpec: start, place, in: bytes), place: UInt32(truncatingIfNeeded: place),
        beginning: UInt32(truncatingIfNeeded: place - start), first: UInt32(truncatingIfNeeded: first),
        count: UInt32(truncatingIfNeeded: end - rest), body: body))
  }

  /// Keeps how a spec begins up to its hash; `false` where that cannot be kept.
  private mutating func note(_ range: Range<Int>) -> Bool {
    guard range.count >= 8 else { return false }
    let beginning = Beginning(count: range.count, lastWord: bytes.word(at: range.upperBound - 8))
    if beginnings.contains(where: { $0.count == beginning.count && $0.lastWord == beginning.lastWord }) { return true }
    if beginnings.count == RepeatedBodies.beginningLimit { return false }
    beginnings.append(beginning)
    return true
  }

  /// Where the hash that stands at a place stands once more within a text. Tried first where it stood in the spec before,
  /// from the end.
  private mutating func repeatedHash(_ hash: Int, in text: Range<Int>) -> Int? {
    let length = DocumentBytes.hashLength
    let usual = text.upperBound - repeatedHashFromEnd
    if usual >= text.lowerBound, usual + length <= text.upperBound, bytes.isSame(at: usual, and: hash, count: length) {
      return usual
    }
    guard let found = bytes.offset(ofSame: hash, count: length, in: text) else { return nil }
    repeatedHashFromEnd = text.upperBound - found
    return found
  }
}

extension ByteSample {
  /// What the spec that begins at an offset is looked up by: some bytes behind its hash, which stands at a place, and
  /// eight before it, where compilers differ. As many bytes as are sampled stand behind the hash.
  @inline(__always)
  func key(ofSpec start: Int, _ place: Int, in bytes: DocumentBytes) -> UInt64 {
    key(bytes.start + place + DocumentBytes.hashLength, seed: bytes.middleWord(of: start..<place))
  }
}
