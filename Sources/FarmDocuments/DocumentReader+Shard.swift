import FarmModel

extension DocumentReader {
  /// Whether the start of a file, which the buffer holds, shows that it is a page of a package of another part; its rest
  /// need not be read then.
  mutating func isElsewhere(_ file: SearchItem) -> Bool {
    guard let shard = options.shard, let start = pages.start(of: buffer.bytes), !shard.holds(start.package) else {
      return false
    }
    outcome.arguments.insert(file.argument)
    outcome.otherSnapshots.insert(start.snapshot)
    return true
  }

  /// Notes a page with its digest, and reads no spec.
  mutating func listPage(_ bytes: DocumentBytes, of file: SearchItem) {
    guard let start = pages.start(of: bytes) else {
      return outcome.rejectedDocuments.append(file.path)
    }
    if let shard = options.shard, !shard.holds(start.package) {
      outcome.otherSnapshots.insert(start.snapshot)
      return
    }
    outcome.documents.append(
      ReadDocument(
        path: file.path, kind: .page, snapshot: start.snapshot, subject: start.package, specCount: 0,
        byteCount: bytes.count, digest: bytes.digest))
  }

  /// The same for a lock file.
  mutating func listLock(_ bytes: DocumentBytes, of file: SearchItem, stack: String) {
    outcome.arguments.insert(file.argument)
    outcome.documents.append(
      ReadDocument(
        path: file.path, kind: .lock, snapshot: "", subject: stack, specCount: 0, byteCount: bytes.count,
        digest: bytes.digest))
  }

  /// The same for an index, whose snapshot and stack are found out when all files are known.
  mutating func listIndex(_ bytes: DocumentBytes, path: String, of file: SearchItem) {
    outcome.arguments.insert(file.argument)
    outcome.indexes.append(
      ReadIndex(
        path: path, argument: file.argument,
        document: ReadDocument(
          path: file.path, kind: .index, snapshot: "", subject: "", specCount: 0, byteCount: bytes.count,
          digest: bytes.digest)))
  }
}
