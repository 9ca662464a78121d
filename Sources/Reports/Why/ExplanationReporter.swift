package import BuildPlanner
import CoverageEngine

/// Writes why a cell is asked for, who covers it or comes near, and what a plan would do, for `why`.
package struct ExplanationReporter: Sendable {
  /// The forms that an explanation has.
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case text, json
  }

  package var format: Format
  package var options: ReportOptions

  package init(format: Format, options: ReportOptions = ReportOptions()) {
    self.format = format
    self.options = options
  }

  /// The whole document, a part for each snapshot.
  package func text(of explanations: [CellExplanation]) -> String {
    switch format {
    case .text: explanations.map { ExplanationText(options: options).text(of: $0) }.joined(separator: "\n")
    case .json: ExplanationJSON.text(of: explanations)
    }
  }
}
