import Diagnostics
import FarmDocuments
import FarmModel

extension CommandRunner {
  /// Sums up documents; writes nothing where any of them cannot be read, unless `--allow-incomplete` is given.
  func runSurvey() throws(CommandError) -> Int32 {
    if try isSurveyUpToDate() { return 0 }
    let documents = try load(invocation.arguments)
    var diagnostics = documents.diagnostics
    diagnostics += documents.wholeDocuments
    complain(diagnostics)
    let isBlocked = diagnostics.contains {
      $0.severity == .error && !(invocation.has(.allowIncomplete) && $0.code.hasPrefix("document/"))
    }
    if isBlocked { return 2 }
    let survey = FarmSurvey(documents.farms, pages: documents.documents.map { FarmSurvey.Page($0) })
    try deliver(SurveyFile.text(of: survey))
    return 0
  }

  private func isSurveyUpToDate() throws(CommandError) -> Bool {
    guard let path = invocation.value(.output), !invocation.has(.allowIncomplete),
      let bytes = try? InputFile.bytes(of: path), let file = SurveyFile(bytes),
      try areListed(file.survey.pages, below: invocation.arguments)
    else { return false }
    complain(upToDate: path)
    return true
  }

  /// Whether the documents below some paths are these and have these digests.
  func areListed(_ pages: [FarmSurvey.Page], below paths: [String]) throws(CommandError) -> Bool {
    if paths.contains("-") || invocation.has(.index) || invocation.has(.lock) { return false }
    var options = DocumentLoader.Options(threads: try count(.threads) ?? Machine.coreCount)
    options.shard = try shard()
    options.listsOnly = true
    let listed = DocumentLoader.load(paths, options: options)
    return listed.isComplete && listed.documents.count == pages.count
      && zip(listed.documents, pages).allSatisfy { $0.path == $1.path && $0.digest == $1.digest }
  }

  /// Says that nothing was to be done.
  func complain(upToDate path: String) {
    if invocation.has(.quiet) { return }
    complain([
      Diagnostic(
        code: ShardCode.upToDate.rawValue, severity: .note, message: "is up to date, and was left as it is",
        labels: [Diagnostic.Label(place: SourcePlace(file: path))])
    ])
  }

  /// The part of the packages that `--shard` asks for.
  func shard() throws(CommandError) -> Shard? {
    guard let text = invocation.value(.shard) else { return nil }
    if let shard = Shard(text) { return shard }
    throw .usage(
      UsageError(
        "--shard cannot be `\(text)`", help: "write K/N with K from 1 to N, as in --shard 3/8",
        command: invocation.command))
  }

  /// Merges surveys in any order and grouping.
  func runSurveyMerge() throws(CommandError) -> Int32 {
    var diagnostics: [Diagnostic] = []
    var files: [(path: String, survey: FarmSurvey)] = []
    for path in invocation.arguments {
      if let file = SurveyFile.read(path, diagnostics: &diagnostics) { files.append((path, file.survey)) }
    }
    var merged = FarmSurvey(snapshots: [], pages: [])
    for file in files where diagnostics.isEmpty {
      do throws(SurveyConflict) {
        merged = try merged.merged(with: file.survey)
      } catch {
        diagnostics.append(.about(error, in: file.path))
      }
    }
    complain(diagnostics)
    if !diagnostics.isEmpty { return 2 }
    try deliver(SurveyFile.text(of: merged))
    return 0
  }
}

extension LoadedDocuments {
  /// The documents that cannot be judged in parts, as errors.
  var wholeDocuments: [Diagnostic] {
    documents.filter { $0.kind != .page }.map { document in
      Diagnostic(
        code: ShardCode.wholeDocument.rawValue,
        message: "its graph of dependencies goes across packages, so it cannot be judged in parts",
        labels: [Diagnostic.Label(place: SourcePlace(file: document.path))],
        help: "judge indexes and lock files in one run")
    }
  }
}
