import FarmModel

/// The bodies of specs that stand in the page being read, to recognise those that come again.
struct RepeatedBodies {
  struct Found {
    var hash: PackedHash
    var hashOffset: Int
    var body: UInt32
    var end: Int
  }

  init(hash: ByteHash) {}

  mutating func begin(_ bytes: DocumentBytes) {}

  mutating func find(at start: Int) -> Found? { nil }

  mutating func insert(at start: Int, end: Int, hashOffset: Int, body: UInt32) {}
}
