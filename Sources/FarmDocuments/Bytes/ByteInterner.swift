import FarmModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Numbers for byte strings, from 0 in the order in which they are first met.
///
/// Each worker has its own, so nothing is locked; the numbers mean nothing outside it.
struct ByteInterner {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var count: Int
  }

  private let hash: ByteHash
  private var arena: [UInt8] = []
  private var entries: [Entry] = []
  /// Open addressing: 0 is free, else the number plus one.
  private var slots: [UInt32]
  /// Those of the strings that are recognised by their first words.
  var shortTexts = ShortTexts()

  init(hash: ByteHash) {
    self.hash = hash
    slots = Array(repeating: 0, count: 64)
  }

  /// How many different strings there are.
  var count: Int { entries.count }

  /// The number of a string, which is given one if it is new. Complexity: O(count).
  @inline(__always)
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard let start = bytes.baseAddress else { return numberOfEmpty() }
    return number(start, bytes.count)
  }

  /// The number of a list of numbers, as a string of their bytes.
  mutating func number(of numbers: [UInt32]) -> UInt32 {
    numbers.withUnsafeBytes { raw in number(of: raw.bindMemory(to: UInt8.self)) }
  }

  /// The string with a number.
  func text(_ number: UInt32) -> String {
    let entry = entries[Int(number)]
    return String(decoding: arena[entry.start..<entry.start + entry.count], as: UTF8.self)
  }

  /// All strings in the order of their numbers.
  var texts: [String] { entries.indices.map { text(UInt32($0)) } }

  /// All lists of numbers in the order of their numbers.
  var lists: RaggedTable {
    // An empty array is one object for all threads, and filling it would write to it.
    if arena.isEmpty { return RaggedTable(items: [], ends: entries.map { _ in 0 }) }
    let items = arena.withUnsafeBytes { raw in
      [UInt32](unsafeUninitializedCapacity: raw.count / 4) { items, count in
        UnsafeMutableRawBufferPointer(items).copyMemory(from: raw)
        count = raw.count / 4
      }
    }
    return RaggedTable(items: items, ends: entries.map { ($0.start + $0.count) / 4 })
  }

  /// How many numbers all lists have together, or how many lists there are if that is more.
  var listItemCount: Int { max(entries.count, arena.count / 4) }

  /// Calls `body` with each number of the list that was given for a number.
  @inline(__always)
  func forEachNumber(of number: UInt32, _ body: (UInt32) -> Void) {
    let entry = entries[Int(number)]
    arena.withUnsafeBytes { raw in
      for position in 0..<entry.count / 4 {
        body(raw.loadUnaligned(fromByteOffset: entry.start + position * 4, as: UInt32.self))
      }
    }
  }

  private mutating func numberOfEmpty() -> UInt32 {
    withUnsafePointer(to: 0 as UInt8) { number($0, 0) }
  }

  private mutating func number(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    let hash = hash(start, count: length)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      let entry = entries[Int(number)]
      if entry.hash == hash, entry.count == length, isSame(entry, start) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(start, length, hash, at: slot)
  }

  private func isSame(_ entry: Entry, _ start: UnsafePointer<UInt8>) -> Bool {
    arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return true }
      return memcmp(base + entry.start, start, entry.count) == 0
    }
  }

  private mutating func insert(_ start: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64, at slot: Int) -> UInt32 {
    let number = UInt32(entries.count)
    entries.append(Entry(hash: hash, start: arena.count, count: length))
    arena.append(contentsOf: UnsafeBufferPointer(start: start, count: length))
    slots[slot] = number + 1
    if entries.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number) + 1
    }
  }
}
