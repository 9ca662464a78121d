/// Farms made of fragments, one for each snapshot, and what the fragments disagree about.
///
/// The result depends on what the fragments say, not on their order or on the order within them.
package struct FarmAssembly: Sendable {
  /// Sorted by snapshot.
  package var farms: [Farm]
  /// Specs that stand twice with different attributes, and are in no farm; sorted by place.
  package var contradictions: [SpecContradiction]
  /// Whether hashes are needed to make the farms that some fragment has left out; there are no farms then.
  package var lacksHashes = false

  /// Makes the farms. Throws where there are more specs, names or lists than are numbered.
  ///
  /// - Parameter limit: how many of anything are numbered. Complexity: O(n log n) in the number of specs; O(n) where
  ///   every run is sorted by hash.
  package init(_ fragments: [FarmFragment], limit: Int = NumberLimit.standard) throws(FarmTooLarge) {
    try fragments.checkCounts(below: limit)
    farms = []
    contradictions = []
    // A column has all hashes or none.
    lacksHashes =
      fragments.contains { !$0.hashes.isKept } && fragments.contains { $0.hashes.count > 0 && $0.hashes.isKept }
    if lacksHashes { return }
    for (snapshot, runs) in FarmAssembly.runsBySnapshot(fragments) {
      var assembler = SnapshotAssembler(fragments: fragments, runs: runs, numberLimit: limit)
      farms.append(assembler.farm(snapshot: snapshot))
      if assembler.isFull { throw FarmTooLarge(limit: limit) }
      lacksHashes = lacksHashes || assembler.lacksHashes
      contradictions.append(contentsOf: assembler.contradictions)
    }
    if lacksHashes { farms = [] }
    contradictions.sort(by: SpecContradiction.precedes)
  }

  /// The runs of each snapshot, in the order of snapshots; runs that follow each other mostly are of the same.
  private static func runsBySnapshot(_ fragments: [FarmFragment]) -> [(snapshot: String, runs: [RunReference])] {
    // By bytes: texts that Unicode calls the same are other names.
    var numbers: [[UInt8]: Int] = [:]
    var snapshots: [(snapshot: String, runs: [RunReference])] = []
    var latest: Int?
    for fragment in fragments.indices {
      for run in fragments[fragment].runs.indices {
        let snapshot = fragments[fragment].runs[run].snapshot
        if let known = latest, NameTable.isSame(snapshots[known].snapshot, snapshot) {
          snapshots[known].runs.append(RunReference(fragment: fragment, run: run))
          continue
        }
        let number = numbers[Array(snapshot.utf8)] ?? snapshots.count
        if number == snapshots.count {
          snapshots.append((snapshot, []))
          numbers[Array(snapshot.utf8)] = number
        }
        snapshots[number].runs.append(RunReference(fragment: fragment, run: run))
        latest = number
      }
    }
    return snapshots.sorted { NameTable.precedes($0.snapshot, $1.snapshot) }
  }
}

/// A run of a fragment.
struct RunReference {
  var fragment: Int
  var run: Int
}

/// More specs, names or lists than a farm can number.
package struct FarmTooLarge: Error, Equatable {
  /// How many can be numbered.
  package var limit: Int

  package init(limit: Int) { self.limit = limit }
}

/// One hash of one package that documents describe in two ways.
package struct SpecContradiction: Hashable, Sendable {
  /// One of the two descriptions: where it stands.
  package struct Place: Hashable, Sendable {
    package var path: String
    /// In bytes from the start of the document.
    package var offset: Int
  }

  package var snapshot: String
  package var package: String
  package var hash: String
  package var first: Place
  package var second: Place
  /// What differs, with both values.
  package var differences: [Difference]

  /// An attribute and what the two places say about it.
  package struct Difference: Hashable, Sendable {
    package var attribute: Dimension
    package var first: String
    package var second: String
  }

  static func precedes(_ one: SpecContradiction, _ other: SpecContradiction) -> Bool {
    if !NameTable.isSame(one.second.path, other.second.path) {
      return NameTable.precedes(one.second.path, other.second.path)
    }
    if one.second.offset != other.second.offset { return one.second.offset < other.second.offset }
    return NameTable.precedes(one.hash, other.hash)
  }
}
