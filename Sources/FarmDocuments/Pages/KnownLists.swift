/// The lists of texts that were read in the page being read, by their bytes from bracket to bracket: most lists of a
/// new body stand in an earlier one, and equal bytes read equally.
///
/// Only lists that end at the first `]` behind their `[` are known, so that where a list ends is known without reading
/// it: wherever the same bytes stand again, the same list does.
struct KnownLists {
  /// A list that may have been read before.
  struct Candidate {
    var range: Range<Int>
    fileprivate var key: UInt64
  }

  private struct Entry {
    var key: UInt64
    var range: Range<Int>
    var number: UInt32
  }

  /// How many slots are tried, so that no document can make a search long.
  private static let probeLimit = 16

  private let hash: ByteHash
  private var entries: [Entry] = []
  /// Open addressing: the page's number above the number of an entry; slots of earlier pages are free.
  private var slots: [UInt64] = Array(repeating: 0, count: 256)
  private var page: UInt64 = 0

  init(hash: ByteHash) { self.hash = hash }

  /// Forgets all, for they are places of one document.
  mutating func begin() {
    entries.removeAll(keepingCapacity: true)
    page += 1
  }

  /// The list whose bracket stands at an offset, as far as it can be told without reading it; `nil` where there is none.
  @inline(__always)
  func candidate(at start: Int, in bytes: DocumentBytes) -> Candidate? {
    guard bytes[start] == UInt8(ascii: "[") else { return nil }
    let end = bytes.offset(of: UInt8(ascii: "]"), from: start) + 1
    guard end <= bytes.count else { return nil }
    return Candidate(range: start..<end, key: hash(bytes.start + start, count: end - start))
  }

  /// What was put in for the same bytes. Complexity: O(length).
  @inline(__always)
  func number(of candidate: Candidate, in bytes: DocumentBytes) -> UInt32? {
    var slot = Int(truncatingIfNeeded: candidate.key) & (slots.count - 1)
    for _ in 0..<KnownLists.probeLimit {
      guard slots[slot] >> 32 == page else { return nil }
      let entry = entries[Int(slots[slot] & 0xFFFF_FFFF)]
      if entry.key == candidate.key, entry.range.count == candidate.range.count,
        bytes.isSame(at: entry.range.lowerBound, and: candidate.range.lowerBound, count: entry.range.count)
      {
        return entry.number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Takes in a list that was read without a problem and ended where the candidate does.
  mutating func insert(_ candidate: Candidate, number: UInt32) {
    entries.append(Entry(key: candidate.key, range: candidate.range, number: number))
    if entries.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 4)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].key) & (slots.count - 1)
    for _ in 0..<KnownLists.probeLimit {
      if slots[slot] >> 32 != page {
        slots[slot] = page << 32 | UInt64(index)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }
}
