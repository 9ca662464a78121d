import CoverageEngine
import Diagnostics
import FarmDocuments
import FarmModel

extension PartialOutcome {
  /// Reads what `text` gives; `nil` for anything else. Complexity: O(bytes).
  init?(_ bytes: [UInt8]) {
    guard let (tree, _) = SealedText.open(bytes), tree["schema"]?.string == PartialOutcome.schema,
      let request = Request(tree), let documents = tree["documents"].flatMap({ Documents($0) }),
      let figures = tree["figures"]?.elements({ Figures($0) })
    else { return nil }
    self.request = request
    self.documents = documents
    self.figures = figures
    if let text = tree["shard"]?.string {
      guard let shard = Shard(text) else { return nil }
      self.shard = shard
    }
    if let older = tree["older"] {
      guard let documents = Documents(older) else { return nil }
      self.older = documents
    }
  }
}

extension PartialOutcome.Figures {
  fileprivate init?(_ tree: JSONTree) {
    guard let snapshot = tree["snapshot"]?.string, let policy = tree["policy"]?.string else { return nil }
    self.init(snapshot: snapshot, policy: policy, tallies: Tallies())
    for (key, figure) in Self.keys {
      guard let number = tree[key]?.count else { return nil }
      tallies[keyPath: figure] = number
    }
  }
}

extension PartialOutcome.Request {
  fileprivate init?(_ tree: JSONTree) {
    guard let version = tree["version"]?.string, let checksum = tree["survey"]?["checksum"]?.string,
      let pageCount = tree["survey"]?["pages"]?.count,
      let pageSum = tree["survey"]?["sum"]?.string.flatMap({ UInt64($0, radix: 16) }),
      let today = tree["today"]?.string, let options = tree["options"],
      let policies = tree["policies"]?.elements({ PartialOutcome.PolicyText($0) })
    else { return nil }
    self.version = version
    survey = SurveyIdentity(checksum: checksum, pageCount: pageCount, pageSum: pageSum)
    self.today = today
    self.policies = policies
    self.options = [:]
    for name in PartialOutcome.recordedOptions {
      guard let values = options[name.rawValue] else { continue }
      guard let strings = values.strings else { return nil }
      self.options[name] = strings
    }
  }
}

extension PartialOutcome.PolicyText {
  fileprivate init?(_ tree: JSONTree) {
    guard let file = tree["file"]?.string, let text = tree["text"]?.string else { return nil }
    self.init(file: file, text: text)
  }
}

extension PartialOutcome.Documents {
  fileprivate init?(_ tree: JSONTree) {
    guard let pages = tree["pages"]?.elements({ FarmSurvey.Page($0) }),
      let diagnostics = tree["diagnostics"]?.elements({ Diagnostic($0) }),
      let archive = tree["farms"]?.string.flatMap({ Base64.bytes(of: $0) }),
      let farms = try? FarmFragment(archive: archive), let locks = tree["locks"]?.elements({ StackLock($0) })
    else { return nil }
    self.locks = locks
    self.pages = pages
    self.diagnostics = diagnostics
    self.farms = farms
  }
}

extension StackLock {
  fileprivate init?(_ tree: JSONTree) {
    guard let path = tree["path"]?.string, let stack = tree["stack"]?.string, let hashes = tree["hashes"]?.strings,
      let roots = tree["roots"]?.strings, hashes.count == roots.count,
      let archive = tree["specs"]?.string.flatMap({ Base64.bytes(of: $0) }),
      let nodes = try? NodeArchive.nodes(archive)
    else { return nil }
    self.init(
      path: path, stack: stack, roots: zip(hashes, roots).map { Root(hash: $0, spec: $1) }, nodes: nodes)
  }
}

extension Diagnostic {
  fileprivate init?(_ tree: JSONTree) {
    guard let code = tree["code"]?.string, let severity = tree["severity"]?.string.flatMap(Severity.init(rawValue:)),
      let message = tree["message"]?.string, let labels = tree["labels"]?.elements({ Label($0) }),
      let notes = tree["notes"]?.strings
    else { return nil }
    self.init(
      code: code, severity: severity, message: message, labels: labels, notes: notes, help: tree["help"]?.string)
  }
}

extension Diagnostic.Label {
  fileprivate init?(_ tree: JSONTree) {
    guard let file = tree["file"]?.string, let line = tree["line"]?.count, let column = tree["column"]?.count,
      let remark = tree["remark"]?.string
    else { return nil }
    self.init(
      place: SourcePlace(file: file, line: line, column: column),
      excerpt: tree["excerpt"].flatMap { SourceExcerpt($0) },
      remark: remark)
  }
}

extension SourceExcerpt {
  fileprivate init?(_ tree: JSONTree) {
    guard let text = tree["text"]?.string, let offset = tree["offset"]?.count, let length = tree["length"]?.count,
      let isCutBefore = tree["cutBefore"]?.boolean, let isCutAfter = tree["cutAfter"]?.boolean
    else { return nil }
    self.init(
      text: text, caretOffset: offset, caretLength: length, isCutBefore: isCutBefore, isCutAfter: isCutAfter)
  }
}
