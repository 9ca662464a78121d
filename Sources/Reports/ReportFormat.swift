/// The formats in which an outcome can be written.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case text, json, html, markdown, sarif, junit, github, gitlab, csv

  /// Whether it points at the documents in which packages stand.
  package var pointsAtDocuments: Bool { self == .sarif || self == .gitlab }

  /// The reporter that writes the format.
  package var reporter: any Reporter {
    switch self {
    case .text: TextReporter()
    case .json: JSONReporter()
    case .html: HTMLOutcomeReporter()
    case .markdown: MarkdownReporter()
    case .sarif: SARIFReporter()
    case .junit: JUnitReporter()
    case .github: GitHubReporter()
    case .gitlab: GitLabReporter()
    case .csv: CSVReporter()
    }
  }
}
