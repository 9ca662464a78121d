import JobLists
import Reports

/// A command of the tool: its words, what it takes, and its options.
struct Command: Sendable {
  /// The command's identity.
  enum Name: String, CaseIterable, Sendable {
    case check, show, plan, why, report, diff, trend, duplicates, causes
    case policyList = "policy list"
    case policyFormat = "policy format"
    case explain, survey
    case surveyMerge = "survey merge"
    case merge, completions, help
  }

  /// How many plain arguments a command takes.
  enum Arity: Sendable {
    case none
    case any
    case atLeast(Int)
    case between(Int, Int)
  }

  var name: Name
  /// One line for the list of commands.
  var summary: String
  /// What plain arguments are, in capitals.
  var arguments: String
  var arity: Arity
  var options: [CommandOption]
  /// Further text of the command's help: what it does and examples.
  var discussion: String

  /// The options that every command has.
  static let common: [CommandOption] = [.color, .help, .version]

  /// All options of the command, its own and the common ones.
  var allOptions: [CommandOption] { options + Command.common }

  /// `buildcover check [PATH…] [OPTION…]`.
  var usage: String {
    "buildcover \(name.rawValue)" + (arguments.isEmpty ? "" : " \(arguments)") + " [OPTION…]"
  }
}

extension Command {
  private static let reading: [CommandOption] = [
    .snapshot, .index, .lock, .shard, .threads, .strictReader, .allowIncomplete,
  ]
  private static let judging: [CommandOption] = [.policy, .rule, .package, .stack, .strict, .today, .survey]
  private static let reportFormats = ReportFormat.allCases.map(\.rawValue)
  private static let jobListFormats = JobListFormat.allCases.map(\.rawValue)
  private static let plainFormats = ["text", "json"]

  /// Every command, in the order of the help text.
  static let all: [Command] = [
    Command(
      name: .check, summary: "Judge coverage policies; exit with 1 if one fails.", arguments: "PATH…",
      arity: .atLeast(1),
      options: judging + reading + [
        .since, .baseline, .writeBaseline, .strictBaseline, .all, .quiet, .format(reportFormats), .output,
        .write(reportFormats + jobListFormats.map { "plan-" + $0 }),
      ],
      discussion: CommandDiscussion.check),
    Command(
      name: .plan, summary: "Print the smallest list of builds that closes the gaps.", arguments: "PATH…",
      arity: .atLeast(1),
      options: judging + reading + [
        .includeSeverity, .limit, .assumeBuilt, .specForm, .runnerTags, .runnerSize, .stackEnvironment, .script,
        .concurrency, .stackConfiguration,
        .nodeBudget, .baseline, .all, .quiet, .format(jobListFormats), .output, .write(jobListFormats),
      ],
      discussion: CommandDiscussion.plan),
    Command(
      name: .report, summary: "Write a report to look at and search.", arguments: "PATH…", arity: .atLeast(1),
      options: judging + reading + [
        .since, .baseline, .all, .quiet, .format(reportFormats), .output, .write(reportFormats),
      ],
      discussion: CommandDiscussion.report),
    Command(
      name: .show, summary: "Show what the documents hold.", arguments: "PATH…", arity: .atLeast(1),
      options: reading + [.package, .spec, .all, .format(plainFormats), .output],
      discussion: CommandDiscussion.show),
    Command(
      name: .why, summary: "Explain one cell: who asks for it, who covers it, what the plan would do.",
      arguments: "CELL PATH…", arity: .atLeast(2),
      options: judging + reading + [.format(plainFormats), .output],
      discussion: CommandDiscussion.why),
    Command(
      name: .diff, summary: "Say what changed between two farms or snapshots.", arguments: "OLD NEW | TREE",
      arity: .between(1, 2),
      options: judging + reading + [.from, .to, .all, .format(["text", "json", "markdown", "html"]), .output],
      discussion: CommandDiscussion.diff),
    Command(
      name: .trend, summary: "Follow coverage over all snapshots of a tree.", arguments: "TREE…", arity: .atLeast(1),
      options: judging + reading + [.format(["text", "json", "csv", "svg"]), .output],
      discussion: CommandDiscussion.trend),
    Command(
      name: .duplicates, summary: "Find the same configuration built more than once.", arguments: "PATH…",
      arity: .atLeast(1), options: reading + [.package, .all, .format(plainFormats), .output],
      discussion: CommandDiscussion.duplicates),
    Command(
      name: .causes, summary: "Rank missing dependencies by what they block.", arguments: "PATH…", arity: .atLeast(1),
      options: judging + reading + [.all, .format(plainFormats), .output], discussion: CommandDiscussion.causes),
    Command(
      name: .policyList, summary: "Show policies with what they mean in plain words.", arguments: "[FILE|DIR…]",
      arity: .any, options: [.rule, .format(plainFormats), .output], discussion: CommandDiscussion.policyList),
    Command(
      name: .policyFormat, summary: "Rewrite policy files in canonical layout.", arguments: "FILE|DIR…",
      arity: .atLeast(1), options: [.check], discussion: CommandDiscussion.policyFormat),
    Command(
      name: .explain, summary: "Explain a diagnostic code, or a target.", arguments: "CODE | target NAME",
      arity: .between(1, 2), options: [], discussion: CommandDiscussion.explain),
    Command(
      name: .survey, summary: "Sum up a shard: what sentences need to know across pages.", arguments: "PATH…",
      arity: .atLeast(1), options: reading.filter { $0.name != .snapshot } + [.quiet, .output],
      discussion: CommandDiscussion.survey),
    Command(
      name: .surveyMerge, summary: "Merge surveys of shards into one.", arguments: "SURVEY…", arity: .atLeast(1),
      options: [.output], discussion: CommandDiscussion.survey),
    Command(
      name: .merge, summary: "Merge the outcomes of shards into the reports of the whole.", arguments: "OUTCOME…",
      arity: .atLeast(1),
      options: [
        .baseline, .writeBaseline, .strictBaseline, .all, .quiet, .format(reportFormats), .output,
        .write(reportFormats + jobListFormats.map { "plan-" + $0 }),
      ],
      discussion: CommandDiscussion.merge),
    Command(
      name: .completions, summary: "Print completions for a shell.", arguments: "bash|zsh|fish",
      arity: .between(1, 1), options: [], discussion: CommandDiscussion.completions),
    Command(
      name: .help, summary: "Show help for a command, the formats, or the manual page.", arguments: "[COMMAND|formats]",
      arity: .between(0, 2), options: [.man], discussion: ""),
  ]

  /// The command of a name.
  static func named(_ name: Name) -> Command? { all.first { $0.name == name } }
}
