import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel
import Reports

/// What a command that judges has read and found.
struct JudgingRun {
  var documents: LoadedDocuments
  /// The farms of the snapshots that were asked for, by name.
  var farms: [Farm]
  var policies: [Policy]
  var outcome: Outcome
  /// What each snapshot of the outcome was judged with.
  var options: [JudgingOptions] = []
}

extension CommandRunner {
  /// Reads documents and policies, and judges; trouble becomes diagnostics of the outcome.
  func judge(_ paths: [String]) throws(CommandError) -> JudgingRun {
    let past = invocation.has(.since) ? try load(invocation.values(.since)) : nil
    let sources = PolicySources.read(invocation)
    let looksAtHashes = looksAtHashes(sources.policies)
    let documents = try load(
      paths, keepsHashes: looksAtHashes,
      keepsVariants: looksAtHashes || sources.policies.contains(where: \.looksAtVariants))
    return try judge(documents, past: past, sources: sources)
  }

  /// Whether anything that was asked for may look at the hash of a spec.
  private func looksAtHashes(_ policies: [Policy]) -> Bool {
    let formats = [invocation.value(.format) ?? ""] + invocation.values(.write)
    return invocation.command.name != .check || invocation.has(.since) || invocation.has(.survey)
      || formats.contains { $0.hasPrefix(ReportFormat.html.rawValue) || $0.hasPrefix("plan-") }
      || policies.contains(where: \.looksAtHashes)
  }

  /// Judges documents that were read; `past` are those of `--since`.
  func judge(
    _ documents: LoadedDocuments, past: LoadedDocuments?, sources: PolicySources
  ) throws(CommandError) -> JudgingRun {
    let today = try self.today()
    var diagnostics = documents.diagnostics + sources.diagnostics
    let farms = selectedFarms(of: documents, diagnostics: &diagnostics)
    diagnostics += try unjudgeable(sources.policies)
    diagnostics += PolicyNameCheck.diagnose(
      policies: sources.policies, farms: documents.namesOfWhole ?? documents.farms,
      older: past?.farms ?? [])
    var older = OlderFarms(loaded: documents.farms)
    if let past {
      diagnostics += past.diagnostics
      older = OlderFarms(loaded: documents.farms, given: past.farms)
    }
    let baseline = readBaseline(diagnostics: &diagnostics)
    let isIncomplete = !documents.isComplete
    let isBlocked = diagnostics.contains { $0.severity == .error && !isExcused($0) }
    var run = JudgingRun(
      documents: documents, farms: farms, policies: sources.policies,
      outcome: Outcome(
        today: today, isComplete: !isIncomplete,
        exitStatus: ExitStatus.unjudged.rawValue, snapshots: [], diagnostics: diagnostics))
    if isBlocked {
      run.farms = []
      run.outcome.diagnostics.sort(by: Diagnostic.inPrintingOrder)
      return run
    }
    try judgeSnapshots(of: &run, older: older, baseline: baseline)
    run.outcome.diagnostics.sort(by: Diagnostic.inPrintingOrder)
    return run
  }

  private func judgeSnapshots(
    of run: inout JudgingRun, older: OlderFarms, baseline: Baseline?
  ) throws(CommandError) {
    let isPart = invocation.has(.survey)
    var needed: Set<String> = []
    for farm in run.farms {
      var options = JudgingOptions(today: run.outcome.today)
      if invocation.has(.package) { options.packages = invocation.values(.package).map { NamePattern($0) } }
      if invocation.has(.stack) { options.stacks = invocation.values(.stack).map { NamePattern($0) } }
      options.isStrict = invocation.has(.strict)
      options.shard = try shard()
      options.hasSeveralSnapshots = run.farms.count > 1 || isPart
      options.older = older.farm(before: farm.snapshot)
      options.olderSnapshots = older.named(in: run.policies)
      options.marksNew = invocation.has(.since)
      options.wantedLists = run.documents.wantedLists
      var snapshot = SnapshotJudge.judge(
        farm, policies: run.policies,
        documentCount: run.documents.documents.count { $0.snapshot == farm.snapshot }, options: options)
      baseline?.mark(&snapshot, isStrict: options.isStrict, needed: &needed)
      run.outcome.snapshots.append(snapshot)
      run.options.append(options)
    }
    let snapshots = run.farms.map(\.snapshot)
    for policy in run.policies where !snapshots.contains(where: policy.speaks) {
      run.outcome.diagnostics.append(policy.judgedNowhere())
    }
    if let baseline { run.outcome.diagnostics += unneeded(baseline.identities.subtracting(needed)) }
    let hasErrors = run.outcome.diagnostics.contains { $0.severity == .error && !isExcused($0) }
    run.outcome.exitStatus =
      ExitStatus.of(run.outcome.snapshots, hasErrors: false, isStrict: invocation.has(.strict)).rawValue
    // A part of which nothing was required has nothing wrong.
    let isEmpty = run.outcome.snapshots.flatMap(\.policies).allSatisfy { policy in
      policy.verdict == .vacuous && !policy.diagnostics.contains { $0.severity == .error }
    }
    if isPart, isEmpty { run.outcome.exitStatus = ExitStatus.passed.rawValue }
    if hasErrors { run.outcome.exitStatus = max(run.outcome.exitStatus, ExitStatus.failed.rawValue) }
  }

  /// What a snapshot was judged with.
  func judgingOptions(of snapshot: String, in run: JudgingRun) -> JudgingOptions? {
    zip(run.farms, run.options).first { NameTable.isSame($0.0.snapshot, snapshot) }?.1
  }

  /// Baseline entries that no finding needed: reported, and an error with `--strict-baseline`.
  private func unneeded(_ entries: Set<String>) -> [Diagnostic] {
    let path = invocation.value(.baseline) ?? ""
    return entries.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { entry in
      Diagnostic(
        code: CommandCode.baselineNotNeeded.rawValue,
        severity: invocation.has(.strictBaseline) ? .error : .note,
        message: "the baseline entry `\(entry)` is no longer needed",
        labels: [Diagnostic.Label(place: SourcePlace(file: path))], help: "write the baseline again")
    }
  }

  /// Loads documents, with a progress line on a terminal where it takes over half a second.
  ///
  /// - Parameters:
  ///   - keepsHashes: whether anything that follows looks at the hash of a spec.
  ///   - keepsVariants: whether anything that follows looks at the variants of a spec.
  func load(
    _ paths: [String], keepsHashes: Bool = true, keepsVariants: Bool = true
  ) throws(CommandError) -> LoadedDocuments {
    try checkPartHasSurvey()
    var options = try loaderOptions()
    options.keepsHashes = keepsHashes
    options.keepsVariants = keepsVariants
    var loaded = LoadedDocuments()
    do {
      let progress = ProgressLine(console: console, isQuiet: invocation.has(.quiet))
      defer { progress.clear() }
      loaded = DocumentLoader.load(paths, options: options) { progress.show($0.filesRead) }
    }
    if invocation.has(.survey), invocation.command.name != .check { try takeFactsOfWhole(&loaded) }
    return loaded
  }

  /// How documents are to be read.
  func loaderOptions() throws(CommandError) -> DocumentLoader.Options {
    var options = DocumentLoader.Options(threads: try count(.threads) ?? Machine.coreCount)
    options.usesFastPath = !invocation.has(.strictReader)
    options.shard = try shard()
    options.isPart = invocation.command.name == .survey || invocation.has(.survey)
    options.takesDigests = options.isPart
    options.indexStacks = try stackPaths(.index)
    options.lockStacks = try stackPaths(.lock)
    return options
  }

  /// The day that waivers are judged by.
  func today() throws(CommandError) -> CalendarDate {
    if let text = invocation.value(.today) {
      if let date = CalendarDate(text) { return date }
      throw .usage(
        UsageError(
          "--today cannot be `\(text)`", help: "write a day as YYYY-MM-DD", command: invocation.command))
    }
    return CalendarDate.current()
  }

  /// The farms whose snapshot `--snapshot` selects; all without it.
  func selectedFarms(of documents: LoadedDocuments, diagnostics: inout [Diagnostic]) -> [Farm] {
    let patterns = invocation.values(.snapshot).map { NamePattern($0) }
    if patterns.isEmpty { return documents.farms }
    let names = documents.farms.map(\.snapshot)
    for pattern in patterns where !names.contains(where: pattern.matches) {
      diagnostics.append(.unknownSnapshot(pattern.text, among: names))
    }
    return documents.farms.filter { farm in patterns.contains { $0.matches(farm.snapshot) } }
  }

  private func stackPaths(
    _ option: CommandOption.Name
  ) throws(CommandError) -> [DocumentLoader.Options.StackPath] {
    var pairs: [DocumentLoader.Options.StackPath] = []
    for value in invocation.values(option) {
      let parts = value.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw .usage(
          UsageError(
            "--\(option.rawValue) cannot be `\(value)`", help: "write --\(option.rawValue) STACK=FILE",
            command: invocation.command))
      }
      pairs.append(DocumentLoader.Options.StackPath(stack: String(parts[0]), path: String(parts[1])))
    }
    return pairs
  }

  private func readBaseline(diagnostics: inout [Diagnostic]) -> Baseline? {
    guard let path = invocation.value(.baseline) else { return nil }
    do {
      let text = String(decoding: try InputFile.bytes(of: path), as: UTF8.self)
      let (baseline, wrongLine) = Baseline.read(text)
      if baseline == nil { diagnostics.append(.malformedBaseline(path, line: wrongLine)) }
      return baseline
    } catch {
      diagnostics.append(.unreadable(error))
      return nil
    }
  }
}

extension CalendarDate {
  /// Today in UTC.
  static func current() -> CalendarDate {
    let (year, month, day) = Clock.today()
    return CalendarDate(year: year, month: month, day: day)
  }
}

extension Diagnostic {
  /// A snapshot that no document belongs to.
  static func unknownSnapshot(_ name: String, among names: [String]) -> Diagnostic {
    let nearest = NearestName.nearest(to: name, among: names)
    return Diagnostic(
      code: CommandCode.unknownSnapshot.rawValue,
      message: "no document belongs to the snapshot `\(name)`",
      help: nearest.map { "did you mean `\($0)`?" }
        ?? (names.isEmpty ? nil : "there are: \(names.prefix(8).joined(separator: ", "))"))
  }

  fileprivate static func malformedBaseline(_ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      code: CommandCode.malformedBaseline.rawValue,
      message: line == 1
        ? "this is not a baseline: its first line is not `\(Baseline.header)`" : "the entry stands in the file twice",
      labels: [Label(place: SourcePlace(file: path, line: line))], help: "write a new one with --write-baseline")
  }
}
