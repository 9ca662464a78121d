import FarmModel

extension DocumentBytes {
  /// How many characters a hash in Spack's form has.
  static var hashLength: Int { 32 }

  /// The 32 characters at an offset as a hash in Spack's form; `nil` where they are anything else.
  @inline(__always)
  func packedHash(at offset: Int) -> PackedHash? {
    let text = SIMD4(word(at: offset), word(at: offset + 8), word(at: offset + 16), word(at: offset + 24))
    guard let groups = DocumentBytes.hashGroups(text) else { return nil }
    return PackedHash(groups: groups[0], groups[1], groups[2], groups[3])
  }

  /// Whether the 32 characters at an offset are a hash in Spack's form.
  @inline(__always)
  func isHash(at offset: Int) -> Bool {
    let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
    let text = SIMD4(word(at: offset), word(at: offset + 8), word(at: offset + 16), word(at: offset + 24))
    let faults = DocumentBytes.values(text, ones).faults
    return (faults[0] | faults[1]) | (faults[2] | faults[3]) == 0
  }

  /// Whether one hash of 32 characters comes before another, by their bytes.
  @inline(__always)
  func hash(at first: Int, precedes second: Int) -> Bool {
    let one = word(at: first).byteSwapped
    let other = word(at: second).byteSwapped
    return one == other ? restOfHash(at: first, precedes: second) : one < other
  }

  private func restOfHash(at first: Int, precedes second: Int) -> Bool {
    for offset in stride(from: 8, to: DocumentBytes.hashLength, by: 8) {
      let one = word(at: first + offset).byteSwapped
      let other = word(at: second + offset).byteSwapped
      if one != other { return one < other }
    }
    return false
  }

  /// Four times eight characters of base32 as 40 bits, the first character highest: neighbours are joined, three times.
  @inline(__always)
  private static func hashGroups(_ text: SIMD4<UInt64>) -> SIMD4<UInt64>? {
    let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
    let (values, faults) = values(text, ones)
    guard (faults[0] | faults[1]) | (faults[2] | faults[3]) == 0 else { return nil }
    let bytes = SIMD4<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
    let pairs = ((values & bytes) &<< 5) | ((values &>> 8) & bytes)
    let words = SIMD4<UInt64>(repeating: 0x0000_FFFF_0000_FFFF)
    let fours = ((pairs & words) &<< 10) | ((pairs &>> 16) & words)
    return ((fours & SIMD4(repeating: 0xFFFF_FFFF)) &<< 20) | (fours &>> 32)
  }

  /// What characters of base32 stand for, all bytes at once, and bits where they are none.
  ///
  /// A letter has the bit 0x40, a digit has not: `2`…`7` become 0…5 and `a`…`z` 6…31. A byte that becomes more than 31,
  /// or a digit or letter that becomes what only the other can, is no character of base32; the lowest byte that is none
  /// shows it whatever the others borrow from each other.
  @inline(__always)
  private static func values(_ text: SIMD4<UInt64>, _ ones: SIMD4<UInt64>)
    -> (values: SIMD4<UInt64>, faults: SIMD4<UInt64>)
  {
    let letters = (text &>> 6) & ones
    // A letter is 0x61 - 6 = 0x5B above its value, a digit 0x32: 0x29 less, which is 32 + 8 + 1.
    let values = text &- ones &* 0x32 &- (letters &<< 5) &- (letters &<< 3) &- letters
    let areLetters = ((values &+ ones &* 0x7A) &>> 7) & ones
    return (values, (values & (ones &* 0xE0)) | (areLetters ^ letters))
  }
}
