import FarmModel

/// The specs of the page being read: a spec is five numbers that are put in one place each, and joins the columns of all
/// pages together with the others of its page.
struct PageSpecs {
  private var highs = ReusedList<UInt64>(capacity: 1024)
  private var middles = ReusedList<UInt64>(capacity: 1024)
  private var lows = ReusedList<UInt32>(capacity: 1024)
  private var bodyOfSpec = ReusedList<UInt32>(capacity: 1024)
  private var offsets = ReusedList<UInt32>(capacity: 1024)
  /// Hashes that are not in Spack's form, by position.
  private var otherHashes: [Int: String] = [:]

  var count: Int { bodyOfSpec.count }

  /// The body of each spec, good until a spec is appended.
  var bodies: UnsafeBufferPointer<UInt32> { bodyOfSpec.elements }

  mutating func removeAll() {
    highs.removeAll()
    middles.removeAll()
    lows.removeAll()
    bodyOfSpec.removeAll()
    offsets.removeAll()
    if !otherHashes.isEmpty { otherHashes.removeAll() }
  }

  /// Appends a spec; `body` is a number of the page.
  @inline(__always)
  mutating func append(_ hash: PackedHash, body: UInt32, offset: Int) {
    highs.append(hash.high)
    middles.append(hash.middle)
    lows.append(hash.low)
    bodyOfSpec.append(body)
    offsets.append(UInt32(truncatingIfNeeded: offset))
  }

  /// Appends a spec whose hash is not in Spack's form.
  mutating func append(otherHash: String, body: UInt32, offset: Int) {
    otherHashes[count] = otherHash
    append(PackedHash(high: 0, middle: 0, low: 0), body: body, offset: offset)
  }

  /// Appends all specs to the columns of all pages, where the bodies of this page have numbers from `firstBody`.
  /// Complexity: O(specs).
  func join(_ builder: inout FragmentBuilder, firstBody: Int) {
    for (position, hash) in otherHashes { builder.otherHashes[builder.specCount + position] = hash }
    builder.highs.append(contentsOf: highs.elements)
    builder.middles.append(contentsOf: middles.elements)
    builder.lows.append(contentsOf: lows.elements)
    builder.offsets.append(contentsOf: offsets.elements)
    let first = UInt32(firstBody)
    builder.bodyOfSpec.append(contentsOf: bodies.lazy.map { $0 + first })
  }
}
