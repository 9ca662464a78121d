/// A hash of Spack in 160 bits: 32 characters of base32 (RFC 4648, lower case), five bits each, the first character
/// highest, and `2`…`7` before `a`…`z`, so that comparing packed hashes compares their texts.
@usableFromInline
package struct PackedHash: Hashable, Sendable, Comparable {
  @usableFromInline package var high: UInt64
  @usableFromInline package var middle: UInt64
  @usableFromInline package var low: UInt32

  @inlinable @inline(__always)
  package init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// The number of characters of the text form.
  @inlinable
  package static var textCount: Int { 32 }

  /// Packs a text; `nil` for anything but 32 characters of `a`…`z`, `2`…`7`.
  package init?(_ text: String) {
    guard text.utf8.count == PackedHash.textCount else { return nil }
    var groups: [UInt64] = []
    var bits: UInt64 = 0
    for (index, character) in text.utf8.enumerated() {
      switch character {
      case UInt8(ascii: "2")...UInt8(ascii: "7"): bits = bits << 5 | UInt64(character - UInt8(ascii: "2"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"): bits = bits << 5 | UInt64(character - UInt8(ascii: "a") + 6)
      default: return nil
      }
      if index % 8 == 7 {
        groups.append(bits)
        bits = 0
      }
    }
    self.init(groups: groups[0], groups[1], groups[2], groups[3])
  }

  /// Puts together the four groups of 40 bits that eight characters each make.
  @inlinable @inline(__always)
  package init(groups first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    high = first << 24 | second >> 16
    middle = second << 48 | third << 8 | fourth >> 32
    low = UInt32(truncatingIfNeeded: fourth)
  }

  @inlinable
  package static func < (first: PackedHash, second: PackedHash) -> Bool {
    if first.high != second.high { return first.high < second.high }
    if first.middle != second.middle { return first.middle < second.middle }
    return first.low < second.low
  }

  /// The text form.
  package var text: String {
    // Safe: only the room that is given is written, all of it.
    String(unsafeUninitializedCapacity: PackedHash.textCount) { room in
      guard room.count >= PackedHash.textCount else { return 0 }
      PackedHash.write(high >> 24, to: room, at: 0)
      PackedHash.write((high & 0xFF_FFFF) << 16 | middle >> 48, to: room, at: 8)
      PackedHash.write(middle >> 8, to: room, at: 16)
      PackedHash.write((middle & 0xFF) << 32 | UInt64(low), to: room, at: 24)
      return PackedHash.textCount
    }
  }

  /// Writes the eight characters of a group of 40 bits.
  @inline(__always)
  private static func write(_ group: UInt64, to room: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    for position in 0..<8 {
      let value = UInt8(truncatingIfNeeded: group &>> UInt64(truncatingIfNeeded: 35 &- position &* 5)) & 31
      room[start &+ position] = value &+ (value < 6 ? UInt8(ascii: "2") : UInt8(ascii: "a") - 6)
    }
  }
}
