/// An option of the command line: one entry of the table that parsing, help, completions and the man page are made of.
struct CommandOption: Hashable, Sendable {
  /// What the shell may complete behind an option.
  enum Completion: Hashable, Sendable {
    case nothing, files, directories
    case words([String])
  }

  /// The option's name without dashes, its identity in an `Invocation`.
  enum Name: String, CaseIterable, Sendable {
    case policy, rule, snapshot, package, stack, format, output, write, strict, today, quiet, all, color, threads
    case allowIncomplete = "allow-incomplete"
    case since, baseline
    case writeBaseline = "write-baseline"
    case strictBaseline = "strict-baseline"
    case index, lock, shard, survey, spec, include, limit
    case specForm = "spec-form"
    case runnerTags = "runner-tags"
    case runnerSize = "runner-size"
    case stackEnvironment = "stack-environment"
    case script, concurrency
    case assumeBuilt = "assume-built"
    case stackConfiguration = "stack-configuration"
    case nodeBudget = "node-budget"
    case from, to, check, man
    case strictReader = "strict-reader"
    case help, version
  }

  var name: Name
  /// A one-letter form.
  var letter: Character?
  /// What stands behind the option, in capitals; `nil` for a switch.
  var argument: String?
  var isRepeatable: Bool
  var completion: Completion
  /// One sentence for the help text.
  var summary: String

  /// `--policy FILE|DIR` or `--strict`.
  var usage: String { argument.map { "--\(name.rawValue) \($0)" } ?? "--\(name.rawValue)" }
}

extension CommandOption {
  private static func value(
    _ name: Name, _ argument: String, _ summary: String, letter: Character? = nil, repeats: Bool = false,
    completing completion: Completion = .nothing
  ) -> CommandOption {
    CommandOption(
      name: name, letter: letter, argument: argument, isRepeatable: repeats, completion: completion, summary: summary)
  }

  private static func toggle(_ name: Name, _ summary: String, letter: Character? = nil) -> CommandOption {
    CommandOption(
      name: name, letter: letter, argument: nil, isRepeatable: false, completion: .nothing, summary: summary)
  }

  static let help = toggle(.help, "Show this help.", letter: "h")
  static let version = toggle(.version, "Show the version.")
  static let color = value(
    .color, "WHEN", "Colour: auto (the default: on a terminal, unless NO_COLOR is set), always or never.",
    completing: .words(["auto", "always", "never"]))
  static let output = value(
    .output, "FILE", "Write to FILE instead of standard output, whole or not at all.", letter: "o", completing: .files)
  static let quiet = toggle(.quiet, "Print only what is not in order, and nothing on standard error but trouble.")
  static let today = value(.today, "DATE", "Judge waivers as of this day (YYYY-MM-DD); the default is today in UTC.")
  static let threads = value(.threads, "N", "Read with N threads; the default is one for each core.")
  static let strictReader = toggle(
    .strictReader, "Read every byte with the strict reader alone; slower, with the same result.")

  static let policy = value(
    .policy, "FILE|DIR", "Judge the policies of a file, or of every *.policy file of a directory.", letter: "p",
    repeats: true, completing: .files)
  static let rule = value(
    .rule, "SENTENCE", "Judge one sentence; clauses follow after `;`.", letter: "r", repeats: true)
  static let snapshot = value(
    .snapshot, "TAG", "Judge only snapshots of this name or glob.", repeats: true)
  static let package = value(
    .package, "NAME", "Report only packages of this name or glob; what is true does not change.", repeats: true)
  static let stack = value(
    .stack, "NAME", "Report only stacks of this name or glob; what is true does not change.", repeats: true)
  static let strict = toggle(.strict, "Undetermined cells and vacuous policies fail too.")
  static let all = toggle(.all, "Show every finding; long lists are cut otherwise.")
  static let allowIncomplete = toggle(
    .allowIncomplete, "Judge what could be read, and say in every output what is missing.")
  static let index = value(
    .index, "STACK=FILE", "Read a buildcache index as that of this stack.", repeats: true, completing: .files)
  static let lock = value(
    .lock, "STACK=FILE", "Read a spack.lock as what this stack is meant to hold.", repeats: true, completing: .files)
  static let shard = value(
    .shard, "K/N", "Read only the K-th of N parts, split by package name; what judges needs --survey too.")
  static let survey = value(
    .survey, "FILE", "The documents are a part: take what is true of whole stacks from this survey of all parts.",
    completing: .files)

  static let since = value(
    .since, "PATH", "Compare with these older documents: marks new gaps, and loss sentences look there.",
    repeats: true, completing: .files)
  static let baseline = value(
    .baseline, "FILE", "Known gaps of this file pass; new ones fail.", completing: .files)
  static let writeBaseline = value(
    .writeBaseline, "FILE", "Write the findings of this run as a baseline.", completing: .files)
  static let strictBaseline = toggle(.strictBaseline, "Fail on baseline entries that are no longer needed.")

  static let spec = value(
    .spec, "CONSTRAINT", "List the specs that satisfy a Spack constraint, such as 'hdf5@1.12: +mpi %gcc@11:'.")
  static let includeSeverity = value(
    .include, "SEVERITY", "Plan for broken policies of this severity too: warning or note.", repeats: true,
    completing: .words(["warning", "note"]))
  static let limit = value(.limit, "N", "Keep the N most useful builds and say what was left out.")
  static let specForm = value(
    .specForm, "FORM", "Write specs in abstract form (the default in environments) or exact form.",
    completing: .words(["abstract", "exact"]))
  static let runnerTags = value(
    .runnerTags, "TEMPLATE", "Tags of GitLab jobs, with placeholders: 'target={target}'.", repeats: true)
  static let runnerSize = value(
    .runnerSize, "SIZE=NAMES", "Packages (names or globs) that need a runner of this size, for {size} in tags.",
    repeats: true)
  static let stackEnvironment = value(
    .stackEnvironment, "PATH", "The directory of a stack's environment for jobs; {stack} stands for the stack.")
  static let script = value(
    .script, "TEMPLATE", "The command of a job, with placeholders such as {spec} and {stack}.", repeats: true)
  static let concurrency = value(.concurrency, "N", "Run at most N builds at once.", letter: "j")
  static let assumeBuilt = value(
    .assumeBuilt, "PLAN", "Plan as if the builds of this plan (JSON) were done.", repeats: true, completing: .files)
  static let stackConfiguration = value(
    .stackConfiguration, "PATH", "Include this configuration in each Spack environment; {stack} stands for the stack.")
  static let nodeBudget = value(
    .nodeBudget, "N", "Steps the planner may take for one package before it settles for a greedy list.")
  static let from = value(.from, "SNAPSHOT", "The older snapshot of one tree.")
  static let to = value(.to, "SNAPSHOT", "The newer snapshot of one tree.")
  static let check = toggle(.check, "Change nothing; exit with 2 if a file is not in canonical layout.")
  static let man = toggle(.man, "Print the manual page in troff.")

  static func format(_ words: [String]) -> CommandOption {
    value(.format, "FORMAT", "Print as \(words.joined(separator: ", ")).", letter: "f", completing: .words(words))
  }

  static func write(_ words: [String]) -> CommandOption {
    value(
      .write, "FORMAT=PATH", "Write this format to a file too.", letter: "w", repeats: true,
      completing: .words(words.map { $0 + "=" }))
  }
}
