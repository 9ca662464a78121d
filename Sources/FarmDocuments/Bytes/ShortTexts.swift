/// Numbers of short texts, by the words of eight bytes that they are made of: where a text ends and which one it is, is
/// found out in one step, for most texts of a document have been met before.
///
/// Only texts of plain ASCII are put in, so that a text that is found needs no other check. It only recognises: whatever
/// is not found is read and numbered by others.
struct ShortTexts {
  /// What stands at a place: the number of the text and its length in bytes; length 0 where it is not known.
  struct Found {
    var number: UInt32
    var count: Int
  }

  private struct Entry {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0
    /// In bytes. It is compared too: a zero byte at the end, which no text may have, is no byte of the words.
    var count: UInt32 = 0
    var number = UInt32.max

    /// Whether the words are the same.
    @inline(__always)
    func isSame(_ other: Entry) -> Bool {
      (first ^ other.first) | (second ^ other.second) | (third ^ other.third) | (fourth ^ other.fourth)
        | UInt64(count ^ other.count) == 0
    }

    /// Multiplied by odd numbers and added: whoever makes texts of one sum has only the probe limit for it.
    @inline(__always)
    var key: UInt64 {
      (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xD6E8_FEB8_6659_FD93) ^ (third &* 0xA076_1D64_78BD_642F)
        ^ (fourth &* 0xE703_7ED1_A0B4_28DB)
    }
  }

  /// How many slots are tried, so that no document can make a search long.
  private static let probeLimit = 8

  private var entries = [Entry](repeating: Entry(), count: 256)
  private var count = 0
  private var shift: UInt64 = 56

  /// The text that begins at an offset, behind its quote, if it is known.
  @inline(__always)
  func text(at offset: Int, in bytes: DocumentBytes) -> Found {
    let text = ShortTexts.read(offset, bytes)
    if text.count == 0 { return Found(number: 0, count: 0) }
    var slot = Int(truncatingIfNeeded: text.key >> shift)
    for _ in 0..<ShortTexts.probeLimit {
      let entry = entries[slot]
      if entry.isSame(text) { return Found(number: entry.number, count: Int(text.count)) }
      if entry.number == .max { break }
      slot = (slot + 1) & (entries.count - 1)
    }
    return Found(number: 0, count: 0)
  }

  /// Takes in the text of plain ASCII that begins at an offset, with its number; not if it is long.
  mutating func insert(_ number: UInt32, at offset: Int, in bytes: DocumentBytes) {
    var text = ShortTexts.read(offset, bytes)
    if text.count == 0 { return }
    if count * 2 > entries.count { grow() }
    text.number = number
    place(text)
  }

  private mutating func place(_ text: Entry) {
    var slot = Int(truncatingIfNeeded: text.key >> shift)
    for _ in 0..<ShortTexts.probeLimit {
      if entries[slot].number == .max {
        entries[slot] = text
        count += 1
        return
      }
      slot = (slot + 1) & (entries.count - 1)
    }
  }

  private mutating func grow() {
    let known = entries
    entries = Array(repeating: Entry(), count: known.count * 2)
    count = 0
    shift -= 1
    for entry in known where entry.number != .max { place(entry) }
  }

  /// The words of the text up to the next quote; of length 0 where there is none within 32 bytes.
  @inline(__always)
  private static func read(_ offset: Int, _ bytes: DocumentBytes) -> Entry {
    var text = Entry()
    text.first = bytes.word(at: offset)
    var mark = quotes(in: text.first)
    if mark != 0 {
      text.first &= below(mark)
      text.count = length(mark)
      return text
    }
    text.second = bytes.word(at: offset + 8)
    mark = quotes(in: text.second)
    if mark != 0 {
      text.second &= below(mark)
      text.count = 8 + length(mark)
      return text
    }
    text.third = bytes.word(at: offset + 16)
    mark = quotes(in: text.third)
    if mark != 0 {
      text.third &= below(mark)
      text.count = 16 + length(mark)
      return text
    }
    text.fourth = bytes.word(at: offset + 24)
    mark = quotes(in: text.fourth)
    text.fourth &= below(mark)
    text.count = mark == 0 ? 0 : 24 + length(mark)
    return text
  }

  /// How many bytes stand before the first mark.
  @inline(__always)
  private static func length(_ mark: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: mark.trailingZeroBitCount >> 3) }

  /// Marks the first quote of a word by the highest bit of its byte; marks of higher bytes may be false.
  @inline(__always)
  private static func quotes(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let others = word ^ (ones &* 0x22)
    return (others &- ones) & ~others & (ones &* 0x80)
  }

  /// All bytes below the first mark.
  @inline(__always)
  private static func below(_ mark: UInt64) -> UInt64 { ((mark & (0 &- mark)) >> 7) &- 1 }
}
