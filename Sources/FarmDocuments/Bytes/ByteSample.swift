/// Which bytes of texts tell most of them apart: sixteen of every `step`, as far as the shortest text goes.
///
/// Different texts may well have the same ones: whoever looks something up by them compares all bytes, and bounds how
/// many candidates are compared.
struct ByteSample {
  /// The fewest bytes of a text that can be sampled.
  static let fewest = 32

  private let step: Int
  /// How many bytes of a text are looked at, no text that is known has fewer; so many that no text has them until one is
  /// taken in.
  private(set) var count = Int.max

  init(step: Int) { self.step = step }

  mutating func removeAll() { count = .max }

  /// Sees to it that no more bytes are looked at than a text has, at least `fewest`; says whether keys are other ones
  /// now. They are seldom: somewhat less is looked at then than there is.
  mutating func shorten(to length: Int) -> Bool {
    if length >= count { return false }
    count = max(ByteSample.fewest, length - length / 8)
    return true
  }

  /// A number in which what is sampled has a part. Complexity: O(count).
  ///
  /// Safety: `count` bytes can be read from `start`.
  @inline(__always)
  func key(_ start: UnsafePointer<UInt8>, seed: UInt64) -> UInt64 {
    let bytes = UnsafeRawPointer(start)
    var sum = SIMD2(seed, 0)
    var offset = 8
    while offset <= count &- 16 {
      sum &+= bytes.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
      offset &+= step
    }
    let product = (sum[0] ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: sum[1] ^ 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
