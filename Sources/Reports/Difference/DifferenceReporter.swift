package import CoverageEngine

/// Writes what changed between two farms.
package struct DifferenceReporter: Sendable {
  /// The forms that a difference has.
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case text, json, markdown, html
  }

  package var format: Format
  package var options: ReportOptions

  package init(format: Format, options: ReportOptions = ReportOptions()) {
    self.format = format
    self.options = options
  }

  /// The whole document.
  package func text(of difference: FarmDifference) -> String {
    switch format {
    case .text: DifferenceText(options: options).text(of: difference)
    case .json: DifferenceJSON.text(of: difference)
    case .markdown: DifferenceMarkdown().text(of: difference)
    case .html: DifferenceHTML().text(of: difference)
    }
  }
}
