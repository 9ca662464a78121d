/// A running sum of bytes, 64 a step, in eight lanes of eight bytes: it costs one addition for sixteen bytes.
///
/// Different bytes may well be made to have the same sums: whoever looks something up by them compares the bytes too,
/// and bounds how many candidates are compared.
struct ByteSum {
  private var lanes: SIMD8<UInt64>

  init(seed: UInt64) { lanes = SIMD8(repeating: seed) }

  /// Adds some bytes; of the same bytes cut in other pieces the sums are other ones. Complexity: O(count).
  ///
  /// Safety: reads `count` bytes, and up to seven more where they are few, which the padding behind a document allows.
  @inline(__always)
  mutating func add(_ start: UnsafePointer<UInt8>, count: Int) {
    let bytes = UnsafeRawPointer(start)
    guard count >= 64 else { return addFew(bytes, count) }
    var place = bytes
    let last = bytes + (count - 64)
    while place < last {
      lanes &+= place.loadUnaligned(as: SIMD8<UInt64>.self)
      place += 64
    }
    // The last 64 bytes, whatever the steps have left of them.
    lanes &+= last.loadUnaligned(as: SIMD8<UInt64>.self)
  }

  /// Adds less than 64 bytes.
  private mutating func addFew(_ bytes: UnsafeRawPointer, _ count: Int) {
    for offset in stride(from: 0, to: count, by: 8) {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      lanes[offset / 8] &+= word & ByteSum.mask(count - offset)
    }
  }

  /// The lowest `count` bytes of a word.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : (1 << UInt64(8 * count)) - 1 }

  /// A number in which every bit of the sums has a part.
  @inline(__always)
  var key: UInt64 {
    let high = lanes.highHalf
    let four = lanes.lowHalf ^ ((high &<< 29) | (high &>> 35))
    let first = (four[0] ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: four[1] ^ 0xD6E8_FEB8_6659_FD93)
    let second = (four[2] ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: four[3] ^ 0xE703_7ED1_A0B4_28DB)
    return first.high ^ first.low ^ second.high ^ second.low
  }
}
