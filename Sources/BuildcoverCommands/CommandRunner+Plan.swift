import BuildPlanner
import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel
import JobLists

extension CommandRunner {
  /// Plans for the gaps; the exit status says whether the plan closes them all.
  func runPlan() throws(CommandError) -> Int32 {
    let requests = try WriteRequest.read(invocation, formats: JobListFormat.allCases.map(\.rawValue))
    let options = try jobListOptions()
    let format = invocation.value(.format).flatMap(JobListFormat.init(rawValue:)) ?? .text
    if format.isDirectory, !invocation.has(.output) {
      throw .usage(
        UsageError(
          "the format \(format.rawValue) is a directory of files", help: "name it with --output DIR",
          command: invocation.command))
    }
    var run = try judge(invocation.arguments)
    let plans = try plan(&run)
    if plans.isEmpty, run.outcome.exitStatus == ExitStatus.unjudged.rawValue, format != .json {
      complain(run.outcome.diagnostics)
      return ExitStatus.unjudged.rawValue
    }
    let report = planReport(run, plans: plans)
    var mainOptions = options
    mainOptions.usesColour = usesColor
    try deliver(format.jobList(of: report, options: mainOptions))
    if run.outcome.exitStatus != ExitStatus.unjudged.rawValue {
      for request in requests {
        guard let format = JobListFormat(rawValue: request.format) else { continue }
        try write(format.jobList(of: report, options: options), to: request.path)
      }
    }
    complain(report.diagnostics)
    return exitStatus(of: report, run.outcome)
  }

  private func exitStatus(of report: PlanReport, _ outcome: Outcome) -> Int32 {
    if outcome.exitStatus == ExitStatus.unjudged.rawValue { return ExitStatus.unjudged.rawValue }
    let isOpen = report.plans.contains { !$0.unplannable.isEmpty || !$0.refused.isEmpty }
    return isOpen ? ExitStatus.failed.rawValue : ExitStatus.passed.rawValue
  }

  /// The plans of the run's snapshots; none where nothing could be judged.
  func plan(_ run: inout JudgingRun) throws(CommandError) -> [Plan] {
    var options = PlanOptions()
    for severity in invocation.values(.include).compactMap(Policy.Severity.init(rawValue:)) {
      options.severities.insert(severity)
    }
    options.limit = try count(.limit)
    if let budget = try count(.nodeBudget) { options.nodeBudget = budget }
    if invocation.has(.package) { options.packages = invocation.values(.package).map { NamePattern($0) } }
    if invocation.has(.stack) { options.stacks = invocation.values(.stack).map { NamePattern($0) } }
    options.lockedSpecs = run.documents.locks.flatMap(\.nodes)
    for path in invocation.values(.assumeBuilt) {
      options.assumeBuilt += AssumedBuilds.read(path, diagnostics: &run.outcome.diagnostics)
    }
    if run.outcome.diagnostics.contains(where: { $0.severity == .error && $0.code.hasPrefix("input/") }) {
      run.outcome.exitStatus = ExitStatus.unjudged.rawValue
      return []
    }
    return zip(run.farms, run.outcome.snapshots).map { farm, snapshot in
      BuildPlanner.plan(farm: farm, outcome: snapshot, options: options)
    }
  }

  /// A plan with the diagnostics of its run.
  func planReport(_ run: JudgingRun, plans: [Plan]) -> PlanReport {
    PlanReport(
      today: run.outcome.today, isComplete: run.outcome.isComplete, plans: plans,
      diagnostics: run.outcome.diagnostics)
  }

  /// What the options say about job lists.
  func jobListOptions() throws(CommandError) -> JobListOptions {
    var options = JobListOptions()
    options.specForm = invocation.value(.specForm).flatMap(JobListOptions.SpecForm.init(rawValue:))
    if invocation.has(.runnerTags) {
      options.runnerTags = try template(invocation.values(.runnerTags).joined(separator: ","), of: .runnerTags)
    }
    if invocation.has(.script) {
      options.script = try template(invocation.values(.script).joined(separator: "\n"), of: .script)
    }
    if let path = invocation.value(.stackConfiguration) {
      options.include = try template(path, of: .stackConfiguration)
    }
    if let path = invocation.value(.stackEnvironment) {
      options.environment = try template(path, of: .stackEnvironment)
    }
    for size in invocation.values(.runnerSize) { options.runnerSizes.append(try runnerSize(size)) }
    if let concurrency = try count(.concurrency) { options.concurrency = concurrency }
    return options
  }

  private func runnerSize(_ text: String) throws(CommandError) -> JobListOptions.RunnerSize {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else {
      throw .usage(
        UsageError(
          "--runner-size cannot be `\(text)`", help: "write --runner-size large='llvm,paraview*'",
          command: invocation.command))
    }
    return JobListOptions.RunnerSize(
      name: String(parts[0]), packages: parts[1].split(separator: ",").map { NamePattern(String($0)) })
  }

  private func template(_ text: String, of option: CommandOption.Name) throws(CommandError) -> JobTemplate {
    do { return try JobTemplate(text) } catch {
      throw .usage(UsageError("--\(option.rawValue): \(error.message)", command: invocation.command))
    }
  }

  /// Writes a job list to `--output` or standard output.
  private func deliver(_ list: JobList) throws(CommandError) {
    switch list {
    case .text(let text): try deliver(text)
    case .script(let text):
      if let path = invocation.value(.output) {
        try write(text, to: path, isExecutable: true)
      } else {
        try deliver(text)
      }
    case .directory: try write(list, to: invocation.value(.output) ?? ".")
    }
  }

  /// Writes a job list to a file or below a directory.
  func write(_ list: JobList, to path: String) throws(CommandError) {
    switch list {
    case .text(let text): try write(text, to: path)
    case .script(let text): try write(text, to: path, isExecutable: true)
    case .directory(let files):
      do { try OutputFile.write(files, below: path) } catch { throw .output(error) }
    }
  }
}
