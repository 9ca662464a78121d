import FarmModel

/// Bytes for the page to decode: numbers in as few bytes as they need, and bits.
struct PackedBytes: Equatable {
  private(set) var bytes: [UInt8] = []

  /// Appends a number, seven bits a byte, lowest first; the high bit says that more follow (LEB128).
  mutating func append(number: Int) {
    precondition(number >= 0, "only natural numbers are packed")
    var rest = UInt64(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends values of four bits each, two a byte, the first in the low half.
  mutating func append(nibbles: [UInt8]) {
    for index in stride(from: 0, to: nibbles.count, by: 2) {
      let high = index + 1 < nibbles.count ? nibbles[index + 1] : 0
      bytes.append(nibbles[index] & 15 | high << 4)
    }
  }

  /// Appends whole bytes.
  mutating func append(contentsOf more: [UInt8]) { bytes.append(contentsOf: more) }

  /// The bytes as base64 (RFC 4648, section 4), with padding.
  var base64: String { PackedBytes.base64(bytes) }

  /// Any bytes as base64 (RFC 4648, section 4), with padding.
  static func base64(_ bytes: [UInt8]) -> String { Base64.text(of: bytes) }
}
