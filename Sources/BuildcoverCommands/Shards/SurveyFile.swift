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
      diagnostics.append(.malformedSurvey(path))
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

extension Diagnostic {
  fileprivate static func malformedSurvey(_ path: String) -> Diagnostic {
    Diagnostic(
      code: CommandCode.malformedSurvey.rawValue, message: "this is not a whole survey of this version of buildcover",
      labels: [Label(place: SourcePlace(file: path))], help: "write it again with `buildcover survey`")
  }

  /// Two parts that cannot be put together.
  static func about(_ conflict: SurveyConflict, in path: String) -> Diagnostic {
    let labels = [Label(place: SourcePlace(file: path))]
    return switch conflict {
    case .repeatedPage(let page):
      Diagnostic(
        code: CommandCode.repeatedShard.rawValue, message: "the page \(page) is in two of the parts", labels: labels,
        help: "give each part once, and each page to one part")
    case .changedPage(let page):
      Diagnostic(
        code: ShardCode.changedDocument.rawValue, message: "the page \(page) has another content in another part",
        labels: labels, help: "write all parts again from documents of one time")
    case .splitPackage(let package, let snapshot):
      Diagnostic(
        code: ShardCode.splitPackage.rawValue,
        message: "the package `\(package)` of the snapshot `\(snapshot)` is in two of the parts", labels: labels,
        help: "split documents with `--shard K/N`")
    }
  }
}
