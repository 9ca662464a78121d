/// Something wrong, or worth knowing, in what the user gave: a value that is collected, sorted and drawn, never thrown
/// one at a time.
package struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    case error, warning, note

    package static func < (first: Severity, second: Severity) -> Bool {
      first.rank < second.rank
    }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// A place with what to say about it: the first label of a diagnostic is where the problem is, the others are what
  /// made it one.
  package struct Label: Hashable, Sendable {
    package var place: SourcePlace
    package var excerpt: SourceExcerpt?
    /// A short remark drawn behind the carets; may be empty.
    package var remark: String

    package init(place: SourcePlace, excerpt: SourceExcerpt? = nil, remark: String = "") {
      self.place = place
      self.excerpt = excerpt
      self.remark = remark
    }
  }

  /// The stable code, `area/kebab-case`, that `buildcover explain` explains.
  package var code: String
  package var severity: Severity
  /// One sentence: what was found and what was expected.
  package var message: String
  /// The place it is about, and further places that explain it.
  package var labels: [Label]
  /// Facts that help to understand it, such as the author's reason of a policy.
  package var notes: [String]
  /// What to do next.
  package var help: String?

  package init(
    code: String, severity: Severity = .error, message: String, labels: [Label] = [], notes: [String] = [],
    help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.labels = labels
    self.notes = notes
    self.help = help
  }

  /// The place of the first label.
  package var place: SourcePlace? { labels.first?.place }
}

extension Diagnostic {
  /// The order in which diagnostics are printed: by file, line, column, code and message; those without a place first.
  package static func inPrintingOrder(_ first: Diagnostic, _ second: Diagnostic) -> Bool {
    let none = SourcePlace(file: "")
    return (first.place ?? none, first.code, first.message) < (second.place ?? none, second.code, second.message)
  }
}
