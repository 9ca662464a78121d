import FarmModel

/// Numbers for the hashes of one document, from 0 in the order in which they are first met.
struct HashInterner {
  private(set) var highs: [UInt64] = []
  private(set) var middles: [UInt64] = []
  private(set) var lows: [UInt32] = []
  /// Hashes that are not in Spack's form, by number.
  private(set) var others: [Int: String] = [:]
  private var otherNumbers: [String: UInt32] = [:]
  /// Open addressing: 0 is free, else the number plus one.
  private var slots = [UInt32](repeating: 0, count: 256)
  /// Chosen anew each time, so that nobody can write hashes that collide.
  private let seed = UInt64.random(in: .min ... .max)

  var count: Int { lows.count }

  /// The hash with a number, if it is in Spack's form.
  func packed(_ number: UInt32) -> PackedHash {
    PackedHash(high: highs[Int(number)], middle: middles[Int(number)], low: lows[Int(number)])
  }

  /// The text of the hash with a number.
  func text(_ number: UInt32) -> String { others[Int(number)] ?? packed(number).text }

  /// Whether one hash comes before another, by their bytes.
  func precedes(_ first: UInt32, _ second: UInt32) -> Bool {
    if others.isEmpty { return packed(first) < packed(second) }
    if others[Int(first)] == nil && others[Int(second)] == nil { return packed(first) < packed(second) }
    return NameTable.precedes(text(first), text(second))
  }

  /// The number of a hash, which is given one if it is new.
  mutating func number(of text: JSONText, in cursor: JSONCursor) -> UInt32 {
    if !text.hasEscapes, text.count == PackedHash.textCount, let hash = cursor.bytes.packedHash(at: text.start) {
      return number(of: hash)
    }
    let text = cursor.string(text)
    if let hash = PackedHash(text) { return number(of: hash) }
    if let number = otherNumbers[text] { return number }
    otherNumbers[text] = UInt32(count)
    others[count] = text
    append(PackedHash(high: 0, middle: 0, low: 0))
    return UInt32(count - 1)
  }

  private mutating func number(of hash: PackedHash) -> UInt32 {
    var slot = slot(of: hash)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if packed(number) == hash && (others.isEmpty || others[Int(number)] == nil) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(count) + 1
    append(hash)
    if count * 2 > slots.count { grow() }
    return UInt32(count - 1)
  }

  private mutating func append(_ hash: PackedHash) {
    highs.append(hash.high)
    middles.append(hash.middle)
    lows.append(hash.low)
  }

  private func slot(of hash: PackedHash) -> Int {
    let product = (hash.high ^ seed).multipliedFullWidth(
      by: hash.middle ^ 0x9E37_79B9_7F4A_7C15 ^ UInt64(hash.low) << 32)
    return Int(truncatingIfNeeded: product.high ^ product.low) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<UInt32(count) where others.isEmpty || others[Int(number)] == nil {
      var slot = slot(of: packed(number))
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = number + 1
    }
  }
}
