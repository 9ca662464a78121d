/// The hashes of many specs, 20 bytes each instead of a string.
///
/// Spack's hashes are 32 characters of base32 (RFC 4648, lower case), 160 bits. They are packed so that comparing the
/// packed form compares the texts. Hashes of any other form are kept as text beside the column.
package struct HashColumn: Sendable, Equatable {
  private var packed: [UInt8] = []
  private var others: [Int: String] = [:]

  package init() {}

  package init(_ hashes: some Sequence<String>) {
    for hash in hashes { append(hash) }
  }

  package var count: Int { packed.count / HashColumn.width }

  /// The bytes that one packed hash takes.
  package static let width = 20

  package mutating func reserveCapacity(_ count: Int) { packed.reserveCapacity(count * HashColumn.width) }

  package mutating func append(_ hash: String) {
    if let bytes = HashColumn.pack(hash) {
      packed.append(contentsOf: bytes)
    } else {
      others[count] = hash
      packed.append(contentsOf: repeatElement(0, count: HashColumn.width))
    }
  }

  /// The hash at a position, as text.
  package subscript(index: Int) -> String {
    if let other = others[index] { return other }
    let start = index * HashColumn.width
    return HashColumn.unpack(packed[start..<start + HashColumn.width])
  }
}

extension HashColumn {
  /// Packs 32 characters of `a`…`z`, `2`…`7`, five bits each, first character first; `nil` for anything else.
  static func pack(_ hash: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var bitCount = 0
    guard hash.utf8.count == 32 else { return nil }
    for character in hash.utf8 {
      let value: UInt8
      switch character {
      case UInt8(ascii: "2")...UInt8(ascii: "7"): value = character - UInt8(ascii: "2")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = character - UInt8(ascii: "a") + 6
      default: return nil
      }
      bits = bits << 5 | UInt32(value)
      bitCount += 5
      if bitCount >= 8 {
        bitCount -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
      }
    }
    return bytes
  }

  static func unpack(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    var bits: UInt32 = 0
    var bitCount = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      bitCount += 8
      while bitCount >= 5 {
        bitCount -= 5
        let value = UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)) & 31
        text.append(value < 6 ? value + UInt8(ascii: "2") : value - 6 + UInt8(ascii: "a"))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
