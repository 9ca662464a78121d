import FarmModel

/// Tells snapshots and stacks of indexes and lock files, from what the user says, from the mirror's list of indexes
/// (`cache_spack_io_index.json`), and from the layout of paths:
///
///     …/SNAPSHOT/STACK/build_cache/index.json         …/SNAPSHOT/build_cache/index.json
///     …/SNAPSHOT/STACK/v3/manifests/index/…           …/SNAPSHOT/v3/manifests/index/…
///
/// A directory is the snapshot's own, whose index is the root index, if a directory below it has an index too, or if
/// its name is that of a snapshot (`develop`, `develop-2025-03-23`, `v0.22.2`) and that of the directory above is not.
struct DocumentPlaces: Sendable {
  /// A snapshot and a stack; the stack is `root` for a root index.
  struct Place: Hashable, Sendable {
    /// `nil` where the path does not tell it.
    var snapshot: String?
    var stack: String
  }

  private let workingDirectory: String
  /// The directories in which a directory with an index stands.
  private let parents: Set<String>
  /// What the mirror's list says, by the end of the path.
  private let listed: [String: Place]
  private let indexStacks: [DocumentLoader.Options.StackPath]

  init(
    _ indexes: [ReadIndex], options: DocumentLoader.Options, listed: [String: Place],
    workingDirectory: String = SystemCalls.workingDirectory
  ) {
    self.workingDirectory = workingDirectory
    self.listed = listed
    indexStacks = options.indexStacks
    var parents: Set<String> = []
    for index in indexes {
      let path = IndexLayout.components(of: index.document.path, in: workingDirectory)
      if let directory = IndexLayout.directory(of: path) { parents.insert(directory.dropLast().joined(separator: "/")) }
    }
    self.parents = parents
  }

  /// Where an index belongs; `nil` where nothing tells its stack.
  func place(of index: ReadIndex) -> Place? {
    let path = IndexLayout.components(of: index.document.path, in: workingDirectory)
    let known = listedPlace(path) ?? IndexLayout.directory(of: path).flatMap { place(of: $0) }
    guard indexStacks.indices.contains(index.argument) else { return known }
    return Place(snapshot: known?.snapshot, stack: indexStacks[index.argument].stack)
  }

  private func listedPlace(_ path: [String]) -> Place? {
    if listed.isEmpty { return nil }
    for start in path.indices {
      if let place = listed[path[start...].joined(separator: "/")] { return place }
    }
    return nil
  }

  private func place(of directory: [String]) -> Place? {
    guard let own = directory.last else { return nil }
    let above = directory.dropLast().last
    let isSnapshot = IndexLayout.isSnapshot(own) && !(above.map { IndexLayout.isSnapshot($0) } ?? false)
    if isSnapshot || parents.contains(directory.joined(separator: "/")) {
      return Place(snapshot: own, stack: Farm.aggregateStack)
    }
    return Place(snapshot: above, stack: own)
  }
}

/// How a mirror names its files.
enum IndexLayout {
  /// The parts of a path from the top of the file system, without `.` and `..`.
  static func components(of path: String, in workingDirectory: String) -> [String] {
    var components: [String] = []
    for part in ((path.hasPrefix("/") ? "" : workingDirectory + "/") + path).split(separator: "/") where part != "." {
      if part == ".." { _ = components.popLast() } else { components.append(String(part)) }
    }
    return components
  }

  /// The directory of the stack, or of the snapshot, that an index of this path belongs to.
  static func directory(of path: [String]) -> [String]? {
    if path.count >= 3, path[path.count - 2] == "build_cache" { return path.dropLast(2) }
    if path.count >= 5, path.dropLast().suffix(3) == ["v3", "manifests", "index"] { return path.dropLast(4) }
    if isBlob(path) { return path.dropLast(4) }
    return nil
  }

  /// Whether the path is that of a blob, which only a manifest tells the meaning of.
  static func isBlob(_ path: [String]) -> Bool {
    guard let name = path.last, path.count >= 5, path[path.count - 4] == "blobs", path[path.count - 3] == "sha256"
    else { return false }
    return isChecksum(name) && name.hasPrefix(path[path.count - 2])
  }

  /// Whether a text is a SHA-256 digest as it is written: 64 hexadecimal digits, lower case.
  static func isChecksum(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  /// Whether a name is one that Spack gives to snapshots.
  static func isSnapshot(_ name: String) -> Bool {
    if name == "develop" || name.hasPrefix("develop-") { return true }
    return name.hasPrefix("v") && name.utf8.dropFirst().first.map { (0x30...0x39).contains($0) } == true
      && name.contains(".")
  }

  /// Where a blob lies that a manifest names; the checksum has been checked to be one.
  static func blobPath(manifest: String, checksum: String) -> String {
    let suffix = "blobs/sha256/\(checksum.prefix(2))/\(checksum)"
    let parts = manifest.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.dropLast().suffix(3) == ["v3", "manifests", "index"] else {
      return (parts.dropLast() + ["..", "..", "..", Substring(suffix)]).joined(separator: "/")
    }
    return (parts.dropLast(4) + [Substring(suffix)]).joined(separator: "/")
  }

  /// Whether a file of this path must be a document, whatever it holds; and which.
  static func expectedKind(_ path: String) -> DocumentKind? {
    let parts = path.split(separator: "/").suffix(2)
    switch parts.last {
    case "specs.md": return .page
    case "index.json": return parts.first == "build_cache" ? .index : nil
    case "index.manifest.json": return .manifest
    case "spack.lock": return .lock
    default: return nil
    }
  }
}
