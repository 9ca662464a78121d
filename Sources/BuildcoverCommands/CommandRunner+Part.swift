import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel

extension CommandRunner {
  /// Judges a part of a farm against the survey of the whole: writes what `merge` needs. The exit status says only
  /// whether the part could be judged, for verdicts are those of the whole.
  func runPart() throws(CommandError) -> Int32 {
    try checkPartOptions()
    var diagnostics: [Diagnostic] = []
    let surveyFile = readSurvey(diagnostics: &diagnostics)
    let sources = PolicySources.read(invocation)
    guard let surveyFile, diagnostics.isEmpty, sources.diagnostics.allSatisfy({ $0.severity != .error }) else {
      complain(diagnostics + sources.diagnostics)
      return 2
    }
    let request = try partRequest(surveyFile, sources)
    if try isPartUpToDate(request) { return 0 }
    let loaded = try load(invocation.arguments)
    let older = invocation.has(.since) ? try load(invocation.values(.since)) : nil
    diagnostics += loaded.diagnostics + (older?.diagnostics ?? [])
    diagnostics += differences(of: loaded, from: surveyFile.survey, shard: try shard())
    diagnostics += nameMistakes(sources.policies, in: surveyFile.survey, hasOlder: older != nil)
    complain(diagnostics)
    let isBlocked = diagnostics.contains {
      $0.severity == .error && !(invocation.has(.allowIncomplete) && $0.code.hasPrefix("document/"))
    }
    if isBlocked { return 2 }
    let figures = try figures(of: sources.policies, loaded.farms, surveyFile.survey)
    let shard = try shard()
    let part = PartialOutcome(
      request: request, shard: shard, documents: PartialOutcome.Documents(loaded, shard: shard),
      older: older.map { PartialOutcome.Documents($0, shard: shard) }, figures: figures)
    try deliver(part.text)
    return 0
  }

  /// Names in policies that the whole does not have; what is only to be warned of is said once, by `merge`.
  private func nameMistakes(_ policies: [Policy], in survey: FarmSurvey, hasOlder: Bool) -> [Diagnostic] {
    PolicyNameCheck.diagnose(policies: policies, farms: survey.farmsOfNames)
      .filter { diagnostic in
        // This part of the older documents need not hold all their snapshots.
        diagnostic.severity == .error && !(hasOlder && diagnostic.code == PolicyCode.unknownSnapshot.rawValue)
      }
  }

  /// Judges the packages of this part, with what the survey says of stacks and names.
  private func figures(
    of policies: [Policy], _ farms: [Farm], _ survey: FarmSurvey
  ) throws(CommandError) -> [PartialOutcome.Figures] {
    let snapshots = invocation.values(.snapshot).map { NamePattern($0) }
    var options = JudgingOptions(today: try today())
    options.shard = try shard()
    if invocation.has(.package) { options.packages = invocation.values(.package).map { NamePattern($0) } }
    if invocation.has(.stack) { options.stacks = invocation.values(.stack).map { NamePattern($0) } }
    var figures: [PartialOutcome.Figures] = []
    for farm in farms where snapshots.isEmpty || snapshots.contains(where: { $0.matches(farm.snapshot) }) {
      guard let whole = survey.snapshots.first(where: { NameTable.isSame($0.name, farm.snapshot) }),
        let wide = farm.widened(to: whole)
      else { continue }
      let outcome = SnapshotJudge.judge(
        wide, policies: policies.filter(\.addsUp), documentCount: 0, options: options)
      figures += outcome.policies.map {
        PartialOutcome.Figures(snapshot: farm.snapshot, policy: $0.policy.name, tallies: $0.tallies)
      }
    }
    return figures
  }

  /// Options that only make sense for the whole belong to `merge`.
  private func checkPartOptions() throws(CommandError) {
    for option in [CommandOption.Name.format, .write, .baseline, .writeBaseline, .strictBaseline]
    where invocation.has(option) {
      throw .usage(
        UsageError(
          "--\(option.rawValue) has no meaning for a part", help: "give it to `buildcover merge`",
          command: invocation.command))
    }
    if invocation.has(.since), !invocation.has(.shard) {
      throw .usage(
        UsageError(
          "--since needs --shard where parts are judged", help: "split both farms with --shard K/N",
          command: invocation.command))
    }
  }

  private func partRequest(_ file: SurveyFile, _ sources: PolicySources) throws(CommandError) -> PartialOutcome.Request
  {
    var options: [CommandOption.Name: [String]] = [:]
    for name in PartialOutcome.recordedOptions where invocation.has(name) { options[name] = invocation.values(name) }
    return PartialOutcome.Request(
      version: ToolVersion.text, survey: SurveyIdentity(file.survey, checksum: file.checksum),
      today: try today().description, options: options,
      policies: sources.sources.map {
        PartialOutcome.PolicyText(file: $0.file, text: String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  private func isPartUpToDate(_ request: PartialOutcome.Request) throws(CommandError) -> Bool {
    guard let path = invocation.value(.output), path != "-", !invocation.has(.allowIncomplete),
      let bytes = try? InputFile.bytes(of: path), let part = PartialOutcome(bytes), part.request == request,
      part.shard == (try shard()), try areListed(part.documents.pages, below: invocation.arguments),
      try areListed(part.older?.pages ?? [], below: invocation.values(.since))
    else { return false }
    complain(upToDate: path)
    return true
  }
}
