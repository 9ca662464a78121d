/// The version texts of a farm, each once, in Spack's order (ties by bytes); the position is the number.
package struct VersionTable: Sendable, Equatable {
  /// The versions in the order of their numbers.
  package let versions: [Version]

  /// Takes version texts in any order, with repetitions. Complexity: O(n log n).
  package init(_ texts: some Sequence<String>) {
    versions = NameTable(texts).names.map { Version($0) }.sorted { first, second in
      if first < second { return true }
      if second < first { return false }
      return NameTable.precedes(first.text, second.text)
    }
  }

  package var count: Int { versions.count }

  package subscript(number: VersionID) -> Version { versions[Int(number)] }

  /// The number of a version text. Complexity: O(log n).
  package func number(of text: String) -> VersionID? {
    let version = Version(text)
    var low = 0
    var high = versions.count
    while low < high {
      let middle = (low + high) / 2
      let candidate = versions[middle]
      let comesBefore =
        candidate < version || (!(version < candidate) && NameTable.precedes(candidate.text, version.text))
      if comesBefore { low = middle + 1 } else { high = middle }
    }
    return low < versions.count && NameTable.isSame(versions[low].text, text) ? VersionID(low) : nil
  }
}
