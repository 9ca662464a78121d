import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel

extension CommandRunner {
  /// A part alone is never judged: whatever judges needs the survey of the whole.
  func checkPartHasSurvey() throws(CommandError) {
    let judges = invocation.command.options.contains { $0.name == .survey }
    guard let shard = try shard(), judges, !invocation.has(.survey) else { return }
    throw .usage(
      UsageError(
        "--shard \(shard) alone would judge a part as if it were the whole",
        help: invocation.command.name == .check
          ? "give the survey of the whole with --survey, and merge the outcomes"
          : "give the survey of the whole with --survey",
        command: invocation.command))
  }

  /// Reads the survey of `--survey`; a diagnostic where it is none, or not that of a whole.
  func readSurvey(diagnostics: inout [Diagnostic]) -> SurveyFile? {
    let path = invocation.value(.survey) ?? ""
    guard let file = SurveyFile.read(path, diagnostics: &diagnostics) else { return nil }
    let missing = file.survey.missingShards
    if !missing.isEmpty { diagnostics.append(.incomplete(path, missing)) }
    if file.survey.version != ToolVersion.text { diagnostics.append(.otherVersion(path, file.survey.version)) }
    return file
  }

  /// Gives the farms of a part what is true of the whole, for a command that judges it by itself.
  func takeFactsOfWhole(_ loaded: inout LoadedDocuments) throws(CommandError) {
    if invocation.has(.since) {
      throw .usage(
        UsageError(
          "--since has no meaning for a part: the survey knows nothing of older documents",
          help: "judge the parts with `buildcover check --survey`, and merge the outcomes", command: invocation.command)
      )
    }
    guard let file = readSurvey(diagnostics: &loaded.diagnostics) else { return }
    let snapshots = NameTable(loaded.farms.map(\.snapshot) + loaded.otherSnapshots)
    loaded.diagnostics += differences(of: loaded, from: file.survey, shard: try shard()) { page in
      page.snapshot.isEmpty || snapshots.number(of: page.snapshot) != nil
    }
    loaded.namesOfWhole = file.survey.farmsOfNames
    loaded.farms = loaded.farms.compactMap { farm in
      file.survey.snapshots.first { NameTable.isSame($0.name, farm.snapshot) }.flatMap { farm.widened(to: $0) }
    }
    loaded.diagnostics.sort(by: Diagnostic.inPrintingOrder)
  }

  /// The policies that ask what a part cannot tell, as errors.
  func unjudgeable(_ policies: [Policy]) throws(CommandError) -> [Diagnostic] {
    guard invocation.has(.survey) else { return [] }
    let isShard = invocation.has(.shard)
    return policies.compactMap { policy in
      policy.reachBeyondParts(areShards: isShard).map { .acrossParts(policy, $0) }
    }
  }

  /// What is not as the survey saw it: documents that it does not list, and, in a shard, listed ones that are not there.
  ///
  /// - Parameter isExpected: whether a listed document is to be there.
  func differences(
    of loaded: LoadedDocuments, from survey: FarmSurvey, shard: Shard?,
    isExpected: (FarmSurvey.Page) -> Bool = { _ in true }
  ) -> [Diagnostic] {
    let surveyed = NameTable(survey.snapshots.map(\.name))
    let foreign = loaded.farms.filter { surveyed.number(of: $0.snapshot) == nil }
    if !foreign.isEmpty {
      return foreign.map { .otherSnapshot($0.snapshot, survey, invocation.value(.survey) ?? "") }
    }
    let listed = Dictionary(survey.pages.map { ($0.path, $0.digest) }) { first, _ in first }
    var diagnostics: [Diagnostic] = []
    for document in loaded.documents where listed[document.path] != document.digest {
      diagnostics.append(
        .changed(document.path, listed[document.path] == nil ? "is not in the survey" : "has changed since the survey"))
    }
    guard let shard else { return diagnostics }
    let present = Set(loaded.documents.map(\.path))
    for page in survey.pages where page.isIn(shard) && !present.contains(page.path) && isExpected(page) {
      diagnostics.append(.changed(page.path, "is in the survey, but not among the documents"))
    }
    return diagnostics
  }
}

extension Diagnostic {
  fileprivate static func incomplete(_ path: String, _ missing: [Shard]) -> Diagnostic {
    let shown = missing.prefix(8).map(\.description).joined(separator: ", ")
    return Diagnostic(
      code: CommandCode.missingShard.rawValue,
      message: "the survey is not that of the whole: it lacks the shard\(missing.count == 1 ? "" : "s") \(shown)"
        + (missing.count > 8 ? ", …" : ""),
      labels: [Label(place: SourcePlace(file: path))], help: "merge the surveys of all shards")
  }

  fileprivate static func otherVersion(_ path: String, _ version: String) -> Diagnostic {
    Diagnostic(
      code: ShardCode.foreignPart.rawValue,
      message: "the survey was written by the version \(version) of buildcover, and this is \(ToolVersion.text)",
      labels: [Label(place: SourcePlace(file: path))], help: "write the survey again")
  }

  fileprivate static func otherSnapshot(_ snapshot: String, _ survey: FarmSurvey, _ path: String) -> Diagnostic {
    Diagnostic(
      code: ShardCode.otherSnapshot.rawValue,
      message: "the survey is of \(survey.snapshotNames), and the documents are of the snapshot `\(snapshot)`",
      labels: [Label(place: SourcePlace(file: path))], help: "survey the documents that are judged")
  }

  fileprivate static func acrossParts(_ policy: Policy, _ reason: String) -> Diagnostic {
    Diagnostic(
      code: ShardCode.acrossParts.rawValue,
      message: "the policy `\(policy.name)` cannot be judged on a part of a farm: \(reason)",
      labels: policy.place.map { [Label(place: $0)] } ?? [],
      help: "judge it with `buildcover check --survey` on all parts and `buildcover merge`")
  }

  fileprivate static func changed(_ path: String, _ message: String) -> Diagnostic {
    Diagnostic(
      code: ShardCode.changedDocument.rawValue, message: message, labels: [Label(place: SourcePlace(file: path))],
      help: "write the survey again")
  }
}
