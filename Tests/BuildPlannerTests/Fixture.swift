import CoverageEngine
import CoveragePolicy
import FarmDocuments
import FarmModel
import Foundation
import Testing

/// Reads what stands in `Tests/Fixtures` and judges it.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// The farm of one snapshot in some files and folders.
  static func farm(_ documents: [String], snapshot: String) throws -> Farm {
    let loaded = DocumentLoader.load(documents.map { folder.appending(path: $0).path(percentEncoded: false) })
    return try #require(loaded.farms.first { $0.snapshot == snapshot })
  }

  /// The policies of a text, which must be valid.
  static func policies(_ text: String) throws -> [Policy] {
    let parsed = PolicyParser.parse(file: "p.policy", bytes: Array(text.utf8))
    try #require(!parsed.policies.isEmpty, "\(parsed.diagnostics)")
    return parsed.policies
  }

  /// What policies find in a farm on a fixed day.
  static func outcome(_ farm: Farm, _ policies: [Policy], today: String = "2026-11-20") throws -> SnapshotOutcome {
    SnapshotJudge.judge(
      farm, policies: policies, documentCount: 1, options: JudgingOptions(today: try #require(CalendarDate(today))))
  }
}
