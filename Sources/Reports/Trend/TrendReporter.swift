/// Writes coverage over time, for `trend`.
package struct TrendReporter: Sendable {
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case text, json, csv
  }

  package var format: Format
  package var options: ReportOptions

  package init(format: Format, options: ReportOptions = ReportOptions()) {
    self.format = format
    self.options = options
  }

  /// The whole document.
  package func text(of trend: Trend) -> String {
    switch format {
    case .text: TrendText(options: options).text(of: trend)
    case .json: TrendJSON.text(of: trend)
    case .csv: TrendCSV.text(of: trend)
    }
  }
}
