import CoverageEngine
import FarmDocuments
import FarmModel

extension LoadedDocuments {
  /// What the lock files want, in the engine's words.
  var wantedLists: [WantedList] {
    locks.map { lock in
      WantedList(
        stack: lock.stack, roots: lock.roots.map(\.hash),
        specs: lock.nodes.map { node in
          WantedList.Spec(
            hash: node.hash, package: node.package, version: node.version, isExternal: node.isExternal,
            dependencies: node.dependencies.map {
              WantedList.Dependency(package: $0.package, hash: $0.hash, types: $0.types)
            })
        })
    }
  }
}
