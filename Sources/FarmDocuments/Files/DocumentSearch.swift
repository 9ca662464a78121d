import FarmModel
import Synchronization

/// What is still to be read: files, and directories with all that is below them.
struct SearchItem: Sendable {
  var path: String
  var isDirectory: Bool
  /// Whether the user named it, so that it must be a document.
  var isNamed: Bool
  /// Which of the user's paths it belongs to, by position.
  var argument: Int
  /// The device of a directory.
  var device: UInt64 = 0
  /// How far below a directory `_cache` it is.
  var level = Level.elsewhere

  /// `_cache/SNAPSHOT/PACKAGE` is the directory of a package, where the site has the package's page, `specs.md`, and
  /// nothing else.
  enum Level: Sendable {
    case elsewhere, cache, snapshot, package

    /// The level of a directory in one of this level.
    func below(name: String) -> Level {
      switch self {
      case .cache: .snapshot
      case .snapshot: .package
      case .elsewhere, .package: name == "_cache" ? .cache : .elsewhere
      }
    }
  }

  /// What is found in a directory.
  func entry(_ name: String, isDirectory: Bool) -> SearchItem {
    var path = ""
    path.reserveCapacity(self.path.utf8.count + 1 + name.utf8.count)
    path += self.path
    if path.utf8.last != UInt8(ascii: "/") { path += "/" }
    path += name
    return SearchItem(
      path: path, isDirectory: isDirectory, isNamed: false, argument: argument, device: device,
      level: isDirectory ? level.below(name: name) : .elsewhere)
  }
}

/// A file or directory whatever its path.
struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64
}

extension FileIdentity {
  init(_ status: SystemCalls.Status) { self.init(device: status.device, inode: status.inode) }
}

/// Splits the search into items that workers can take one by one.
///
/// Real directories form a tree, so workers walk them without asking each other. Links are put aside by the workers and
/// followed afterwards, in the order of their paths, and only where they lead to something that was not read: so a loop
/// of links ends, and the paths that are reported do not depend on which worker came first.
struct DocumentSearch {
  /// How many items are enough to keep all workers busy.
  private static let itemsWanted = 512

  private(set) var items: [SearchItem] = []
  private(set) var faults: [(path: String, fault: FileFault)] = []
  /// What must not be read again; nothing of a single tree, where only links lead to something twice.
  private(set) var visited: Set<FileIdentity> = []
  /// What was met in a single tree.
  private var met: [FileIdentity] = []
  /// Whether there are several paths, or links, so that something may be met twice.
  private var isLimited = false
  private(set) var links: [SearchItem] = []
  /// The user's paths, by position, that stand for what another one of them stands for.
  private(set) var covered: Set<Int> = []

  /// Takes the user's paths. A directory within another one of them is not searched twice, nor is a file named twice.
  mutating func begin(_ paths: [String]) {
    isLimited = paths.count > 1
    for (argument, path) in paths.enumerated().sorted(by: { $0.element.utf8.lexicographicallyPrecedes($1.element.utf8) }
    ) {
      let item = SearchItem(path: path, isDirectory: false, isNamed: true, argument: argument)
      if path == "-" { items.append(item) } else { take(item) }
    }
    divide()
  }

  /// Takes links that workers have put aside; they are followed only to what was not read.
  mutating func follow(_ links: [SearchItem], visited more: [FileIdentity]) {
    items = []
    isLimited = true
    visited.formUnion(met)
    visited.formUnion(more)
    for link in links.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) { take(link) }
  }

  private mutating func take(_ item: SearchItem) {
    do throws(FileFault) {
      let status = try SystemCalls.status(item.path)
      guard status.isDirectory || status.isRegular else {
        if item.isNamed { throw .notAFile }
        return
      }
      var item = item
      item.isDirectory = status.isDirectory
      item.device = status.device
      for name in item.path.split(separator: "/") where status.isDirectory {
        item.level = item.level.below(name: String(name))
      }
      guard visited.insert(FileIdentity(status)).inserted else {
        covered.insert(item.argument)
        return
      }
      items.append(item)
    } catch {
      faults.append((item.path, error))
    }
  }

  /// Lists directories until there are many items; not those of packages, whose pages the workers know how to find.
  private mutating func divide() {
    var directories = items.filter(\.isDirectory)[...]
    items.removeAll(where: \.isDirectory)
    var packages: [SearchItem] = []
    while directories.count + packages.count + items.count < DocumentSearch.itemsWanted,
      let directory = directories.popFirst()
    {
      list(directory) { found in
        if found.level == .package { packages.append(found) } else { directories.append(found) }
      }
    }
    packages += directories
    // In this order one worker reads what is sorted afterwards as it will stand.
    let files = items
    items = PathOrder.sorted(packages.map(\.path)).map { packages[$0] }
    items += files
  }

  private mutating func isNew(_ identity: FileIdentity) -> Bool {
    if isLimited { return visited.insert(identity).inserted }
    met.append(identity)
    return true
  }

  private mutating func list(_ directory: SearchItem, _ found: (SearchItem) -> Void) {
    do throws(FileFault) {
      try DirectoryEntry.forEach(inDirectory: directory.path) { entry in
        let isDirectory = entry.kind == .directory
        let item = directory.entry(entry.text, isDirectory: isDirectory)
        switch entry.kind {
        case .directory, .file:
          guard isNew(FileIdentity(device: directory.device, inode: entry.inode)) else { return }
          if isDirectory { found(item) } else { items.append(item) }
        case .link, .unknown: links.append(item)
        case .other: break
        }
      }
    } catch {
      faults.append((directory.path, error))
    }
  }
}

/// Items that workers take one by one.
final class SearchQueue: Sendable {
  let items: [SearchItem]
  /// What must not be read again.
  let visited: Set<FileIdentity>
  /// Whether workers have to look at `visited`: not where they begin in one directory, whose tree is new all over.
  let isLimited: Bool
  private let next = Atomic<Int>(0)
  private let filesRead = Atomic<Int>(0)

  init(items: [SearchItem], visited: Set<FileIdentity>, isLimited: Bool) {
    self.items = items
    self.visited = visited
    self.isLimited = isLimited
  }

  /// The next item, or `nil` when all are taken.
  func take() -> SearchItem? {
    let index = next.add(1, ordering: .relaxed).oldValue
    return index < items.count ? items[index] : nil
  }

  func countFile() { filesRead.add(1, ordering: .relaxed) }

  /// How many files have been read.
  var fileCount: Int { filesRead.load(ordering: .relaxed) }
}
