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

    static let none = Found(number: 0, count: 0)
  }

  /// Texts of at most 15 bytes, which most are.
  private var short = WordTable<TwoWords>()
  /// Texts of 16 to 31 bytes.
  private var long = WordTable<FourWords>()

  /// The text that begins at an offset, behind its quote, if it is known.
  @inline(__always)
  func text(at offset: Int, in bytes: DocumentBytes) -> Found {
    let text = ShortTexts.read(offset, bytes)
    if text.end == 0 { return longText(at: offset, in: bytes) }
    let number = short.number(of: text.words)
    return number == .max ? .none : Found(number: number, count: text.end &- 1)
  }

  private func longText(at offset: Int, in bytes: DocumentBytes) -> Found {
    let text = ShortTexts.readLong(offset, bytes)
    let number = text.end == 0 ? .max : long.number(of: text.words)
    return number == .max ? .none : Found(number: number, count: text.end - 1)
  }

  /// Takes in the text of plain ASCII that begins at an offset, with its number; not if it is long.
  mutating func insert(_ number: UInt32, at offset: Int, in bytes: DocumentBytes) {
    let text = ShortTexts.read(offset, bytes)
    if text.end != 0 { return short.insert(number, for: text.words) }
    let longText = ShortTexts.readLong(offset, bytes)
    if longText.end != 0 { long.insert(number, for: longText.words) }
  }

  /// The words of a text up to the quote behind it, which belongs to them, so that no byte behind a text can be taken
  /// for a part of it; and where the quote ends, 0 where there is none within 16 bytes.
  @inline(__always)
  private static func read(_ offset: Int, _ bytes: DocumentBytes) -> (words: TwoWords, end: Int) {
    let first = bytes.word(at: offset)
    let mark = quotes(in: first)
    if mark != 0 { return (TwoWords(first: first & through(mark), second: 0), end(mark)) }
    let second = bytes.word(at: offset &+ 8)
    let other = quotes(in: second)
    return (TwoWords(first: first, second: second & through(other)), other == 0 ? 0 : 8 &+ end(other))
  }

  /// The same of a text that has no quote within 16 bytes.
  private static func readLong(_ offset: Int, _ bytes: DocumentBytes) -> (words: FourWords, end: Int) {
    let rest = read(offset + 16, bytes)
    let start = TwoWords(first: bytes.word(at: offset), second: bytes.word(at: offset + 8))
    return (FourWords(start: start, rest: rest.words), rest.end == 0 ? 0 : 16 + rest.end)
  }

  /// How many bytes there are up to the end of the first marked one.
  @inline(__always)
  private static func end(_ mark: UInt64) -> Int { mark.trailingZeroBitCount >> 3 &+ 1 }

  /// Marks the first quote of a word by the highest bit of its byte; marks of higher bytes may be false.
  @inline(__always)
  private static func quotes(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let others = word ^ (ones &* 0x22)
    return (others &- ones) & ~others & (ones &* 0x80)
  }

  /// All bits up to the first mark, the highest bit of its byte.
  @inline(__always)
  private static func through(_ mark: UInt64) -> UInt64 { mark ^ (mark &- 1) }
}
