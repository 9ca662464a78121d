import CoverageEngine
import CoveragePolicy
import Diagnostics

/// A finding as one sentence, for formats that show findings one at a time.
enum FindingSentence {
  /// `no build of hdf5 1.14.3 in e4s on x86_64_v3`, safe to print.
  static func text(of finding: Finding, in sentence: Sentence) -> String {
    let cell = finding.cell.sentenceLabel
    let text: String
    switch finding.status {
    case .gap: text = "no build of \(cell)"
    case .undetermined: text = "cannot tell whether there is a build of \(cell)"
    case .excess: text = "too many: \(sentence.counted(finding.count ?? 0)) of \(cell)"
    case .shortfall: text = "too few: \(sentence.counted(finding.count ?? 0)) of \(cell)"
    case .forbidden: text = "forbidden: \(cell)"
    case .lost: text = "lost: \(cell)"
    }
    return TerminalText.visible(text + blockers(of: finding))
  }

  private static func blockers(of finding: Finding) -> String {
    guard !finding.blockers.isEmpty else { return "" }
    let rest = finding.blockers.count > 3 ? " and \(finding.blockers.count - 3) more" : ""
    return ", blocked by \(finding.blockers.prefix(3).joined(separator: ", "))\(rest)"
  }
}
