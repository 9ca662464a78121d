import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel
import Reports

extension CommandRunner {
  /// Shows what the documents hold: an overview, a package's matrix, or the specs that satisfy a constraint.
  func runShow() throws(CommandError) -> Int32 {
    let constraint = try self.constraint()
    let reading = try read(invocation.arguments)
    var diagnostics = reading.diagnostics
    let reporter = ShowReporter(format: plainFormat(ShowReporter.Format.self) ?? .text, options: reportOptions)
    let farms = reading.isBlocked ? [] : reading.farms
    if let constraint {
      try deliver(reporter.specs(selections(constraint, in: farms, diagnostics: &diagnostics)))
    } else if let package = invocation.value(.package) {
      if !farms.isEmpty, !farms.contains(where: { $0.packages.number(of: package) != nil }) {
        diagnostics.append(.unknownPackage(package, in: farms))
      }
      try deliver(reporter.matrix(of: package, in: farms))
    } else {
      try deliver(reporter.overview(of: farms))
    }
    complain(diagnostics)
    return diagnostics.contains { $0.severity == .error && !isExcused($0) } ? 2 : 0
  }

  /// The constraint of `--spec`.
  private func constraint() throws(CommandError) -> SpecConstraint? {
    guard let text = invocation.value(.spec) else { return nil }
    do {
      return try SpecConstraint(text)
    } catch {
      throw .usage(UsageError.malformedConstraint(text, error))
    }
  }

  private func selections(
    _ constraint: SpecConstraint, in farms: [Farm], diagnostics: inout [Diagnostic]
  ) -> [ShowReporter.Selection] {
    var selections: [ShowReporter.Selection] = []
    for farm in farms {
      do {
        let prepared = try PreparedConstraint(constraint, for: farm)
        let matches = farm.bodyOfSpec.indices.filter { prepared.judge(spec: $0) == .yes }
        selections.append(
          ShowReporter.Selection(snapshot: farm.snapshot, specs: matches.map { farm.description(of: $0) }))
      } catch {
        diagnostics.append(.unanswerable(constraint, error))
      }
    }
    return selections
  }

  /// How the reader wants a report shown.
  var reportOptions: ReportOptions {
    ReportOptions(
      width: console.width, usesColor: usesColor, showsAll: invocation.has(.all), isQuiet: invocation.has(.quiet))
  }

  /// The value of `--format` as one of a reporter's own formats.
  func plainFormat<Format: RawRepresentable<String>>(_ formats: Format.Type) -> Format? {
    invocation.value(.format).flatMap(Format.init(rawValue:))
  }
}

extension UsageError {
  /// A constraint that cannot be read, drawn with a caret under the place.
  fileprivate static func malformedConstraint(_ text: String, _ error: SpecSyntaxError) -> UsageError {
    let caret = String(repeating: " ", count: error.offset) + String(repeating: "^", count: max(1, error.length))
    return UsageError("--spec: \(error.message)\n  \(text)\n  \(caret)", help: error.help)
  }
}

extension Diagnostic {
  fileprivate static func unknownPackage(_ name: String, in farms: [Farm]) -> Diagnostic {
    let nearest = NearestName.nearest(to: name, among: farms.flatMap(\.packages.names))
    return Diagnostic(
      code: PolicyCode.unknownPackage.rawValue, message: "no document has the package `\(name)`",
      help: nearest.map { "did you mean `\($0)`?" })
  }

  fileprivate static func unanswerable(_ constraint: SpecConstraint, _ error: SpecSyntaxError) -> Diagnostic {
    Diagnostic(
      code: CommandCode.unanswerable.rawValue, message: error.message,
      labels: [
        Label(
          place: SourcePlace(file: "--spec", line: 1, column: error.offset + 1),
          excerpt: SourceExcerpt(text: constraint.text, caretOffset: error.offset, caretLength: max(1, error.length)))
      ],
      help: error.help)
  }
}
