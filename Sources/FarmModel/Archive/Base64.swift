/// Bytes as text: base64 (RFC 4648, section 4), with padding.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of some bytes. Complexity: O(n).
  package static func text(of bytes: [UInt8]) -> String {
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

  /// The bytes of a text; `nil` where it is not base64. Complexity: O(n).
  package static func bytes(of text: String) -> [UInt8]? {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    let body = text.utf8
    let padding = body.suffix(2).count { $0 == UInt8(ascii: "=") }
    guard body.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count / 4 * 3)
    var group: UInt32 = 0
    var known = 0
    for character in body.dropLast(padding) {
      let value = values[Int(character)]
      if value == 64 { return nil }
      group = group << 6 | UInt32(value)
      known += 1
      if known % 4 == 0 {
        bytes.append(UInt8(truncatingIfNeeded: group >> 16))
        bytes.append(UInt8(truncatingIfNeeded: group >> 8))
        bytes.append(UInt8(truncatingIfNeeded: group))
        group = 0
      }
    }
    if padding == 1 {
      bytes.append(UInt8(truncatingIfNeeded: group >> 10))
      bytes.append(UInt8(truncatingIfNeeded: group >> 2))
    } else if padding == 2 {
      bytes.append(UInt8(truncatingIfNeeded: group >> 4))
    }
    return bytes
  }
}
