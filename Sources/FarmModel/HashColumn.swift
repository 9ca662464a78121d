/// The hashes of many specs, 20 bytes each instead of a string.
///
/// Hashes that are not in Spack's form (`PackedHash`) are kept as text beside the column. Most jobs never look at a hash:
/// then all may be left out, by whoever has seen that those of each run ascend, each once.
package struct HashColumn: Sendable, Equatable {
  private var highs: [UInt64] = []
  private var middles: [UInt64] = []
  private var lows: [UInt32] = []
  private var others: [Int: String] = [:]
  /// How many hashes are left out; none or all.
  private var leftOut = 0

  package init() {}

  /// Leaves out some hashes.
  package init(leavingOut count: Int) { leftOut = count }

  package init(_ hashes: some Sequence<String>) {
    for hash in hashes { append(hash) }
  }

  /// Takes columns of equal length; `others` holds the hashes that are not in Spack's form, by position.
  package init(highs: [UInt64], middles: [UInt64], lows: [UInt32], others: [Int: String]) {
    precondition(highs.count == middles.count && middles.count == lows.count)
    self.highs = highs
    self.middles = middles
    self.lows = lows
    self.others = others
  }

  package var count: Int { lows.count + leftOut }

  /// Whether the hashes are there.
  package var isKept: Bool { leftOut == 0 }

  /// Whether every hash is in Spack's form.
  package var isUniform: Bool { others.isEmpty }

  package mutating func reserveCapacity(_ count: Int) {
    highs.reserveCapacity(count)
    middles.reserveCapacity(count)
    lows.reserveCapacity(count)
  }

  package mutating func append(_ hash: String) {
    let packed = PackedHash(hash)
    if packed == nil { others[count] = hash }
    append(packed ?? PackedHash(high: 0, middle: 0, low: 0))
  }

  package mutating func append(_ hash: PackedHash) {
    highs.append(hash.high)
    middles.append(hash.middle)
    lows.append(hash.low)
  }

  /// Appends a range of another column. Complexity: O(length).
  package mutating func append(_ range: Range<Int>, of column: HashColumn) {
    guard column.isKept else {
      leftOut += range.count
      return
    }
    if !column.others.isEmpty {
      for index in range {
        if let other = column.others[index] { others[count + index - range.lowerBound] = other }
      }
    }
    highs.append(contentsOf: column.highs[range])
    middles.append(contentsOf: column.middles[range])
    lows.append(contentsOf: column.lows[range])
  }

  /// The hash at a position, as text; empty where it is left out.
  package subscript(index: Int) -> String { isKept ? others[index] ?? packed(index).text : "" }

  /// Whether one hash comes before another of a column, by their bytes.
  package func precedes(_ first: Int, _ second: Int) -> Bool {
    if others.isEmpty || (others[first] == nil && others[second] == nil) { return packed(first) < packed(second) }
    return NameTable.precedes(self[first], self[second])
  }

  /// Whether the hash at a position comes before one of another column, by their bytes.
  package func precedes(_ index: Int, _ column: HashColumn, _ other: Int) -> Bool {
    if isUniform && column.isUniform { return packed(index) < column.packed(other) }
    return NameTable.precedes(self[index], column[other])
  }

  private func packed(_ index: Int) -> PackedHash {
    guard isKept else { return PackedHash(high: 0, middle: 0, low: 0) }
    return PackedHash(high: highs[index], middle: middles[index], low: lows[index])
  }

  /// Whether the hashes of a range ascend, each once. Complexity: O(length).
  package func isStrictlyAscending(_ range: Range<Int>) -> Bool {
    if !isKept { return true }
    if isUniform {
      guard var last = highs[range].first else { return true }
      for (index, high) in zip(range.dropFirst(), highs[range.dropFirst()]) {
        if last >= high && packed(index - 1) >= packed(index) { return false }
        last = high
      }
      return true
    }
    for index in range.dropFirst() where !precedes(index - 1, index) { return false }
    return true
  }
}
