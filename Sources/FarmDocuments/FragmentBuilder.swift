import FarmModel

/// Gathers what one worker reads: interners for names and columns for specs.
struct FragmentBuilder {
  var versions: ByteInterner
  var platforms: ByteInterner
  var oses: ByteInterner
  var targets: ByteInterner
  var compilers: ByteInterner
  var stacks: ByteInterner
  var variants: ByteInterner
  /// Lists of numbers in `variants`, one behind the other, and where each ends. A list may stand there more than once:
  /// few do, and those are found when the farm is made.
  private var variantItems: [UInt32] = []
  private var variantEnds: [Int] = []
  /// Ascending lists of numbers in `stacks`.
  var stackSets: ByteInterner
  var bodies: [FarmFragment.Body] = []
  var bodyOfSpec: [UInt32] = []
  var highs: [UInt64] = []
  var middles: [UInt64] = []
  var lows: [UInt32] = []
  var otherHashes: [Int: String] = [:]
  /// Whether hashes, and the places where they stand, are kept.
  var keepsHashes: Bool
  var offsets: [UInt32] = []
  var runs: [FarmFragment.Run] = []
  var states: [SpecState] = []
  var edges = EdgeColumns()

  init(hash: ByteHash = ByteHash(), keepsHashes: Bool = true) {
    self.keepsHashes = keepsHashes
    versions = ByteInterner(hash: hash)
    platforms = ByteInterner(hash: hash)
    oses = ByteInterner(hash: hash)
    targets = ByteInterner(hash: hash)
    compilers = ByteInterner(hash: hash)
    stacks = ByteInterner(hash: hash)
    variants = ByteInterner(hash: hash)
    stackSets = ByteInterner(hash: hash)
  }

  var specCount: Int { bodyOfSpec.count }

  /// The largest count of anything that is numbered here. Complexity: O(1).
  var largestCount: Int {
    let specs = max(bodies.count, bodyOfSpec.count, edges.edgeCount)
    let names = max(max(versions.count, platforms.count, oses.count, targets.count), max(compilers.count, stacks.count))
    return max(specs, names, variants.count, max(variantItems.count, stackSets.listItemCount))
  }

  /// Makes room for many specs at once: room that is not used costs no memory, but columns that grow are copied, and
  /// the system has to give the memory for each copy.
  mutating func reserveSpecs() {
    if keepsHashes {
      highs.reserveLarge(FragmentBuilder.usualSpecCount)
      middles.reserveLarge(FragmentBuilder.usualSpecCount)
      lows.reserveLarge(FragmentBuilder.usualSpecCount)
      offsets.reserveLarge(FragmentBuilder.usualSpecCount)
    }
    bodyOfSpec.reserveLarge(FragmentBuilder.usualSpecCount)
    bodies.reserveLarge(FragmentBuilder.usualSpecCount / 4)
    variantItems.reserveLarge(FragmentBuilder.usualSpecCount * 4)
  }

  private static let usualSpecCount = 1 << 20

  /// Appends a list of numbers in `variants` and returns its number.
  mutating func appendVariantList(_ numbers: some Collection<UInt32>) -> UInt32 {
    variantItems.append(contentsOf: numbers)
    variantEnds.append(variantItems.count)
    return UInt32(variantEnds.count - 1)
  }

  /// The list with a number.
  func variantList(_ number: UInt32) -> ArraySlice<UInt32> {
    variantItems[(number == 0 ? 0 : variantEnds[Int(number) - 1])..<variantEnds[Int(number)]]
  }

  /// Appends a spec. Complexity: O(1).
  @inline(__always)
  mutating func appendSpec(hash: PackedHash, body: UInt32, offset: Int) {
    highs.append(hash.high)
    middles.append(hash.middle)
    lows.append(hash.low)
    bodyOfSpec.append(body)
    offsets.append(UInt32(truncatingIfNeeded: offset))
  }

  /// Appends a spec whose hash is not in Spack's form.
  mutating func appendSpec(otherHash: String, body: UInt32, offset: Int) {
    otherHashes[specCount] = otherHash
    appendSpec(hash: PackedHash(high: 0, middle: 0, low: 0), body: body, offset: offset)
  }

  /// Forgets the specs and bodies behind these counts; names stay, and do no harm, for a farm takes only names of its
  /// specs.
  mutating func truncate(bodies bodyCount: Int, specs: Int) {
    bodies.removeSubrange(bodyCount...)
    bodyOfSpec.removeSubrange(specs...)
    if !keepsHashes { return }
    highs.removeSubrange(specs...)
    middles.removeSubrange(specs...)
    lows.removeSubrange(specs...)
    offsets.removeSubrange(specs...)
    if !otherHashes.isEmpty { otherHashes = otherHashes.filter { $0.key < specs } }
  }

  /// Hands over all that was gathered, and is empty then. Complexity: O(names).
  mutating func takeFragment() -> FarmFragment {
    var fragment = FarmFragment()
    fragment.versions = versions.texts
    fragment.platforms = platforms.texts
    fragment.oses = oses.texts
    fragment.targets = targets.texts
    fragment.compilers = compilers.texts
    fragment.stacks = stacks.texts
    fragment.variants = variants.texts
    fragment.variantLists = RaggedTable(items: variantItems, ends: variantEnds)
    fragment.stackSets = stackSets.lists
    fragment.bodies = bodies
    fragment.bodyOfSpec = bodyOfSpec
    fragment.hashes =
      keepsHashes
      ? HashColumn(highs: highs, middles: middles, lows: lows, others: otherHashes)
      : HashColumn(leavingOut: specCount)
    fragment.offsets = offsets
    fragment.runs = runs
    fragment.states = states
    fragment.edges = edges
    self = FragmentBuilder(keepsHashes: keepsHashes)
    return fragment
  }
}
