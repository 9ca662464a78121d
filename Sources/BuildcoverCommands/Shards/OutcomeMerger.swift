import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel

/// Puts the parts of a farm together, or says why they are not the whole.
struct OutcomeMerger {
  private let parts: [(path: String, outcome: PartialOutcome)]
  private(set) var diagnostics: [Diagnostic] = []

  /// Takes parts in any order. Complexity: O(n log n) in the pages and specs of all.
  init(_ parts: [(path: String, outcome: PartialOutcome)]) {
    self.parts = parts.sorted { first, second in
      let numbers = (first.outcome.shard?.number ?? 0, second.outcome.shard?.number ?? 0)
      return numbers.0 == numbers.1 ? NameTable.precedes(first.path, second.path) : numbers.0 < numbers.1
    }
    compareRequests()
    if diagnostics.isEmpty { compareShards() }
    if diagnostics.isEmpty { comparePages() }
  }

  /// The documents of the whole.
  func documents() -> LoadedDocuments { gather(parts.map(\.outcome.documents)) }

  /// Those of `--since`.
  func olderDocuments() -> LoadedDocuments? {
    let older = parts.compactMap(\.outcome.older)
    return older.isEmpty ? nil : gather(older)
  }

  /// Where the figures that the parts found against the survey do not add up to those of the whole. They always do, for
  /// parts of one whole: this is the second witness that they are.
  func differences(from outcome: Outcome) -> [Diagnostic] {
    var sums: [[String]: Tallies] = [:]
    for figures in parts.flatMap(\.outcome.figures) {
      sums[[figures.snapshot, figures.policy], default: Tallies()] =
        sums[[figures.snapshot, figures.policy], default: Tallies()] + figures.tallies
    }
    return outcome.snapshots.flatMap { snapshot in
      snapshot.policies.filter { policy in
        policy.policy.addsUp && !policy.diagnostics.contains { $0.severity == .error }
          && sums[[snapshot.snapshot, policy.policy.name], default: Tallies()] != policy.tallies
      }.map { .unequal($0.policy.name, in: snapshot.snapshot) }
    }
  }

  private func gather(_ documents: [PartialOutcome.Documents]) -> LoadedDocuments {
    var loaded = LoadedDocuments()
    loaded.documents = OutcomeMerger.distinct(documents.flatMap(\.pages)).compactMap { ReadDocument($0) }
    // What every task met, such as a document without a title, every task has reported.
    var seen: Set<Diagnostic> = []
    loaded.diagnostics = documents.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
    loaded.take(documents.map(\.farms), locks: OutcomeMerger.merged(documents.flatMap(\.locks)))
    return loaded
  }

  /// Each document once, by path: those of all packages are in all parts.
  private static func distinct(_ pages: [FarmSurvey.Page]) -> [FarmSurvey.Page] {
    var distinct: [FarmSurvey.Page] = []
    for page in pages.sorted(by: { NameTable.precedes($0.path, $1.path) })
    where distinct.last.map({ !NameTable.isSame($0.path, page.path) }) ?? true {
      distinct.append(page)
    }
    return distinct
  }
}

extension OutcomeMerger {
  /// All parts must answer the same question.
  private mutating func compareRequests() {
    guard let first = parts.first else { return }
    for part in parts.dropFirst() {
      if let difference = part.outcome.request.difference(from: first.outcome.request) {
        diagnostics.append(.foreign(part.path, "has \(difference) than \(first.path)"))
      } else if part.outcome.shard?.count != first.outcome.shard?.count {
        diagnostics.append(
          .foreign(part.path, "is \(part.outcome.shardName), and \(first.path) is \(first.outcome.shardName)"))
      }
    }
  }

  private mutating func compareShards() {
    guard let count = parts.first?.outcome.shard?.count else { return }
    for (first, second) in zip(parts, parts.dropFirst()) where first.outcome.shard == second.outcome.shard {
      diagnostics.append(.repeated(second.outcome.shardName, first.path, second.path))
    }
    let present = Set(parts.compactMap(\.outcome.shard?.number))
    let missing = (1...count).filter { !present.contains($0) }
    if !missing.isEmpty { diagnostics.append(.missing(missing, of: count)) }
  }

  /// All pages of the survey must be there, each once, and each package in one part.
  private mutating func comparePages() {
    var owners: Set<String> = []
    var packages: Set<[String]> = []
    for part in parts {
      for page in part.outcome.documents.pages where part.outcome.shard == nil || page.isOfOnePackage {
        if !owners.insert(page.path).inserted {
          diagnostics.append(.repeatedPage(page.path, in: part.path))
        }
      }
      // Builds that no index describes stand apart from the others of their package.
      let own = Set(part.outcome.documents.farms.runs.map { [$0.snapshot, $0.package] })
      for package in own.sorted(by: { $0[1] < $1[1] }) where !packages.insert(package).inserted {
        diagnostics.append(.splitPackage(package[1], of: package[0], in: part.path))
      }
    }
    guard diagnostics.isEmpty, let survey = parts.first?.outcome.request.survey else { return }
    let pages = OutcomeMerger.distinct(parts.flatMap(\.outcome.documents.pages))
    if pages.count != survey.pageCount || SurveyIdentity.sum(of: pages) != survey.pageSum {
      diagnostics.append(.missing(pages: survey.pageCount - pages.count, of: survey.pageCount))
    }
  }
}

extension PartialOutcome {
  fileprivate var shardName: String { shard.map { "the shard \($0)" } ?? "a part without --shard" }
}

extension PartialOutcome.Request {
  /// What differs, to be read between "has" and "than"; `nil` where nothing does.
  fileprivate func difference(from other: Self) -> String? {
    if version != other.version { return "another version of buildcover (\(version))" }
    if survey != other.survey { return "another survey" }
    if today != other.today { return "another day (\(today))" }
    if policies != other.policies { return "other policies" }
    return options == other.options ? nil : "other options"
  }
}

extension ReadDocument {
  fileprivate init?(_ page: FarmSurvey.Page) {
    guard let kind = DocumentKind(rawValue: page.kind) else { return nil }
    self.init(
      path: page.path, kind: kind, snapshot: page.snapshot, subject: page.subject, specCount: page.specCount,
      byteCount: page.byteCount, digest: page.digest)
  }
}

extension Diagnostic {
  fileprivate static func foreign(_ path: String, _ message: String) -> Diagnostic {
    Diagnostic(
      code: ShardCode.foreignPart.rawValue, message: message, labels: [Label(place: SourcePlace(file: path))],
      help: "judge all parts with the same version, survey, policies and options")
  }

  fileprivate static func unequal(_ policy: String, in snapshot: String) -> Diagnostic {
    Diagnostic(
      code: ShardCode.foreignPart.rawValue,
      message: "the figures of the parts for `\(policy)` in the snapshot `\(snapshot)` are not those of the whole",
      help: "write the survey and all outcomes again")
  }

  fileprivate static func repeated(_ shard: String, _ first: String, _ second: String) -> Diagnostic {
    Diagnostic(
      code: CommandCode.repeatedShard.rawValue, message: "is \(shard), and so is \(first)",
      labels: [Label(place: SourcePlace(file: second))], help: "give each shard once")
  }

  fileprivate static func missing(_ numbers: [Int], of count: Int) -> Diagnostic {
    let shown = numbers.prefix(8).map { "\($0)/\(count)" }.joined(separator: ", ")
    return Diagnostic(
      code: CommandCode.missingShard.rawValue,
      message: (numbers.count == 1 ? "the shard \(shown) is" : "\(numbers.count) shards are") + " missing"
        + (numbers.count == 1 ? "" : ": \(shown)" + (numbers.count > 8 ? ", …" : "")),
      help: "run `buildcover check --shard K/N --survey FILE` for what is missing, and merge again")
  }

  fileprivate static func missing(pages: Int, of count: Int) -> Diagnostic {
    Diagnostic(
      code: CommandCode.missingShard.rawValue,
      message: pages > 0
        ? "\(pages) of the \(count) pages of the survey are in none of the parts"
        : "the parts hold other pages than the survey",
      help: "judge all documents that were surveyed, and merge again")
  }
}
