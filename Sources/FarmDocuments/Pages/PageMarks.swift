/// Which numbers have been met since the marks were last wiped; wiping costs nothing.
///
/// It has one owner, like the lists it is made of.
struct PageMarks {
  private var stamps = ReusedList<UInt32>(capacity: 64)
  private var counts = ReusedList<UInt32>(capacity: 64)
  private var stamp: UInt32 = 0
  /// How many different numbers are marked.
  private(set) var count = 0

  /// Wipes the marks.
  mutating func begin() {
    if stamp == .max {
      for index in 0..<stamps.count { stamps[index] = 0 }
      stamp = 0
    }
    stamp += 1
    count = 0
  }

  /// Marks a number, and adds to what it counts.
  @inline(__always)
  mutating func mark(_ number: UInt32, adding amount: UInt32 = 0) {
    while Int(number) >= stamps.count {
      stamps.append(0)
      counts.append(0)
    }
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
}
