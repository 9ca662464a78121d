/// Entries that are found again by a number that is likely to be theirs alone; whoever finds one compares what it
/// stands for. Many may have one number: what finds no place near its own is not found again, so that no document can
/// make a search long.
struct ProbedTable<Entry: ProbedEntry> {
  /// How many slots are tried.
  private static var probeLimit: Int { 16 }

  private(set) var entries: [Entry] = []
  /// Open addressing: the table's mark above the number of an entry; slots with earlier marks are free.
  private var slots: [UInt64]
  private var mark: UInt64 = 1

  /// - Parameter slotCount: a power of two; twice as many as entries that are expected.
  init(slotCount: Int) { slots = Array(repeating: 0, count: slotCount) }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    mark += 1
  }

  /// The first entry with a key for which `isSame` says so.
  @inline(__always)
  func first(_ key: UInt64, where isSame: (Entry) -> Bool) -> Entry? {
    var slot = Int(truncatingIfNeeded: key) & (slots.count &- 1)
    for _ in 0..<ProbedTable.probeLimit {
      guard slots[slot] >> 32 == mark else { return nil }
      let entry = entries[Int(slots[slot] & 0xFFFF_FFFF)]
      if entry.key == key, isSame(entry) { return entry }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 4)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  /// Gives each entry another key. Complexity: O(entries).
  mutating func rekey(_ key: (Entry) -> UInt64) {
    mark += 1
    for index in entries.indices {
      entries[index].key = key(entries[index])
      place(index)
    }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].key) & (slots.count - 1)
    for _ in 0..<ProbedTable.probeLimit {
      if slots[slot] >> 32 != mark {
        slots[slot] = mark << 32 | UInt64(index)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }
}

/// What stands in a `ProbedTable`.
protocol ProbedEntry {
  var key: UInt64 { get set }
}
