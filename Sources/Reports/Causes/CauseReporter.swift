package import CoverageEngine
import Diagnostics
import FarmModel

/// Writes which missing dependencies block how much of what was wanted, for `causes`.
package struct CauseReporter: Sendable {
  /// The forms that causes have.
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case text, json
  }

  /// The causes of one snapshot, worst first.
  package struct SnapshotCauses: Sendable {
    package var snapshot: String
    package var causes: [Cause]

    package init(snapshot: String, causes: [Cause]) {
      self.snapshot = snapshot
      self.causes = causes
    }
  }

  /// How many causes the text shows without `--all`.
  private static let shown = 30

  package var format: Format
  package var options: ReportOptions

  package init(format: Format, options: ReportOptions = ReportOptions()) {
    self.format = format
    self.options = options
  }

  /// The whole document.
  package func text(of snapshots: [SnapshotCauses]) -> String {
    switch format {
    case .text: snapshots.map(text).joined(separator: "\n")
    case .json: CauseReporter.json(of: snapshots)
    }
  }

  private func text(of snapshot: SnapshotCauses) -> String {
    let causes = snapshot.causes
    let blocked = Set(causes.flatMap(\.blocked)).count
    let title =
      "\(snapshot.snapshot): \(Wording.count(causes.count, "missing build")) "
      + "\(causes.count == 1 ? "is" : "are") behind \(Wording.count(blocked, "gap"))"
    var lines = [TextStyle.strong.applied(to: TerminalText.visible(title), coloured: options.usesColor)]
    let limit = options.showsAll ? causes.count : CauseReporter.shown
    let width = causes.prefix(limit).map { String($0.blocked.count).utf8.count }.max() ?? 1
    for cause in causes.prefix(limit) {
      let count = String(cause.blocked.count)
      let margin = String(repeating: " ", count: width - count.utf8.count)
      lines.append("  \(margin)\(count)  \(TerminalText.visible(cause.name))")
      let stacks = "in " + cause.stacks.joined(separator: ", ")
      lines += TextWrapping.lines(TerminalText.visible(stacks), width: max(20, options.width - width - 6))
        .map { String(repeating: " ", count: width + 6) + $0 }
    }
    if causes.count > limit { lines.append("  … and \(causes.count - limit) more; --all shows them") }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func json(of snapshots: [SnapshotCauses]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("schema", "buildcover/causes/1")
      writer.objects("snapshots", snapshots) { writer, snapshot in
        writer.field("snapshot", snapshot.snapshot)
        writer.objects("causes", snapshot.causes) { writer, cause in
          writer.field("cause", cause.name)
          writer.field("blocks", cause.blocked.count)
          writer.array("stacks", of: cause.stacks)
          writer.objects("blocked", cause.blocked) { $0.cell($1) }
        }
      }
    }
    return writer.text
  }
}
