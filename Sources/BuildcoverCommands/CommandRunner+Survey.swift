import Diagnostics
import FarmDocuments
import FarmModel

extension CommandRunner {
  /// Sums up documents; writes nothing where any of them cannot be read, unless `--allow-incomplete` is given.
  func runSurvey() throws(CommandError) -> Int32 {
    if try isSurveyUpToDate() { return 0 }
    let documents = try load(invocation.arguments)
    let diagnostics = documents.diagnostics
    complain(diagnostics)
    let isBlocked = diagnostics.contains {
      $0.severity == .error && !(invocation.has(.allowIncomplete) && $0.code.hasPrefix("document/"))
    }
    if isBlocked { return 2 }
    let survey = FarmSurvey(
      documents.farms, pages: documents.documents.map { FarmSurvey.Page($0) }, version: ToolVersion.text,
      shard: try shard(), otherSnapshots: documents.otherSnapshots)
    try deliver(SurveyFile.text(of: survey))
    return 0
  }

  private func isSurveyUpToDate() throws(CommandError) -> Bool {
    guard let path = invocation.value(.output), path != "-", !invocation.has(.allowIncomplete),
      let bytes = try? InputFile.bytes(of: path), let file = SurveyFile(bytes),
      file.survey.version == ToolVersion.text, file.survey.shards == (try shard()).map({ [$0] }) ?? [],
      try areListed(file.survey.pages, below: invocation.arguments, snapshots: file.survey.snapshots.map(\.name))
    else { return false }
    complain(upToDate: path)
    return true
  }

  /// Whether the documents below some paths are these and have these digests.
  ///
  /// - Parameter snapshots: all that the documents are to be of, those of other parts too; `nil` for any.
  func areListed(
    _ pages: [FarmSurvey.Page], below paths: [String], snapshots: [String]? = nil
  ) throws(CommandError) -> Bool {
    if paths.contains("-") { return false }
    if paths.isEmpty { return pages.isEmpty }
    var options = try loaderOptions()
    options.listsOnly = true
    let listed = DocumentLoader.load(paths, options: options)
    let found = NameTable(listed.documents.filter { $0.kind != .lock }.map(\.snapshot) + listed.otherSnapshots)
    if let snapshots, snapshots != found.names { return false }
    return listed.isComplete && listed.rejectedDocuments.isEmpty && listed.documents.count == pages.count
      && zip(listed.documents, pages).allSatisfy { $0.isSame(as: $1) }
  }

  /// Whether a merge leaves a file as it is because it would write the same, which is said then. What goes into a merge
  /// is known only when it is made, so that is no reason not to make it.
  func isUpToDate(_ path: String, _ text: String) -> Bool {
    guard [.merge, .surveyMerge].contains(invocation.command.name), let bytes = try? InputFile.bytes(of: path),
      bytes.elementsEqual(text.utf8)
    else { return false }
    complain(upToDate: path)
    return true
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
    let merger = SurveyMerger(diagnostics.isEmpty ? files : [])
    diagnostics += merger.diagnostics
    complain(diagnostics)
    guard diagnostics.isEmpty, let merged = merger.merged else { return 2 }
    try deliver(SurveyFile.text(of: merged))
    return 0
  }
}

extension ReadDocument {
  /// Whether a listed document is the one of a survey.
  fileprivate func isSame(as page: FarmSurvey.Page) -> Bool {
    path == page.path && digest == page.digest && snapshot == page.snapshot && subject == page.subject
  }
}
