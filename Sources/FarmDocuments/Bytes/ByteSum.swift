/// Two running sums of bytes, 16 a step: one of the blocks, one of the first sum after each block, so that the order
/// counts. It costs two additions a step.
///
/// Different bytes may well be made to have the same sums: whoever looks something up by them compares the bytes too,
/// and bounds how many candidates are compared.
struct ByteSum {
  private var blocks = SIMD2<UInt64>(0, 0)
  private var sums = SIMD2<UInt64>(0, 0)

  /// Adds some bytes; of the same bytes cut in other pieces the sums are other ones. Complexity: O(count).
  ///
  /// Safety: reads `count` bytes, and up to 16 where there are fewer, which the padding behind a document allows.
  @inline(__always)
  mutating func add(_ start: UnsafePointer<UInt8>, count: Int) {
    let bytes = UnsafeRawPointer(start)
    guard count >= 16 else { return addFew(bytes, count) }
    var place = bytes
    let last = bytes + (count - 16)
    while place < last {
      add(place.loadUnaligned(as: SIMD2<UInt64>.self))
      place += 16
    }
    // The last sixteen bytes, whatever the steps have left of them.
    add(last.loadUnaligned(as: SIMD2<UInt64>.self))
  }

  @inline(__always)
  private mutating func addFew(_ bytes: UnsafeRawPointer, _ count: Int) {
    var block = bytes.loadUnaligned(as: SIMD2<UInt64>.self)
    block[0] = UInt64(littleEndian: block[0]) & ByteSum.mask(count)
    block[1] = UInt64(littleEndian: block[1]) & ByteSum.mask(count - 8)
    add(block)
  }

  @inline(__always)
  private mutating func add(_ block: SIMD2<UInt64>) {
    blocks &+= block
    sums &+= blocks
  }

  /// The lowest `count` bytes of a word.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : count <= 0 ? 0 : (1 << UInt64(8 * count)) - 1 }

  /// A number in which every bit of the sums has a part.
  @inline(__always)
  var key: UInt64 {
    let first = (blocks[0] ^ sums[1] ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: blocks[1] ^ sums[0] ^ 0xD6E8_FEB8_6659_FD93)
    let second = (first.low ^ sums[0]).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return first.high ^ second.high ^ second.low
  }
}
