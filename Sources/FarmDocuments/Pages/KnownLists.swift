/// The lists of texts that were read in the page being read, from bracket to bracket: many a list of a new body stands
/// in an earlier one, and equal bytes read equally, where they end, too.
struct KnownLists {
  private struct Entry: ProbedEntry {
    var key: UInt64
    var start: UInt32
    var count: UInt32
    var number: UInt32
  }

  private var table = ProbedTable<Entry>(slotCount: 256)
  private var sample = ByteSample(step: 32)

  /// Forgets all, for they are places of one document.
  mutating func begin() {
    table.removeAll()
    sample.removeAll()
  }

  /// What was put in for a list that stands at an offset, too, and where that ends. Complexity: O(length).
  @inline(__always)
  func list(at start: Int, in bytes: DocumentBytes) -> (number: UInt32, end: Int)? {
    guard sample.count <= bytes.count &- start else { return nil }
    let entry = table.first(sample.key(bytes.start + start, seed: 0)) { entry in
      Int(entry.count) <= bytes.count &- start
        && bytes.isSame(at: Int(entry.start), and: start, count: Int(entry.count))
    }
    return entry.map { ($0.number, start &+ Int($0.count)) }
  }

  /// Takes in a list that was read without a problem, unless it is short.
  mutating func insert(_ range: Range<Int>, number: UInt32, in bytes: DocumentBytes) {
    guard range.count >= ByteSample.fewest else { return }
    if sample.shorten(to: range.count) {
      table.rekey { [sample] in sample.key(bytes.start + Int($0.start), seed: 0) }
    }
    table.insert(
      Entry(
        key: sample.key(bytes.start + range.lowerBound, seed: 0), start: UInt32(truncatingIfNeeded: range.lowerBound),
        count: UInt32(truncatingIfNeeded: range.count), number: number))
  }
}
