/// Bytes that are not what `ArchiveWriter` has written.
package struct MalformedArchive: Error, Equatable {}

/// Reads what `ArchiveWriter` has written; anything else throws.
struct ArchiveReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func number() throws(MalformedArchive) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard offset < bytes.count else { throw MalformedArchive() }
      let byte = bytes[offset]
      offset += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw MalformedArchive()
  }

  /// How many things follow, each of which takes at least `size` bytes; so no damaged count reserves memory.
  mutating func count(ofSize size: Int = 1) throws(MalformedArchive) -> Int {
    let number = try number()
    guard number <= UInt64((bytes.count - offset) / size) else { throw MalformedArchive() }
    return Int(number)
  }

  /// A number below a limit.
  mutating func number(below limit: Int) throws(MalformedArchive) -> UInt32 {
    let number = try number()
    guard number < UInt64(limit), number <= UInt64(UInt32.max) else { throw MalformedArchive() }
    return UInt32(number)
  }

  mutating func text() throws(MalformedArchive) -> String {
    let count = try count()
    defer { offset += count }
    guard let text = String(validating: bytes[offset..<offset + count], as: UTF8.self) else {
      throw MalformedArchive()
    }
    return text
  }

  mutating func texts() throws(MalformedArchive) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }

  /// Lists of numbers, each below a limit.
  mutating func lists(below limit: Int) throws(MalformedArchive) -> RaggedTable {
    var lists = RaggedTable()
    for _ in 0..<(try count()) {
      var list: [UInt32] = []
      for _ in 0..<(try count()) { list.append(try number(below: limit)) }
      lists.append(list)
    }
    return lists
  }

  /// A number of fixed width, lowest byte first.
  mutating func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws(MalformedArchive) -> Number {
    let width = Number.bitWidth / 8
    guard bytes.count - offset >= width else { throw MalformedArchive() }
    var number: Number = 0
    for index in (0..<width).reversed() { number = number << 8 | Number(bytes[offset + index]) }
    offset += width
    return number
  }
}
