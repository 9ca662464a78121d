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
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let known = min(3, bytes.count - start)
      let second = known > 1 ? bytes[start + 1] : 0
      let third = known > 2 ? bytes[start + 2] : 0
      let group = UInt32(bytes[start]) << 16 | UInt32(second) << 8 | UInt32(third)
      for position in 0..<4 {
        let sextet = Int(group >> UInt32(18 - 6 * position) & 63)
        text.append(position <= known ? alphabet[sextet] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
