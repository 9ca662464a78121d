import FarmModel

extension DocumentReader {
  /// Whether the start of a file, which the buffer holds, shows that it is a page of a package of another part; its rest
  /// need not be read then.
  mutating func isElsewhere(_ file: SearchItem) -> Bool {
    guard let shard = options.shard, let title = pages.title(inStart: buffer.bytes), !shard.holds(title) else {
      return false
    }
    outcome.arguments.insert(file.argument)
    return true
  }

  /// Notes a page with its digest, and reads no spec.
  mutating func list(_ bytes: DocumentBytes, of file: SearchItem) {
    outcome.documents.append(
      ReadDocument(
        path: file.path, kind: .page, snapshot: "", subject: "", specCount: 0, byteCount: bytes.count,
        digest: bytes.digest))
  }
}

extension DocumentReader.Outcome {
  /// The same without specs of packages of other parts, which documents of many packages bring.
  func limited(to shard: Shard?) -> DocumentReader.Outcome {
    guard let shard else { return self }
    var outcome = self
    outcome.fragment.runs.removeAll { !shard.holds($0.package) }
    return outcome
  }
}
