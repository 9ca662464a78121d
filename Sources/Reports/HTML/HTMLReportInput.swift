package import CoverageEngine
package import CoveragePolicy
package import Diagnostics
package import FarmModel

package import struct BuildPlanner.Plan

/// Everything that the HTML report of one snapshot shows.
package struct HTMLReportInput: Sendable {
  package var outcome: SnapshotOutcome
  package var farm: Farm
  /// The plan that closes the gaps, where one was made.
  package var plan: Plan?
  /// For each policy of `outcome`, in the same order; those left out are empty.
  package var details: [HTMLPolicyDetail]
  /// False where a document could not be read and the rest was judged all the same.
  package var isComplete: Bool
  /// The documents read, as the user named them.
  package var documents: [String]
  /// In printing order.
  package var diagnostics: [Diagnostic]
  package var toolVersion: String
  package var today: CalendarDate
  package var news: HTMLNews
  /// A complete SVG document with the coverage over time.
  package var trend: String?

  package init(
    outcome: SnapshotOutcome, farm: Farm, plan: Plan? = nil, details: [HTMLPolicyDetail] = [], isComplete: Bool = true,
    documents: [String] = [], diagnostics: [Diagnostic] = [], toolVersion: String, today: CalendarDate,
    news: HTMLNews? = nil, trend: String? = nil
  ) {
    self.outcome = outcome
    self.farm = farm
    self.plan = plan
    self.details = details
    self.isComplete = isComplete
    self.documents = documents
    self.diagnostics = diagnostics
    self.toolVersion = toolVersion
    self.today = today
    self.news = news ?? HTMLNews(outcome)
    self.trend = trend
  }
}

/// What the page shows of a policy beyond its outcome.
package struct HTMLPolicyDetail: Sendable {
  /// The formal reading of the sentence, plain text of any number of lines.
  package var reading: String
  /// The cells of a coverage sentence, package by package, in any order.
  package var grids: [CellGrid]
  /// The cells of a wanted list, in any order; several may share all but the hash.
  package var wanted: [WantedCell]

  package init(reading: String = "", grids: [CellGrid] = [], wanted: [WantedCell] = []) {
    self.reading = reading
    self.grids = grids
    self.wanted = wanted
  }

  /// A cell of a wanted list and how it was judged.
  package struct WantedCell: Hashable, Sendable {
    package var cell: Cell
    package var state: CellState

    package init(_ cell: Cell, _ state: CellState) {
      self.cell = cell
      self.state = state
    }
  }
}

/// The first line of the page: how much of what is wanted is there, what was lost, and how many causes there are.
package struct HTMLNews: Hashable, Sendable {
  /// The required cells of all coverage sentences and wanted lists.
  package var wanted: Int
  package var covered: Int
  /// How much was lost since the older farm; `nil` without one.
  package var lost: Int?
  /// The name of the older farm.
  package var since: String?
  /// How many causes the gaps have; `nil` where they were not looked for.
  package var causes: Int?

  package init(wanted: Int, covered: Int, lost: Int? = nil, since: String? = nil, causes: Int? = nil) {
    self.wanted = wanted
    self.covered = covered
    self.lost = lost
    self.since = since
    self.causes = causes
  }

  /// Sums up the tallies; what was lost and the causes where a loss sentence or wanted list looked for them.
  ///
  /// - Parameter since: the name of the older farm.
  package init(_ outcome: SnapshotOutcome, since: String? = nil) {
    var lost: Int?
    var hasWantedLists = false
    for policy in outcome.policies {
      switch policy.policy.sentence {
      case .loss where policy.tallies.examined > 0: lost = (lost ?? 0) + policy.tallies.violations
      case .wanted: hasWantedLists = true
      default: break
      }
    }
    self.init(
      wanted: outcome.policies.reduce(0) { $0 + $1.tallies.required },
      covered: outcome.policies.reduce(0) { $0 + $1.tallies.covered }, lost: lost, since: since,
      causes: hasWantedLists ? Cause.all(of: outcome.policies).count : nil)
  }
}
