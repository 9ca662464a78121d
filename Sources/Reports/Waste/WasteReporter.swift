package import CoverageEngine

/// Writes what farms built for nothing, for `duplicates`.
package struct WasteReporter: Sendable {
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
  package func text(of wastes: [BuildWaste]) -> String {
    switch format {
    case .text: WasteText(options: options).text(of: wastes)
    case .json: WasteJSON.text(of: wastes)
    }
  }
}
