package import Diagnostics
package import FarmModel

/// Looks up the names of policies in the farms, for a typing mistake would otherwise be a thousand gaps, or silence.
package enum PolicyNameCheck {
  /// An error for each literal stack, package or snapshot that no farm has and for each constraint that none can judge,
  /// a warning for each glob that matches nothing, a note for each target that nobody knows. Nothing without farms.
  ///
  /// - Parameter older: farms of `--since`, in which a loss may look for its snapshot too.
  ///
  /// Complexity: O(names of the farms + policy names × names of their kind); only the first `mostSuggestions` errors get
  /// a suggestion.
  package static func diagnose(policies: [Policy], farms: [Farm], older: [Farm] = []) -> [Diagnostic] {
    guard !farms.isEmpty else { return [] }
    var checker = NameChecker(farms, older: older)
    for policy in policies {
      for use in policy.nameUses { checker.check(use) }
      checker.checkGraph(policy)
      checker.checkOlderSnapshot(policy)
    }
    return checker.diagnostics.sorted(by: Diagnostic.inPrintingOrder)
  }

  static let mostSuggestions = 50
}

/// A name in a policy, and what it names.
struct NameUse {
  enum Kind: Hashable {
    case dimension(Dimension)
    case snapshot
  }

  var kind: Kind
  var name: NamePattern
}

private struct NameChecker {
  private(set) var diagnostics: [Diagnostic] = []
  private let tables: [NameUse.Kind: NameTable]
  private let hasGraph: Bool
  /// The snapshots in which a loss may have been.
  private let olderSnapshots: NameTable
  private var matches: [NameUse.Kind: [NamePattern: Bool]] = [:]

  init(_ farms: [Farm], older: [Farm]) {
    olderSnapshots = NameTable((farms + older).map(\.snapshot))
    var tables: [NameUse.Kind: NameTable] = [.snapshot: NameTable(farms.map(\.snapshot))]
    tables[.dimension(.package)] = NameTable(farms.flatMap(\.packages.names))
    tables[.dimension(.stack)] = NameTable(farms.flatMap(\.stacks.names))
    tables[.dimension(.target)] = NameTable(farms.flatMap(\.targets.names))
    tables[.dimension(.os)] = NameTable(farms.flatMap(\.oses.names))
    tables[.dimension(.platform)] = NameTable(farms.flatMap(\.platforms.names))
    tables[.dimension(.compiler)] = NameTable(farms.flatMap { $0.compilers.compilers.map(\.canonical) })
    self.tables = tables
    hasGraph = farms.contains { $0.dependencies != nil }
  }

  mutating func check(_ use: NameUse) {
    guard let table = tables[use.kind] else { return }
    if use.name.isGlob {
      if !isMatched(use, table) { reportGlob(use) }
    } else if table.number(of: use.name.text) == nil {
      reportLiteral(use, table)
    }
  }

  /// A constraint that asks for dependencies needs documents that tell them.
  mutating func checkGraph(_ policy: Policy) {
    guard !hasGraph, let constraint = policy.sentence.constraints.first(where: \.needsGraph) else { return }
    diagnostics.append(
      Diagnostic(
        code: PolicyCode.unanswerableConstraint.rawValue, message: Message.needsGraph(constraint.text),
        labels: policy.place.map { [Diagnostic.Label(place: $0, excerpt: policy.excerpt)] } ?? [],
        help: "load Spack's buildcache indexes, or leave the dependency out"))
  }

  /// A loss since a snapshot that is nowhere would be silence.
  mutating func checkOlderSnapshot(_ policy: Policy) {
    guard case .loss(let sentence) = policy.sentence, let name = sentence.since, olderSnapshots.number(of: name) == nil
    else { return }
    let nearest = NearestName.nearest(to: name, among: olderSnapshots.names)
    let remark = nearest.map { "did you mean `\($0)`?" } ?? ""
    diagnostics.append(
      Diagnostic(
        code: PolicyCode.unknownSnapshot.rawValue, message: Message.unknownSnapshot(name),
        labels: policy.place.map { [Diagnostic.Label(place: $0, excerpt: policy.excerpt, remark: remark)] } ?? [],
        help: nearest.map { "write `\($0)`" } ?? "load its documents too, or give them with --since"))
  }

  private mutating func isMatched(_ use: NameUse, _ table: NameTable) -> Bool {
    if let known = matches[use.kind]?[use.name] { return known }
    let isMatched = table.names.contains { use.name.matches($0) }
    matches[use.kind, default: [:]][use.name] = isMatched
    return isMatched
  }

  private mutating func reportLiteral(_ use: NameUse, _ table: NameTable) {
    switch use.kind {
    case .dimension(.stack) where use.name.text != Farm.aggregateStack: reportUnknown(.unknownStack, use, table)
    case .dimension(.package): reportUnknown(.unknownPackage, use, table)
    case .snapshot: reportUnknown(.unknownSnapshot, use, table)
    case .dimension(.target) where !Microarchitectures.knows(use.name.text):
      let known = table.names + Microarchitectures.all.map(\.name)
      report(.newTarget, .note, Message.newTarget(use.name.text), use, suggestion(use, known))
    default: break
    }
  }

  private mutating func reportUnknown(_ code: PolicyCode, _ use: NameUse, _ table: NameTable) {
    report(code, .error, Message.unknown(use), use, suggestion(use, table.names))
  }

  private mutating func reportGlob(_ use: NameUse) {
    report(.unmatchedGlob, .warning, Message.unmatched(use), use, nil)
  }

  private func suggestion(_ use: NameUse, _ names: [String]) -> String? {
    guard diagnostics.count < PolicyNameCheck.mostSuggestions else { return nil }
    return NearestName.nearest(to: use.name.text, among: names)
  }

  private mutating func report(
    _ code: PolicyCode, _ severity: Diagnostic.Severity, _ message: String, _ use: NameUse, _ suggestion: String?
  ) {
    let remark = suggestion.map { "did you mean `\($0)`?" } ?? ""
    let labels = use.name.place.map { [Diagnostic.Label(place: $0, excerpt: use.name.excerpt, remark: remark)] } ?? []
    diagnostics.append(
      Diagnostic(
        code: code.rawValue, severity: severity, message: message, labels: labels,
        help: suggestion.map { "write `\($0)`" }))
  }
}

private enum Message {
  static func unknown(_ use: NameUse) -> String {
    switch use.kind {
    case .snapshot: unknownSnapshot(use.name.text)
    case .dimension(let dimension): "no loaded snapshot has a \(dimension.noun) named `\(use.name.text)`"
    }
  }

  static func unknownSnapshot(_ name: String) -> String { "no snapshot named `\(name)` is loaded" }

  static func unmatched(_ use: NameUse) -> String {
    switch use.kind {
    case .snapshot: "no loaded snapshot has a name like `\(use.name.text)`"
    case .dimension(let dimension): "no loaded snapshot has a \(dimension.noun) with a name like `\(use.name.text)`"
    }
  }

  static func newTarget(_ name: String) -> String { "neither the farm nor archspec knows the target `\(name)`" }

  static func needsGraph(_ constraint: String) -> String {
    "`\(constraint)` asks for dependencies, which the documents loaded do not record"
  }
}
