import Diagnostics

extension DocumentReader {
  /// Reads a file, or all files below a directory.
  mutating func read(_ item: SearchItem, of queue: SearchQueue) {
    guard item.isDirectory else {
      queue.countFile()
      return readFile(item)
    }
    if readPage(ofPackage: item, of: queue) { return }
    var directories = [item]
    while let directory = directories.popLast() {
      if readPage(ofPackage: directory, of: queue) { continue }
      read(directory: directory, of: queue) { directories.append($0) }
    }
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
    guard directory.level == .package else { return false }
    var page = directory.entry("specs.md", isDirectory: false)
    page.level = .package
    guard let descriptor = openPage(page.path, ofPackage: directory) else { return false }
    defer { SystemCalls.close(descriptor) }
    if queue.isLimited || options.shard != nil {
      guard let status = try? SystemCalls.status(descriptor), status.isRegular else { return false }
      guard queue.isNew(FileIdentity(status)) else { return true }
      read(descriptor: descriptor, of: page)
    } else {
      // What is no file shows when it is read, so that the others need not be asked.
      let fault = fillBuffer(descriptor)
      if fault != nil || buffer.count == 0, (try? SystemCalls.status(descriptor))?.isRegular != true { return false }
      if let fault { reject(page, [.about(fault, path: page.path)]) } else { read(buffer.bytes, of: page) }
    }
    queue.countFile()
    outcome.pages.append(page.path)
    return true
  }

  private func fillBuffer(_ descriptor: Int32) -> FileFault? {
    do throws(FileFault) {
      try buffer.read(descriptor, limit: DocumentLoader.documentLimit)
      return nil
    } catch {
      return error
    }
  }

  /// Opens the page of a package from the directory of its snapshot, which is kept open: that path is shorter to look up.
  private mutating func openPage(_ path: String, ofPackage directory: SearchItem) -> Int32? {
    if snapshotDirectory?.contains(path) != true { snapshotDirectory = OpenDirectory(parentOf: directory.path) }
    if let snapshotDirectory { return snapshotDirectory.open(path) }
    return try? SystemCalls.open(path, followsLinks: false)
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

extension DocumentReader.Outcome {
  /// What was visited, as the system knows it. Complexity: O(visited), with a system call for each page.
  var identities: [FileIdentity] {
    visited + pages.compactMap { path in (try? SystemCalls.status(path)).map { FileIdentity($0) } }
  }

  /// Forgets what only the search needs.
  mutating func forgetSearch() { (links, visited, pages) = ([], [], []) }
}
