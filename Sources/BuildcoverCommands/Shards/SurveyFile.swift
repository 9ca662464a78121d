import Diagnostics
import FarmDocuments
import FarmModel

/// Surveys as files: sealed, so that one that was cut short cannot pass for a smaller farm.
struct SurveyFile {
  var survey: FarmSurvey
  var checksum: String

  /// The file's text. Complexity: O(names).
  static func text(of survey: FarmSurvey) -> String {
    var writer = JSONWriter(layout: .compact)
    writer.object { survey.write(to: &$0) }
    return SealedText.seal(writer.text)
  }

  /// Reads a survey; a diagnostic where it is none.
  static func read(_ path: String, diagnostics: inout [Diagnostic]) -> SurveyFile? {
    do {
      let bytes = try InputFile.bytes(of: path)
      if let file = SurveyFile(bytes) { return file }
      diagnostics.append(.otherForm(path, bytes, than: FarmSurvey.schema) ?? .malformedSurvey(path))
    } catch {
      diagnostics.append(.unreadable(error))
    }
    return nil
  }

  init?(_ bytes: [UInt8]) {
    guard let (tree, checksum) = SealedText.open(bytes), let survey = FarmSurvey(tree) else { return nil }
    self.survey = survey
    self.checksum = checksum
  }
}

/// Merges surveys, and names those that are not of one farm.
struct SurveyMerger {
  private(set) var diagnostics: [Diagnostic] = []
  /// `nil` where there is none, or some could not be merged.
  private(set) var merged: FarmSurvey?

  /// Takes surveys in any order; stops at the first that cannot be merged. Complexity: O(n log n) in the names of all.
  init(_ files: [(path: String, survey: FarmSurvey)]) {
    merged = files.first?.survey
    for (position, file) in files.enumerated().dropFirst() {
      do throws(SurveyConflict) {
        merged = try merged?.merged(with: file.survey)
      } catch {
        diagnostics.append(.about(error, between: file, and: files[..<position]))
        merged = nil
        return
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func malformedSurvey(_ path: String) -> Diagnostic {
    Diagnostic(
      code: CommandCode.malformedSurvey.rawValue, message: "this is not a whole survey of this version of buildcover",
      labels: [Label(place: SourcePlace(file: path))], help: "write it again with `buildcover survey`")
  }

  /// A survey or an outcome that is whole, but of another form; `nil` where it is none.
  static func otherForm(_ path: String, _ bytes: [UInt8], than schema: String) -> Diagnostic? {
    let family = schema.utf8.prefix(through: schema.utf8.lastIndex(of: UInt8(ascii: "/")) ?? schema.utf8.startIndex)
    guard let (tree, _) = SealedText.open(bytes), let other = tree["schema"]?.string,
      other.utf8.starts(with: family), !NameTable.isSame(other, schema)
    else { return nil }
    return Diagnostic(
      code: ShardCode.foreignPart.rawValue,
      message: "is of the form `\(other)`, and this version of buildcover reads `\(schema)`",
      labels: [Label(place: SourcePlace(file: path))], help: "write all parts with the same version of buildcover")
  }

  /// A document that two parts have.
  static func repeatedPage(_ page: String, in path: String) -> Diagnostic {
    Diagnostic(
      code: CommandCode.repeatedShard.rawValue, message: "the page \(page) is in two of the parts",
      labels: [Label(place: SourcePlace(file: path))], help: "give each part once, and each page to one part")
  }

  /// A package that two parts have.
  static func splitPackage(_ package: String, of snapshot: String, in path: String) -> Diagnostic {
    Diagnostic(
      code: ShardCode.splitPackage.rawValue,
      message: "the package `\(package)` of the snapshot `\(snapshot)` is in two of the parts",
      labels: [Label(place: SourcePlace(file: path))], help: "split documents with `--shard K/N`")
  }

  /// A survey that cannot be merged with those before it.
  fileprivate static func about(
    _ conflict: SurveyConflict, between file: (path: String, survey: FarmSurvey),
    and others: ArraySlice<(path: String, survey: FarmSurvey)>
  ) -> Diagnostic {
    let labels = [Label(place: SourcePlace(file: file.path))]
    let first = others.first ?? file
    switch conflict {
    case .repeatedPage(let page): return .repeatedPage(page, in: file.path)
    case .splitPackage(let package, let snapshot): return .splitPackage(package, of: snapshot, in: file.path)
    case .changedPage(let page):
      return Diagnostic(
        code: ShardCode.changedDocument.rawValue, message: "the page \(page) has another content in another part",
        labels: labels, help: "write all parts again from documents of one time")
    case .otherVersion:
      return Diagnostic(
        code: ShardCode.foreignPart.rawValue,
        message: "was written by the version \(file.survey.version) of buildcover, and \(first.path) by the version "
          + first.survey.version,
        labels: labels, help: "survey all parts with the same version")
    case .otherSnapshots:
      return Diagnostic(
        code: ShardCode.otherSnapshot.rawValue,
        message: "is of \(file.survey.snapshotNames), and \(first.path) is of \(first.survey.snapshotNames)",
        labels: labels, help: "merge surveys of the same snapshots, and survey a tree of several snapshots as one")
    case .otherSplit:
      return Diagnostic(
        code: ShardCode.foreignPart.rawValue,
        message: "is \(file.survey.splitName), and \(first.path) is \(first.survey.splitName)", labels: labels,
        help: "survey all parts with the same N in `--shard K/N`")
    case .repeatedShard(let shard):
      let owner = others.first { $0.survey.shards.contains(shard) } ?? first
      return Diagnostic(
        code: CommandCode.repeatedShard.rawValue, message: "holds the shard \(shard), and so does \(owner.path)",
        labels: labels, help: "give each shard once")
    }
  }
}

extension FarmSurvey {
  /// The snapshots in words.
  var snapshotNames: String {
    switch snapshots.count {
    case 0: "no snapshot"
    case 1: "the snapshot `\(snapshots[0].name)`"
    default: "the snapshots " + snapshots.map { "`\($0.name)`" }.joined(separator: ", ")
    }
  }

  fileprivate var splitName: String {
    switch shards.count {
    case 0: "of no shard"
    case 1: "of the shard \(shards[0])"
    default: "of \(shards.count) shards of \(shards[0].count)"
    }
  }
}
