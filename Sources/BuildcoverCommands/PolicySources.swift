import CoveragePolicy
import Diagnostics

/// The policies that a command line names: files, directories of files, inline rules, or the embedded one.
struct PolicySources {
  /// What was read; empty where the embedded policy is judged.
  var sources: [PolicySource] = []
  var policies: [Policy] = []
  var diagnostics: [Diagnostic] = []

  /// Reads `--policy` and `--rule`, and further paths; with none of them the embedded policy.
  static func read(_ invocation: Invocation, paths: [String] = []) -> PolicySources {
    var diagnostics: [Diagnostic] = []
    var sources: [PolicySource] = []
    for file in files(of: paths + invocation.values(.policy), diagnostics: &diagnostics) {
      do {
        sources.append(PolicySource(file: file, bytes: try InputFile.bytes(of: file)))
      } catch {
        diagnostics.append(.unreadable(error))
      }
    }
    let rules = invocation.values(.rule)
    for (index, rule) in rules.enumerated() {
      let label = rules.count == 1 ? "--rule" : "--rule #\(index + 1)"
      sources.append(PolicySource(file: label, bytes: Array(rule.utf8)))
    }
    if sources.isEmpty, !diagnostics.isEmpty { return PolicySources(diagnostics: diagnostics) }
    var read = PolicySources(sources)
    read.diagnostics = diagnostics + read.diagnostics
    return read
  }

  /// Reads the policies of some texts; the embedded policy where there are none.
  init(_ sources: [PolicySource]) {
    self.sources = sources
    if sources.isEmpty { policies = [Policy.embedded] } else { (policies, diagnostics) = PolicyParser.parse(sources) }
  }

  private init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// The policy files below the paths: files themselves, and `*.policy` of directories, in the order of names.
  static func files(of paths: [String], diagnostics: inout [Diagnostic]) -> [String] {
    var files: [String] = []
    for path in paths {
      guard InputFile.isDirectory(path) else {
        files.append(path)
        continue
      }
      do {
        let names = try InputFile.names(in: path, endingIn: ".policy")
        if names.isEmpty { diagnostics.append(.noPolicies(in: path)) }
        files += names.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
      } catch {
        diagnostics.append(.unreadable(error))
      }
    }
    return files
  }
}

/// The codes of trouble with the small files of a run and with what a command asks for.
enum CommandCode: String, DiagnosticCode {
  case unreadable = "input/unreadable"
  case noPolicies = "input/no-policies"
  case malformedBaseline = "input/malformed-baseline"
  case malformedPlan = "input/malformed-plan"
  case malformedSurvey = "input/malformed-survey"
  case malformedOutcome = "input/malformed-outcome"
  case missingShard = "input/missing-shard"
  case repeatedShard = "input/repeated-shard"
  case unknownSnapshot = "input/unknown-snapshot"
  case baselineNotNeeded = "input/baseline-not-needed"
  case severalSnapshots = "input/several-snapshots"
  case unanswerable = "input/unanswerable"

  var explanation: String {
    switch self {
    case .unreadable:
      """
      A file that the command line names (a policy, a baseline, a plan, a survey) could not be read: it is not there, \
      may not be read, or is not a regular file. Nothing is judged then, for a policy that was not read might have \
      failed. Check the path and its permissions.
      """
    case .noPolicies:
      """
      A directory given with --policy holds no file that ends in .policy. A gate without policies would always pass, \
      so this is an error. Name the directory that holds the policies, or a file.
      """
    case .malformedBaseline:
      """
      A baseline starts with the line `buildcover/baseline/1` and holds one identity of a finding on each further \
      line, sorted. Write a new one with --write-baseline.
      """
    case .malformedPlan:
      "The file given with --assume-built is not what `buildcover plan --format json` writes."
    case .malformedSurvey:
      """
      The file is not a survey of this version, or its checksum does not match: it was cut or changed. Write it again \
      with `buildcover survey`.
      """
    case .malformedOutcome:
      """
      The file is not a partial outcome of this version, or its checksum does not match: it was cut or changed. Write \
      it again with `buildcover check --survey`.
      """
    case .missingShard:
      """
      The outcomes to merge do not make up the whole: a shard is missing, or failed. A partial verdict would look \
      like a full one, so nothing is merged. Run the missing shard and merge again.
      """
    case .repeatedShard:
      """
      The same part, or the same page, is in two of the files that are merged. Give each part once, and let each page be \
      read by one part only.
      """
    case .unknownSnapshot:
      """
      No loaded document belongs to a snapshot of the name or glob that was asked for. The snapshot of a page is the \
      second of its categories; `buildcover show PATH` lists those that are there.
      """
    case .baselineNotNeeded:
      """
      A baseline entry stands for a finding that is no longer there: the gap was closed, or the policy changed. Write \
      the baseline again so that the entry cannot hide a new gap. It is an error with --strict-baseline.
      """
    case .severalSnapshots:
      """
      Two farms are compared, but the documents hold several snapshots and it is not clear which are meant. Select one \
      with --snapshot, or give one tree with --from and --to.
      """
    case .unanswerable:
      """
      The constraint asks what the documents do not record: a page knows no dependencies, so `^zlib` or `%c,cxx=clang` \
      has no answer there. Read the snapshot's buildcache indexes, which do.
      """
    }
  }
}

extension Diagnostic {
  /// A file that could not be read.
  static func unreadable(_ problem: InputFile.Problem) -> Diagnostic {
    Diagnostic(
      code: CommandCode.unreadable.rawValue, message: "cannot read the file: \(problem.reason)",
      labels: [Label(place: SourcePlace(file: problem.path))], help: "check the path and its permissions")
  }

  fileprivate static func noPolicies(in directory: String) -> Diagnostic {
    Diagnostic(
      code: CommandCode.noPolicies.rawValue, message: "the directory holds no policy file (*.policy)",
      labels: [Label(place: SourcePlace(file: directory))], help: "name the directory that holds the policies")
  }
}
