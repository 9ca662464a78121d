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

  /// Adds the bytes from an offset to the first closing brace, as if their number had been known; returns where the brace
  /// ends, or 0 where there is none. One walk finds it and adds, for each walk costs as much as what it does.
  ///
  /// Safety: blocks begin before the end of the text, behind which stand 64 bytes more.
  @inline(__always)
  mutating func addThroughBrace(_ bytes: DocumentBytes, from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      if ByteSum.hasBrace(bytes, at: place) { return addLast(bytes, from: start, blocksEnd: place) }
      lanes &+= UnsafeRawPointer(bytes.start + place).loadUnaligned(as: SIMD8<UInt64>.self)
      place &+= 64
    }
    return 0
  }

  /// Adds the last 64 bytes up to the brace that stands in the next block, or all where they are fewer.
  @inline(__always)
  private mutating func addLast(_ bytes: DocumentBytes, from start: Int, blocksEnd: Int) -> Int {
    let end = bytes.offset(of: UInt8(ascii: "}"), from: blocksEnd) &+ 1
    if end > bytes.count { return 0 }
    add(bytes.start + max(start, end &- 64), count: min(64, end &- start))
    return end
  }

  /// Whether a brace stands in the 64 bytes from an offset.
  @inline(__always)
  private static func hasBrace(_ bytes: DocumentBytes, at place: Int) -> Bool {
    let brace = SIMD16<UInt8>(repeating: UInt8(ascii: "}"))
    let first = (bytes.block(at: place) .== brace) .| (bytes.block(at: place &+ 16) .== brace)
    let second = (bytes.block(at: place &+ 32) .== brace) .| (bytes.block(at: place &+ 48) .== brace)
    return unsafeBitCast(first .| second, to: SIMD2<UInt64>.self) != SIMD2(0, 0)
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
