import FarmDocuments
import FarmModel

extension OutcomeMerger {
  /// Lock files put together from the parts, each of which has the specs of its own packages.
  static func merged(_ parts: [StackLock]) -> [StackLock] {
    var files: [[String]: [StackLock]] = [:]
    for part in parts { files[[part.path, part.stack], default: []].append(part) }
    return files.values.compactMap { parts in
      guard var lock = parts.first else { return nil }
      lock.nodes = parts.flatMap(\.nodes).sorted { first, second in
        NameTable.isSame(first.package, second.package)
          ? NameTable.precedes(first.hash, second.hash) : NameTable.precedes(first.package, second.package)
      }
      lock.linkDependencies()
      return lock
    }
  }
}

extension StackLock {
  /// Finds the specs that edges name, for their numbers are those of the whole file.
  fileprivate mutating func linkDependencies() {
    let numbers = Dictionary(nodes.enumerated().map { ($1.hash, DependencyGraph.NodeID($0)) }) { first, _ in first }
    for node in nodes.indices {
      for edge in nodes[node].dependencies.indices {
        nodes[node].dependencies[edge].node = numbers[nodes[node].dependencies[edge].hash]
      }
    }
  }
}
