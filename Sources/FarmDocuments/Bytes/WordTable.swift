/// Numbers for a few words of eight bytes each, in open addressing. It only recognises: what finds no place near its own
/// is not kept.
struct WordTable<Words: TextWords> {
  private struct Entry {
    var words: Words
    var number: UInt32
  }

  /// How many slots are tried, so that no document can make a search long.
  private static var probeLimit: Int { 8 }

  private var entries = [Entry](repeating: Entry(words: .zero, number: .max), count: 256)
  private var count = 0
  private var shift: UInt64 = 56

  /// The number that was put in for these words; `UInt32.max` where none was.
  @inline(__always)
  func number(of words: Words) -> UInt32 {
    var slot = Int(truncatingIfNeeded: words.mixed >> shift)
    for _ in 0..<WordTable.probeLimit {
      let entry = entries[slot]
      if entry.number == .max || entry.words.isSame(words) { return entry.number }
      slot = (slot &+ 1) & (entries.count &- 1)
    }
    return .max
  }

  /// Puts in a number for words that have none.
  mutating func insert(_ number: UInt32, for words: Words) {
    if count * 2 > entries.count { grow() }
    place(Entry(words: words, number: number))
  }

  private mutating func place(_ entry: Entry) {
    var slot = Int(truncatingIfNeeded: entry.words.mixed >> shift)
    for _ in 0..<WordTable.probeLimit {
      if entries[slot].number == .max {
        entries[slot] = entry
        count += 1
        return
      }
      slot = (slot + 1) & (entries.count - 1)
    }
  }

  private mutating func grow() {
    let known = entries
    entries = Array(repeating: Entry(words: .zero, number: .max), count: known.count * 2)
    count = 0
    shift -= 1
    for entry in known where entry.number != .max { place(entry) }
  }
}

/// Words that can be looked up.
protocol TextWords: BitwiseCopyable {
  static var zero: Self { get }
  /// A number whose highest bits depend on all words. Whoever makes words of one such number has only the probe limit
  /// for it.
  var mixed: UInt64 { get }
  func isSame(_ other: Self) -> Bool
}

/// Sixteen bytes; not a vector, for its words are made one by one.
struct TwoWords: TextWords {
  var first: UInt64
  var second: UInt64

  static var zero: TwoWords { TwoWords(first: 0, second: 0) }

  @inline(__always)
  var mixed: UInt64 { (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xD6E8_FEB8_6659_FD93) }

  @inline(__always)
  func isSame(_ other: TwoWords) -> Bool { (first ^ other.first) | (second ^ other.second) == 0 }
}

/// Thirty-two bytes.
struct FourWords: TextWords {
  var start: TwoWords
  var rest: TwoWords

  static var zero: FourWords { FourWords(start: .zero, rest: .zero) }

  @inline(__always)
  var mixed: UInt64 { (start.mixed &* 0xA076_1D64_78BD_642F) ^ rest.mixed }

  @inline(__always)
  func isSame(_ other: FourWords) -> Bool { start.isSame(other.start) && rest.isSame(other.rest) }
}
