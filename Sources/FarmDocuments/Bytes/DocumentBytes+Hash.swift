import FarmModel

extension DocumentBytes {
  /// The 32 characters at an offset as a hash in Spack's form; `nil` where they are anything else.
  @inline(__always)
  func packedHash(at offset: Int) -> PackedHash? {
    guard let first = hashGroup(at: offset), let second = hashGroup(at: offset + 8),
      let third = hashGroup(at: offset + 16), let fourth = hashGroup(at: offset + 24)
    else { return nil }
    return PackedHash(
      high: first << 24 | second >> 16, middle: second << 48 | third << 8 | fourth >> 32,
      low: UInt32(truncatingIfNeeded: fourth))
  }

  /// Eight characters of base32 as 40 bits, the first character highest.
  ///
  /// All eight bytes at once: `2`…`7` become 0…5 and `a`…`z` 6…31, then neighbours are joined, three times.
  @inline(__always)
  private func hashGroup(at offset: Int) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones &* 0x80
    let text = word(at: offset).byteSwapped
    // Bytes below 0x80 only, so that the sums below stay within their bytes.
    let aboveDigits = (text &+ ones &* (0x80 - 0x38)) & tops
    let letters = (text &+ ones &* (0x80 - 0x61)) & tops
    let belowDigits = ~(text &+ ones &* (0x80 - 0x32)) & tops
    let aboveLetters = (text &+ ones &* (0x80 - 0x7B)) & tops
    guard (text & tops) | belowDigits | aboveLetters | (aboveDigits & ~letters) == 0 else { return nil }
    // A letter is 0x61 - 6 = 0x5B above its value, a digit 0x32: 0x29 more.
    let values = text &- ones &* 0x32 &- (letters >> 7) &* 0x29
    let pairs = (values & 0xFF00_FF00_FF00_FF00) >> 3 | (values & 0x00FF_00FF_00FF_00FF)
    let fours = (pairs & 0xFFFF_0000_FFFF_0000) >> 6 | (pairs & 0x0000_FFFF_0000_FFFF)
    return (fours >> 32) << 20 | (fours & 0xFFFF_FFFF)
  }
}
