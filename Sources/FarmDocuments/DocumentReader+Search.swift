import Diagnostics

extension DocumentReader {
  /// Reads a file, or all files below a directory.
  mutating func read(_ item: SearchItem, of queue: SearchQueue) {
    guard item.isDirectory else {
      queue.countFile()
      return readFile(item)
    }
    var directories = [item]
    while let directory = directories.popLast() { read(directory: directory, of: queue) { directories.append($0) } }
  }

  private mutating func readFile(_ item: SearchItem) {
    if item.path == "-" { return read(descriptor: 0, of: item) }
    do throws(FileFault) {
      let descriptor = try SystemCalls.open(item.path)
      defer { SystemCalls.close(descriptor) }
      read(descriptor: descriptor, of: item)
    } catch {
      reject(item, [.about(error, path: item.path)])
    }
  }

  private mutating func read(directory: SearchItem, of queue: SearchQueue, _ found: (SearchItem) -> Void) {
    if directory.level == .package, readPage(ofPackage: directory, of: queue) { return }
    do throws(FileFault) {
      try DirectoryEntry.forEach(inDirectory: directory.path) { entry in
        let item = directory.entry(entry.text, isDirectory: entry.kind == .directory)
        let identity = FileIdentity(device: directory.device, inode: entry.inode)
        switch entry.kind {
        case .directory:
          if queue.isNew(identity) { found(item) }
          outcome.visited.append(identity)
        case .file:
          if queue.isNew(identity) {
            queue.countFile()
            read(entry, item)
          }
          outcome.visited.append(identity)
        case .link, .unknown: outcome.links.append(item)
        case .other: break
        }
      }
    } catch {
      outcome.diagnostics.append(.about(error, path: directory.path))
    }
  }

  /// Reads the page of a package without listing its directory, which takes longer than to open the page; `false`, and
  /// does nothing, where it is not found so.
  private mutating func readPage(ofPackage directory: SearchItem, of queue: SearchQueue) -> Bool {
    var page = directory.entry("specs.md", isDirectory: false)
    page.level = .package
    guard let descriptor = try? SystemCalls.open(page.path, followsLinks: false) else { return false }
    defer { SystemCalls.close(descriptor) }
    guard let status = try? SystemCalls.status(descriptor), status.isRegular else { return false }
    let identity = FileIdentity(device: status.device, inode: status.inode)
    if queue.isNew(identity) {
      queue.countFile()
      read(descriptor: descriptor, of: page)
    }
    outcome.visited.append(identity)
    return true
  }

  private mutating func read(_ entry: DirectoryEntry, _ item: SearchItem) {
    do throws(FileFault) {
      let descriptor = try SystemCalls.open(entry.name, in: entry.directory)
      defer { SystemCalls.close(descriptor) }
      read(descriptor: descriptor, of: item)
    } catch {
      reject(item, [.about(error, path: item.path)])
    }
  }
}

extension SearchQueue {
  /// Whether something has not been read yet, as far as was known when the workers began.
  func isNew(_ identity: FileIdentity) -> Bool { !isLimited || !visited.contains(identity) }
}
