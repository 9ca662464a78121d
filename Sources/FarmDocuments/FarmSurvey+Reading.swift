package import FarmModel

extension FarmSurvey {
  /// Reads what `write(to:)` has written; `nil` for anything else. Complexity: O(n).
  package init?(_ tree: JSONTree) {
    guard tree["schema"]?.string == FarmSurvey.schema, let version = tree["version"]?.string,
      let shards = tree["shards"]?.elements({ $0.string.flatMap { Shard($0) } }),
      let snapshots = tree["snapshots"]?.elements({ Snapshot($0) }), let pages = tree["pages"]?.elements({ Page($0) })
    else { return nil }
    self.init(version: version, shards: shards, snapshots: snapshots, pages: pages)
  }
}

extension JSONTree {
  /// The elements of an array; `nil` if any cannot be read.
  package func elements<Element>(_ read: (JSONTree) -> Element?) -> [Element]? {
    guard let array else { return nil }
    let elements = array.compactMap(read)
    return elements.count == array.count ? elements : nil
  }

  /// A whole number that is not negative.
  package var count: Int? { integer.flatMap { $0 >= 0 ? $0 : nil } }
}

extension FarmSurvey.Page {
  /// Reads what `write(to:)` has written; `nil` for anything else.
  package init?(_ tree: JSONTree) {
    guard let path = tree["path"]?.string, let snapshot = tree["snapshot"]?.string,
      let subject = tree["subject"]?.string, let kind = tree["kind"]?.string, let byteCount = tree["bytes"]?.count,
      let digest = tree["digest"]?.string, let specCount = tree["specs"]?.count
    else { return nil }
    self.init(
      path: path, snapshot: snapshot, subject: subject, kind: kind, byteCount: byteCount, digest: digest,
      specCount: specCount)
  }

  /// What a survey says of a document that was read.
  package init(_ document: ReadDocument) {
    self.init(
      path: document.path, snapshot: document.snapshot, subject: document.subject, kind: document.kind.rawValue,
      byteCount: document.byteCount, digest: document.digest, specCount: document.specCount)
  }
}

extension FarmSurvey.Snapshot {
  fileprivate init?(_ tree: JSONTree) {
    guard let name = tree["snapshot"]?.string, let packages = tree["packages"]?.strings,
      let targets = tree["targets"]?.strings, let oses = tree["oses"]?.strings,
      let platforms = tree["platforms"]?.strings, let compilers = tree["compilers"]?.strings,
      let stacks = tree["stacks"]?.elements({ FarmSurvey.Stack($0) })
    else { return nil }
    self.init(name: name)
    self.packages = packages
    self.targets = targets
    self.oses = oses
    self.platforms = platforms
    self.compilers = compilers
    self.stacks = stacks
  }
}

extension FarmSurvey.Stack {
  fileprivate init?(_ tree: JSONTree) {
    guard let name = tree["stack"]?.string, let packages = tree["packages"]?.count,
      let specs = tree["specs"]?.count, let targets = tree["targets"]?.elements({ FarmSurvey.TargetCount($0) }),
      let combinations = tree["combinations"]?.elements({ FarmSurvey.Combination($0) })
    else { return nil }
    self.init(name: name, packageCount: packages, specCount: specs, targets: targets, combinations: combinations)
  }
}

extension FarmSurvey.TargetCount {
  fileprivate init?(_ tree: JSONTree) {
    guard let target = tree["target"]?.string, let packages = tree["packages"]?.count else { return nil }
    self.init(target: target, packages: packages)
  }
}

extension FarmSurvey.Combination {
  fileprivate init?(_ tree: JSONTree) {
    guard let names = tree.strings, names.count == 4 else { return nil }
    self.init(target: names[0], platform: names[1], os: names[2], compiler: names[3])
  }
}
