import FarmModel

/// The specs of the page being read: a spec is five numbers that are put in one place each, and joins the columns of all
/// pages together with the others of its page.
struct PageSpecs {
  private var columns = SpecColumns(capacity: 1024)
  private(set) var count = 0
  /// How many bodies they have; a new one has the next number.
  private var bodyCount = 0
  /// Hashes that are not in Spack's form, by position.
  private var otherHashes: [Int: String] = [:]
  private let keepsHashes: Bool
  /// Where hashes are not kept: where the last one stands, negative where there is none.
  private var lastHash = -1
  /// Whether hashes that were not kept must be compared, for they do not just ascend.
  private(set) var lacksHashes = false

  init(keepsHashes: Bool) { self.keepsHashes = keepsHashes }

  /// The body of each spec, good until a spec is appended.
  var bodies: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: columns.bodies, count: count) }

  /// How many specs have each body, by its number in the page; good until a spec is appended.
  var specCounts: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: columns.specCounts, count: bodyCount) }

  mutating func removeAll() {
    count = 0
    bodyCount = 0
    if !otherHashes.isEmpty { otherHashes.removeAll() }
    lastHash = -1
    lacksHashes = false
  }

  /// Appends a spec whose hash has 32 characters that stand at an offset; `false`, and does nothing, where they are no
  /// hash in Spack's form. `body` is a number of the page.
  @inline(__always)
  mutating func append(_ body: UInt32, hashAt place: Int, in bytes: DocumentBytes) -> Bool {
    if keepsHashes {
      guard let hash = bytes.packedHash(at: place) else { return false }
      append(hash, body: body, offset: place)
      return true
    }
    guard bytes.isHash(at: place) else { return false }
    if lastHash >= 0 && !bytes.hash(at: lastHash, precedes: place) { lacksHashes = true }
    lastHash = place
    append(body)
    return true
  }

  @inline(__always)
  private mutating func append(_ hash: PackedHash, body: UInt32, offset: Int) {
    append(body)
    // Safety: there was room for one more.
    columns.highs[count &- 1] = hash.high
    columns.middles[count &- 1] = hash.middle
    columns.lows[count &- 1] = hash.low
    columns.offsets[count &- 1] = UInt32(truncatingIfNeeded: offset)
  }

  @inline(__always)
  private mutating func append(_ body: UInt32) {
    if count == columns.capacity { columns = SpecColumns(capacity: count * 2, copying: columns) }
    // Safety: `count` is below the capacity now, and so is `body`, for each body before it came with a spec.
    columns.bodies[count] = body
    count &+= 1
    if body >= bodyCount { beginBody(body) }
    columns.specCounts[Int(body)] &+= 1
  }

  private mutating func beginBody(_ body: UInt32) {
    precondition(body == bodyCount)
    columns.specCounts[bodyCount] = 0
    bodyCount += 1
  }

  /// Appends a spec whose hash is not in Spack's form.
  mutating func append(otherHash: String, body: UInt32, offset: Int) {
    if keepsHashes {
      otherHashes[count] = otherHash
      append(PackedHash(high: 0, middle: 0, low: 0), body: body, offset: offset)
    } else {
      lacksHashes = true
      append(body)
    }
  }

  /// Appends all specs to the columns of all pages, where the bodies of this page have numbers from `firstBody`.
  /// Complexity: O(specs).
  mutating func join(_ builder: inout FragmentBuilder, firstBody: Int) {
    // Safety: what is changed lies within the specs; nothing else holds the memory.
    let first = UInt32(firstBody)
    for position in 0..<count { columns.bodies[position] &+= first }
    builder.bodyOfSpec.append(contentsOf: bodies)
    if !keepsHashes { return }
    for (position, hash) in otherHashes { builder.otherHashes[builder.offsets.count + position] = hash }
    builder.highs.append(contentsOf: UnsafeBufferPointer(start: columns.highs, count: count))
    builder.middles.append(contentsOf: UnsafeBufferPointer(start: columns.middles, count: count))
    builder.lows.append(contentsOf: UnsafeBufferPointer(start: columns.lows, count: count))
    builder.offsets.append(contentsOf: UnsafeBufferPointer(start: columns.offsets, count: count))
  }
}

/// Safety: each pointer is memory for `capacity` numbers that lives as long as this.
private final class SpecColumns {
  let highs: UnsafeMutablePointer<UInt64>
  let middles: UnsafeMutablePointer<UInt64>
  let lows: UnsafeMutablePointer<UInt32>
  let bodies: UnsafeMutablePointer<UInt32>
  let offsets: UnsafeMutablePointer<UInt32>
  let specCounts: UnsafeMutablePointer<UInt32>
  let capacity: Int

  init(capacity: Int) {
    highs = .allocate(capacity: capacity)
    middles = .allocate(capacity: capacity)
    lows = .allocate(capacity: capacity)
    bodies = .allocate(capacity: capacity)
    offsets = .allocate(capacity: capacity)
    specCounts = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  /// Takes over the numbers of columns that are full.
  convenience init(capacity: Int, copying other: SpecColumns) {
    self.init(capacity: capacity)
    highs.update(from: other.highs, count: other.capacity)
    middles.update(from: other.middles, count: other.capacity)
    lows.update(from: other.lows, count: other.capacity)
    bodies.update(from: other.bodies, count: other.capacity)
    offsets.update(from: other.offsets, count: other.capacity)
    specCounts.update(from: other.specCounts, count: other.capacity)
  }

  deinit {
    highs.deallocate()
    middles.deallocate()
    lows.deallocate()
    bodies.deallocate()
    offsets.deallocate()
    specCounts.deallocate()
  }
}
