package import BuildPlanner
package import CoverageEngine
package import FarmModel

/// All that a reporter may know: a finished outcome, and how its reader wants it shown.
package struct ReportInput: Sendable {
  package var outcome: Outcome
  /// The plans of the outcome's snapshots, by name; may be empty.
  package var plans: [Plan]
  /// The farms of the outcome's snapshots, by name, for reports that draw what is built; may be empty.
  package var farms: [Farm]
  /// For each snapshot of the outcome what the HTML report shows of its policies beyond their outcomes; may be empty.
  package var details: [[HTMLPolicyDetail]]
  /// The documents read, as the user named them; may be empty.
  package var documents: [String]
  /// Which document a package's specs stand in, where that is one; reports point at it.
  package var documentOfPackage: [String: String]
  /// For each snapshot of the outcome the first line of its page; summed up from the tallies where it is empty.
  package var news: [HTMLNews]
  /// A complete SVG document with the coverage over time, for the page.
  package var trend: String?
  /// The version of buildcover, such as `1.0.0`.
  package var toolVersion: String
  package var options: ReportOptions

  package init(
    outcome: Outcome, plans: [Plan] = [], farms: [Farm] = [], details: [[HTMLPolicyDetail]] = [],
    documents: [String] = [], documentOfPackage: [String: String] = [:], news: [HTMLNews] = [], trend: String? = nil,
    toolVersion: String, options: ReportOptions = ReportOptions()
  ) {
    self.outcome = outcome
    self.plans = plans
    self.farms = farms
    self.details = details
    self.documents = documents
    self.documentOfPackage = documentOfPackage
    self.news = news
    self.trend = trend
    self.toolVersion = toolVersion
    self.options = options
  }
}

/// How the reader of a report wants it shown. It never changes what is true.
package struct ReportOptions: Hashable, Sendable {
  /// The columns of the terminal.
  package var width: Int
  package var usesColor: Bool
  /// Whether long lists are written in full, and what is waived, undetermined or in a baseline is listed too.
  package var showsAll: Bool
  /// Whether only what failed and the summary are written.
  package var isQuiet: Bool

  package init(width: Int = 80, usesColor: Bool = false, showsAll: Bool = false, isQuiet: Bool = false) {
    self.width = width
    self.usesColor = usesColor
    self.showsAll = showsAll
    self.isQuiet = isQuiet
  }
}
