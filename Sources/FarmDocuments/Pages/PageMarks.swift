/// Which numbers have been met since the marks were last wiped; wiping costs nothing.
struct PageMarks {
  private var stamps: [UInt32] = []
  private var counts: [UInt32] = []
  private var stamp: UInt32 = 0
  /// How many different numbers are marked.
  private(set) var count = 0

  /// Wipes the marks.
  mutating func begin() {
    if stamp == .max {
      for index in stamps.indices { stamps[index] = 0 }
      stamp = 0
    }
    stamp += 1
    count = 0
  }

  /// Marks a number, and adds to what it counts.
  @inline(__always)
  mutating func mark(_ number: UInt32, adding amount: UInt32 = 0) {
    if Int(number) >= stamps.count { grow(to: Int(number) + 1) }
    if stamps[Int(number)] != stamp {
      stamps[Int(number)] = stamp
      counts[Int(number)] = 0
      count += 1
    }
    counts[Int(number)] &+= amount
  }

  @inline(__always)
  func isMarked(_ number: UInt32) -> Bool { Int(number) < stamps.count && stamps[Int(number)] == stamp }

  /// What has been added for a number; 0 where it is not marked.
  func amount(_ number: UInt32) -> UInt32 { isMarked(number) ? counts[Int(number)] : 0 }

  private mutating func grow(to count: Int) {
    let missing = max(count, 2 * stamps.count) - stamps.count
    stamps.append(contentsOf: repeatElement(0, count: missing))
    counts.append(contentsOf: repeatElement(0, count: missing))
  }
}
