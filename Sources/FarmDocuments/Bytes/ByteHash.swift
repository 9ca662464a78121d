/// A hash of bytes for tables that live as long as one run: multiply and fold, 16 bytes a step.
///
/// The seed differs from run to run, so that no document can be made to fill one chain of a table; no result depends
/// on it.
struct ByteHash {
  private let seed: UInt64

  init(seed: UInt64 = .random(in: .min ... .max)) { self.seed = seed | 1 }

  /// The hash of the bytes. Complexity: O(count).
  @inline(__always)
  func callAsFunction(_ start: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    let bytes = UnsafeRawPointer(start)
    if count <= 16 { return short(bytes, count) }
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    var other = seed
    var offset = 0
    while offset + 32 <= count {
      state = ByteHash.fold(ByteHash.word(bytes, offset) ^ state, ByteHash.word(bytes, offset + 8) ^ ByteHash.odd)
      other = ByteHash.fold(
        ByteHash.word(bytes, offset + 16) ^ other, ByteHash.word(bytes, offset + 24) ^ ByteHash.rest)
      offset += 32
    }
    if offset + 16 <= count {
      state = ByteHash.fold(ByteHash.word(bytes, offset) ^ state, ByteHash.word(bytes, offset + 8) ^ ByteHash.odd)
    }
    // The last sixteen bytes once more, whatever the steps have left of them.
    let last = ByteHash.fold(
      ByteHash.word(bytes, count - 16) ^ state, ByteHash.word(bytes, count - 8) ^ ByteHash.rest)
    return ByteHash.fold(last ^ ByteHash.odd, other ^ ByteHash.rest)
  }

  @inline(__always)
  private func short(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var first: UInt64 = 0
    var second: UInt64 = 0
    if count >= 8 {
      first = ByteHash.word(bytes, 0)
      second = ByteHash.word(bytes, count - 8)
    } else if count >= 4 {
      first = UInt64(bytes.loadUnaligned(as: UInt32.self))
      second = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else {
      for offset in 0..<count { first = first << 8 | UInt64(bytes.load(fromByteOffset: offset, as: UInt8.self)) }
    }
    let mixed = ByteHash.fold(first ^ ByteHash.odd ^ seed, second ^ ByteHash.rest ^ UInt64(truncatingIfNeeded: count))
    return ByteHash.fold(mixed ^ seed, ByteHash.odd)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  private static func fold(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }

  private static let odd: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let rest: UInt64 = 0xD6E8_FEB8_6659_FD93
}
