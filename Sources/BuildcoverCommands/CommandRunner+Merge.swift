import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import Reports

extension CommandRunner {
  /// Writes the reports of the whole from the outcomes of all its parts, as one run over all documents would.
  func runMerge() throws(CommandError) -> Int32 {
    let requests = try reportRequests()
    var diagnostics: [Diagnostic] = []
    var parts: [(path: String, outcome: PartialOutcome)] = []
    for path in invocation.arguments {
      do throws(InputFile.Problem) {
        let bytes = try InputFile.bytes(of: path)
        if let part = PartialOutcome(bytes) {
          parts.append((path, part))
        } else {
          diagnostics.append(.otherForm(path, bytes, than: PartialOutcome.schema) ?? .malformed(path))
        }
      } catch {
        diagnostics.append(.missing(error))
      }
    }
    let merger = OutcomeMerger(parts)
    diagnostics += merger.diagnostics
    guard diagnostics.isEmpty, let request = parts.first?.outcome.request else {
      complain(diagnostics)
      return ExitStatus.unjudged.rawValue
    }
    let sources = PolicySources(
      request.policies.map { PolicySource(file: $0.file, bytes: Array($0.text.utf8)) })
    let whole = CommandRunner(invocation: invocation.merged(with: request), console: console)
    let run = try whole.judge(merger.documents(), past: merger.olderDocuments(), sources: sources)
    let differences = merger.differences(from: run.outcome)
    complain(differences)
    if !differences.isEmpty { return ExitStatus.unjudged.rawValue }
    return try whole.report(run, requests, defaultFormat: .text)
  }
}

extension Invocation {
  /// The options of `check` that the parts were judged with, beside those of `merge`.
  fileprivate func merged(with request: PartialOutcome.Request) -> Invocation {
    var invocation = self
    invocation.values.merge(request.options) { own, _ in own }
    invocation.values[.today] = [request.today]
    return invocation
  }
}

extension Diagnostic {
  fileprivate static func malformed(_ path: String) -> Diagnostic {
    Diagnostic(
      code: CommandCode.malformedOutcome.rawValue,
      message: "this is not a whole partial outcome of this version of buildcover",
      labels: [Label(place: SourcePlace(file: path))], help: "write it again with `buildcover check --survey`")
  }

  fileprivate static func missing(_ problem: InputFile.Problem) -> Diagnostic {
    Diagnostic(
      code: CommandCode.missingShard.rawValue, message: "cannot read the part: \(problem.reason)",
      labels: [Label(place: SourcePlace(file: problem.path))],
      help: "run its task again: it has failed, or has not ended yet")
  }
}
