/// Farms made of fragments, one for each snapshot, and what the fragments disagree about.
///
/// The result depends on what the fragments say, not on their order or on the order within them.
package struct FarmAssembly: Sendable {
  /// Sorted by snapshot.
  package var farms: [Farm]
  /// Specs that stand twice with different attributes, and are in no farm; sorted by place.
  package var contradictions: [SpecContradiction]

  /// Makes the farms. Throws where there are more specs, names or lists than are numbered.
  ///
  /// - Parameter limit: how many of anything are numbered. Complexity: O(n log n) in the number of specs; O(n) where
  ///   every run is sorted by hash.
  package init(_ fragments: [FarmFragment], limit: Int = NumberLimit.standard) throws(FarmTooLarge) {
    try fragments.checkCounts(below: limit)
    var runs: [String: [RunReference]] = [:]
    for (fragment, content) in fragments.enumerated() {
      for run in content.runs.indices {
        runs[content.runs[run].snapshot, default: []].append(RunReference(fragment: fragment, run: run))
      }
    }
    farms = []
    contradictions = []
    for snapshot in runs.keys.sorted(by: NameTable.precedes) {
      var assembler = SnapshotAssembler(fragments: fragments, runs: runs[snapshot] ?? [], numberLimit: limit)
      farms.append(assembler.farm(snapshot: snapshot))
      if assembler.isFull { throw FarmTooLarge(limit: limit) }
      contradictions.append(contentsOf: assembler.contradictions)
    }
    contradictions.sort(by: SpecContradiction.precedes)
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
