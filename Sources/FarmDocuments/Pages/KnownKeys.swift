/// The keys of the spec that was read last: where the same bytes stand again, the same key does.
struct KnownKeys {
  /// All from the end of one value to the start of the next: comma, key, colon and blanks, at most sixteen bytes.
  private struct Key {
    var words: TwoWords
    var mask: TwoWords
    var count: Int
    var key: SpecKeys
  }

  private var keys: [Key] = []

  /// The key that stands at an offset, if it is the one that stood at the same position in the spec before, and how many
  /// bytes it takes.
  @inline(__always)
  func key(_ position: Int, at offset: Int, in bytes: DocumentBytes) -> (key: SpecKeys, count: Int)? {
    guard position < keys.count else { return nil }
    let known = keys[position]
    let first = (bytes.word(at: offset) ^ known.words.first) & known.mask.first
    let second = (bytes.word(at: offset &+ 8) ^ known.words.second) & known.mask.second
    return first | second == 0 ? (known.key, known.count) : nil
  }

  /// Takes in the key of the spec being read that stands at a position.
  mutating func insert(_ key: SpecKeys, _ position: Int, at range: Range<Int>, in bytes: DocumentBytes) {
    guard range.count <= 16, position <= keys.count else { return }
    let bits = UInt64(range.count * 8)
    let mask = TwoWords(
      first: bits >= 64 ? .max : (1 << bits) - 1, second: bits <= 64 ? 0 : bits == 128 ? .max : (1 << (bits - 64)) - 1)
    let words = TwoWords(
      first: bytes.word(at: range.lowerBound) & mask.first, second: bytes.word(at: range.lowerBound + 8) & mask.second)
    let known = Key(words: words, mask: mask, count: range.count, key: key)
    if position == keys.count { keys.append(known) } else { keys[position] = known }
  }
}
