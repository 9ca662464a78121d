import FarmModel

/// The bodies of the page being read, each once, with what their `arches` say.
struct KnownBodies {
  private struct Entry: ProbedEntry {
    var key: UInt64
    var body: FarmFragment.Body
    var arches: UInt32
    var number: UInt32
  }

  private var table = ProbedTable<Entry>(slotCount: 256)

  /// Forgets the bodies of the page before.
  mutating func begin() { table.removeAll() }

  /// The number of a body; it is put in with the number `next` if it is new.
  mutating func number(of body: FarmFragment.Body, arches: UInt32, next: UInt32) -> UInt32 {
    let key = KnownBodies.key(body)
    if let known = table.first(key, where: { $0.body == body && $0.arches == arches }) { return known.number }
    table.insert(Entry(key: key, body: body, arches: arches, number: next))
    return next
  }

  private static func key(_ body: FarmFragment.Body) -> UInt64 {
    let first = UInt64(body.version) << 32 | UInt64(body.stacks)
    let second = UInt64(body.target) << 32 | UInt64(body.compiler)
    let third = UInt64(body.os) << 32 | UInt64(body.platform)
    let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: second ^ 0xD6E8_FEB8_6659_FD93)
    let mixed = (product.high ^ product.low).multipliedFullWidth(by: (third &+ UInt64(body.variants) &<< 16) | 1)
    return mixed.high ^ mixed.low
  }
}
