import BuildPlanner
import CoverageEngine
import Diagnostics
import FarmDocuments
import JobLists
import Reports

extension CommandRunner {
  /// Judges the policies; the exit status is the verdict.
  func runCheck() throws(CommandError) -> Int32 {
    if invocation.has(.survey) { return try runPart() }
    return try runReporting(defaultFormat: .text)
  }

  /// The same for readers: the exit status says only whether something could be judged.
  func runReport() throws(CommandError) -> Int32 {
    min(try runReporting(defaultFormat: .html), 2) == 2 ? 2 : 0
  }

  private func runReporting(defaultFormat: ReportFormat) throws(CommandError) -> Int32 {
    let requests = try reportRequests()
    return try report(try judge(invocation.arguments), requests, defaultFormat: defaultFormat)
  }

  /// The `--write` options of a command that reports.
  func reportRequests() throws(CommandError) -> [WriteRequest] {
    let reportFormats = ReportFormat.allCases.map(\.rawValue)
    let planFormats = invocation.command.name != .report ? JobListFormat.allCases.map { "plan-" + $0.rawValue } : []
    return try WriteRequest.read(invocation, formats: reportFormats + planFormats)
  }

  /// Writes the reports of a run; returns its exit status.
  func report(
    _ run: JudgingRun, _ requests: [WriteRequest], defaultFormat: ReportFormat
  ) throws(CommandError) -> Int32 {
    let jobListOptions = try self.jobListOptions()
    let format = invocation.value(.format).flatMap(ReportFormat.init(rawValue:)) ?? defaultFormat
    var run = run
    let needsPlan = format == .html || requests.contains { $0.format == "html" || $0.format.hasPrefix("plan-") }
    let plans = needsPlan ? try plan(&run) : []
    let formats = [format] + requests.compactMap { ReportFormat(rawValue: $0.format) }
    var input = reportInput(run, plans: plans, formats: formats)
    if format == .html || requests.contains(where: { $0.format == "html" }) { input = pageInput(run, from: input) }
    if format == .html {
      try writePages(input, to: invocation.value(.output) ?? "-")
    } else {
      try deliver(format.reporter.text(for: input))
    }
    for request in requests {
      if let format = ReportFormat(rawValue: request.format) {
        var input = input
        input.options.usesColor = false
        if format == .html {
          try writePages(input, to: request.path)
        } else {
          try write(format.reporter.text(for: input), to: request.path)
        }
      } else if let format = JobListFormat(rawValue: String(request.format.dropFirst("plan-".utf8.count))) {
        try write(format.jobList(of: planReport(run, plans: plans), options: jobListOptions), to: request.path)
      }
    }
    if let path = invocation.value(.writeBaseline) { try write(Baseline(of: run.outcome).text, to: path) }
    complain(run.outcome, besides: format)
    return run.outcome.exitStatus
  }

  /// What the reporters of some formats get.
  func reportInput(_ run: JudgingRun, plans: [Plan], formats: [ReportFormat]) -> ReportInput {
    var input = ReportInput(
      outcome: run.outcome, plans: plans, farms: run.farms, toolVersion: ToolVersion.text, options: reportOptions)
    guard formats.contains(where: \.pointsAtDocuments) else { return input }
    let pages = Dictionary(grouping: run.documents.documents.filter { $0.kind == .page }, by: \.subject)
    for (package, documents) in pages where documents.count == 1 {
      input.documentOfPackage[package] = documents[0].path
    }
    return input
  }

  /// Writes a file whole or not at all; `-` is standard output.
  func write(_ text: String, to path: String, isExecutable: Bool = false) throws(CommandError) {
    do {
      if path == "-" {
        try console.write(text)
      } else if !isUpToDate(path, text) {
        try OutputFile.write(text, to: path, isExecutable: isExecutable)
      }
    } catch { throw .output(error) }
  }

  /// Draws the diagnostics of an outcome on standard error: all, or only errors with `--quiet`. What belongs to a
  /// policy and is no error stands in the text report already.
  func complain(_ outcome: Outcome, besides format: ReportFormat) {
    var all = outcome.diagnostics
    let ofPolicies = outcome.snapshots.flatMap { $0.policies.flatMap(\.diagnostics) }
    all += ofPolicies.filter { format != .text || $0.severity == .error }
    var seen: Set<Diagnostic> = []
    complain(all.filter { ($0.severity == .error || !invocation.has(.quiet)) && seen.insert($0).inserted })
  }
}
