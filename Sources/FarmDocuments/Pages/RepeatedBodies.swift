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
    var start: UInt32
    var body: UInt32
    var shape: Shape
  }

  /// Where the parts of a spec stand, in bytes from its start.
  private struct Shape: Equatable {
    var count: UInt32
    /// The hash.
    var hash: UInt32
    /// The hash within the `tarball` address; 0 where there is none.
    var repeatedHash: UInt32

    @inline(__always)
    init(count: Int, hash: Int, repeatedHash: Int) {
      self.count = UInt32(truncatingIfNeeded: count)
      self.hash = UInt32(truncatingIfNeeded: hash)
      self.repeatedHash = UInt32(truncatingIfNeeded: repeatedHash)
    }

    @inline(__always)
    static func == (first: Shape, second: Shape) -> Bool {
      (first.count ^ second.count) | (first.hash ^ second.hash) | (first.repeatedHash ^ second.repeatedHash) == 0
    }
  }

  /// How many slots are tried, so that no document can make a search long.
  private static let probeLimit = 16
  /// How many places of the hash are tried; it moves with the length of the compiler's name.
  private static let hashPlaceLimit = 8

  private var bytes: DocumentBytes
  private var entries: [Entry] = []
  /// Open addressing: the page's number above the number of an entry; slots of earlier pages are free.
  private var slots: [UInt64] = Array(repeating: 0, count: 1024)
  private var page: UInt64 = 0
  /// Where the hash has stood in specs of this page.
  private var hashPlaces: [Int] = []
  /// The eight bytes before the hash.
  private var beforeHash: UInt64 = 0
  private var repeatsHash = false
  private var repeatedHashFromEnd = 0
  /// The spec that was looked for last, which is the one that is put in next.
  private var missed = (start: -1, shape: Shape(count: 0, hash: 0, repeatedHash: 0), key: UInt64(0))

  init(bytes: DocumentBytes) { self.bytes = bytes }

  mutating func begin(_ bytes: DocumentBytes) {
    self.bytes = bytes
    entries.removeAll(keepingCapacity: true)
    hashPlaces.removeAll(keepingCapacity: true)
    repeatsHash = false
    missed.start = -1
    page += 1
  }

  /// Recognises the spec whose brace stands at an offset, appends it to the specs of the page, and returns where it
  /// ends; 0 where it is not recognised. Complexity: O(length of the spec).
  @inline(__always)
  mutating func take(at start: Int, into specs: inout PageSpecs) -> Int {
    let place = hashPlace(at: start)
    guard place != 0 else { return 0 }
    let end = bytes.offset(of: UInt8(ascii: "}"), from: start + place + PackedHash.textCount) + 1
    guard end <= bytes.count else { return 0 }
    let shape = Shape(
      count: end - start, hash: place,
      repeatedHash: repeatsHash ? repeatedHash(at: start, end: end, hash: place) : 0)
    let key = key(at: start, shape)
    guard let body = body(at: start, shape, key), let hash = bytes.packedHash(at: start + place) else {
      missed = (start, shape, key)
      return 0
    }
    specs.append(hash, body: body, offset: start + place)
    return end
  }

  /// The body of the entry that has the same bytes.
  @inline(__always)
  private func body(at start: Int, _ shape: Shape, _ key: UInt64) -> UInt32? {
    var slot = Int(truncatingIfNeeded: key) & (slots.count - 1)
    for _ in 0..<RepeatedBodies.probeLimit {
      guard slots[slot] >> 32 == page else { return nil }
      let entry = entries[Int(slots[slot] & 0xFFFF_FFFF)]
      if entry.key == key, entry.shape == shape, isSame(Int(entry.start), start, shape) { return entry.body }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Takes in a spec that was read without a problem.
  ///
  /// - Parameter tarball: where the text of `tarball` stands, if it has no escapes. Only there the hash may stand again
  ///   and be left out, for that text is passed over.
  mutating func insert(at start: Int, end: Int, hash place: Int, tarball: Range<Int>?, body: UInt32) {
    guard place - start >= 8 else { return }
    var repeated = 0
    if let tarball {
      repeated = repeatedHash(at: start, end: end, hash: place - start)
      let isInside =
        start + repeated >= tarball.lowerBound
        && start + repeated + PackedHash.textCount <= tarball.upperBound
      if !isInside { repeated = 0 }
      repeatsHash = repeatsHash || repeated != 0
    }
    noteHashPlace(place - start, start: start)
    let shape = Shape(count: end - start, hash: place - start, repeatedHash: repeated)
    let key = missed.start == start && missed.shape == shape ? missed.key : key(at: start, shape)
    add(Entry(key: key, start: UInt32(truncatingIfNeeded: start), body: body, shape: shape))
  }

  private mutating func noteHashPlace(_ place: Int, start: Int) {
    if entries.isEmpty { beforeHash = bytes.word(at: start + place - 8) }
    if !hashPlaces.contains(place) && hashPlaces.count < RepeatedBodies.hashPlaceLimit { hashPlaces.append(place) }
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

  /// Where the hash stands, in bytes from the start of a spec; 0 where it stands at none of the known places.
  @inline(__always)
  private func hashPlace(at start: Int) -> Int {
    for place in hashPlaces where start + place <= bytes.count {
      if bytes.word(at: start + place - 8) == beforeHash { return place }
    }
    return 0
  }

  /// Where the hash of a spec stands once more behind itself, from the start of the spec; 0 where it does not. Tried
  /// first where it stood in the spec before, from the end.
  private mutating func repeatedHash(at start: Int, end: Int, hash place: Int) -> Int {
    let rest = start + place + PackedHash.textCount
    let usual = end - repeatedHashFromEnd
    if usual >= rest, usual + PackedHash.textCount <= end,
      bytes.isSame(at: usual, and: start + place, count: PackedHash.textCount)
    {
      return usual - start
    }
    guard let found = bytes.offset(ofSame: start + place, count: PackedHash.textCount, in: rest..<end) else { return 0 }
    repeatedHashFromEnd = end - found
    return found - start
  }

  @inline(__always)
  private func key(at start: Int, _ shape: Shape) -> UInt64 {
    let base = bytes.start + start
    let hash = Int(shape.hash)
    let rest = hash + PackedHash.textCount
    var sum = ByteSum()
    sum.add(base, count: hash)
    if shape.repeatedHash == 0 {
      sum.add(base + rest, count: Int(shape.count) - rest)
    } else {
      let last = Int(shape.repeatedHash) + PackedHash.textCount
      sum.add(base + rest, count: Int(shape.repeatedHash) - rest)
      sum.add(base + last, count: Int(shape.count) - last)
    }
    return sum.key
  }

  @inline(__always)
  private func isSame(_ first: Int, _ second: Int, _ shape: Shape) -> Bool {
    let hash = Int(shape.hash)
    let rest = hash + PackedHash.textCount
    guard bytes.isSameFew(at: first, and: second, count: hash) else { return false }
    if shape.repeatedHash == 0 {
      return bytes.isSame(at: first + rest, and: second + rest, count: Int(shape.count) - rest)
    }
    let last = Int(shape.repeatedHash) + PackedHash.textCount
    return bytes.isSame(at: first + rest, and: second + rest, count: Int(shape.repeatedHash) - rest)
      && bytes.isSame(at: first + last, and: second + last, count: Int(shape.count) - last)
  }
}
