import FarmModel

/// The directories of a tree that hold one snapshot each, so that a history is read one farm at a time.
enum SnapshotFolders {
  /// Groups of paths to read together: each directory below `_cache` of a tree (or below the tree itself, where it is
  /// the `_cache`) by itself; a path that is laid out otherwise is one group.
  static func split(_ paths: [String]) -> [[String]] {
    paths.flatMap { path -> [[String]] in
      let cache = path + "/_cache"
      let root = InputFile.isDirectory(cache) ? cache : path
      let isCache = root != path || path.split(separator: "/").last == "_cache"
      guard isCache, let names = try? InputFile.names(in: root, endingIn: "") else { return [[path]] }
      let folders = names.filter { !$0.hasPrefix(".") && InputFile.isDirectory(root + "/" + $0) }
      return folders.isEmpty ? [[path]] : folders.map { [root + "/" + $0] }
    }
  }
}
