/// One of N parts of a farm: packages are split by their names, so that tasks agree without a list and all specs of a
/// package stand in one part.
package struct Shard: Hashable, Sendable {
  /// From 1 to `count`.
  package let number: Int
  package let count: Int

  /// More parts than any farm has machines.
  package static let largestCount = 1_000_000

  /// Reads `K/N`; `nil` unless 1 ≤ K ≤ N.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), number >= 1, number <= count,
      count <= Shard.largestCount
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether a package belongs to this part. It depends on the bytes of the name and on the number of parts alone, and
  /// stays so in later versions: FNV-1a (RFC 9923) in 64 bits, its halves folded, modulo N.
  package func holds(_ package: String) -> Bool {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in package.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int((hash ^ hash >> 32) & 0xFFFF_FFFF) % count == number - 1
  }
}

extension Shard: CustomStringConvertible {
  /// `K/N`.
  package var description: String { "\(number)/\(count)" }
}
