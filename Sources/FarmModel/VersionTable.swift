/// The version texts of a farm, each once, in Spack's order (ties by bytes); the position is the number.
package struct VersionTable: Sendable, Equatable {
  /// The versions in the order of their numbers.
  package let versions: [Version]

  /// Takes version texts in any order, with repetitions. Complexity: O(n log n).
  package init(_ texts: some Sequence<String>) { self = VersionNumbering(Array(texts)).table }

  /// Takes versions that stand in order already, each once.
  init(ascending versions: [Version]) { self.versions = versions }

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

/// Versions in Spack's order, each once, and the number of every text that was given.
struct VersionNumbering {
  let table: VersionTable
  /// For each text that was given, its number in `table`.
  let numbers: [VersionID]

  /// Takes version texts in any order, with repetitions. Complexity: O(n log n).
  init(_ texts: [String]) {
    let versions = texts.map { Version($0) }
    var entries = versions.indices.map { position in
      let key = versions[position].key
      return (head: key.span.word(at: 0), position: position)
    }
    entries.sort { one, other in
      if one.head != other.head { return one.head < other.head }
      let (first, second) = (versions[one.position], versions[other.position])
      let order = Version.compare(first, second)
      return order == 0 ? NameTable.precedes(first.text, second.text) : order < 0
    }
    var ordered: [Version] = []
    ordered.reserveCapacity(versions.count)
    var numbers = [VersionID](repeating: 0, count: versions.count)
    for (_, position) in entries {
      if ordered.last.map({ $0 != versions[position] }) ?? true { ordered.append(versions[position]) }
      numbers[position] = VersionID(ordered.count - 1)
    }
    table = VersionTable(ascending: ordered)
    self.numbers = numbers
  }
}
