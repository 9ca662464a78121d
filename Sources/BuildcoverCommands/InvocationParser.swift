import Diagnostics

/// Reads the words of a command line by the option table.
struct InvocationParser {
  private var words: ArraySlice<String>
  private var invocation: Invocation

  /// Reads the words after the program's name.
  ///
  /// `--option value`, `--option=value`, `-o value` and `-ovalue` are the same; `--` ends the options. `--help` and
  /// `--version` win over every mistake that follows them.
  static func parse(_ words: [String]) throws(UsageError) -> Invocation {
    var rest = words[...]
    let command = try command(of: &rest)
    var parser = InvocationParser(
      words: rest, invocation: Invocation(command: command, arguments: [], values: [:]))
    try parser.readWords()
    try parser.checkArity()
    return parser.invocation
  }

  private static func command(of words: inout ArraySlice<String>) throws(UsageError) -> Command {
    guard let first = words.first else {
      throw UsageError("no command given", help: "`buildcover help` lists the commands")
    }
    if let second = words.dropFirst().first, let name = Command.Name(rawValue: "\(first) \(second)"),
      let command = Command.named(name)
    {
      words = words.dropFirst(2)
      return command
    }
    if let name = Command.Name(rawValue: first), let command = Command.named(name) {
      words = words.dropFirst()
      return command
    }
    if let command = Command.named(.help), ["--help", "-h", "--version"].contains(first) { return command }
    throw unknownCommand(first, following: words.dropFirst().first)
  }

  private static func unknownCommand(_ first: String, following second: String?) -> UsageError {
    let names = Command.Name.allCases.map(\.rawValue)
    if let group = names.first(where: { $0.hasPrefix(first + " ") }) {
      let members = names.filter { $0.hasPrefix(first + " ") }.map { "`\($0)`" }.joined(separator: " or ")
      return UsageError(
        second.map { "`\(group.prefix(first.utf8.count))` has no command `\($0)`" } ?? "`\(first)` needs a second word",
        help: "write \(members)")
    }
    let nearest = NearestName.nearest(to: first, among: names)
    return UsageError(
      "there is no command `\(first)`",
      help: nearest.map { "did you mean `\($0)`?" } ?? "`buildcover help` lists the commands")
  }

  private mutating func readWords() throws(UsageError) {
    while let word = words.popFirst() {
      if word == "--" {
        invocation.arguments += words
        words = []
      } else if word.hasPrefix("--") {
        try readLongOption(word.dropFirst(2))
      } else if word.hasPrefix("-"), word != "-" {
        try readShortOption(word.dropFirst())
      } else {
        invocation.arguments.append(word)
      }
      if invocation.has(.help) || invocation.has(.version) { return }
    }
  }

  private mutating func readLongOption(_ text: Substring) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = invocation.command.allOptions.first(where: { $0.name.rawValue == name }) else {
      throw unknownOption("--" + name)
    }
    try store(option, inlineValue: parts.count > 1 ? String(parts[1]) : nil)
  }

  private mutating func readShortOption(_ text: Substring) throws(UsageError) {
    guard let letter = text.first,
      let option = invocation.command.allOptions.first(where: { $0.letter == letter })
    else { throw unknownOption("-" + text) }
    try store(option, inlineValue: text.count > 1 ? String(text.dropFirst()) : nil)
  }

  private mutating func store(_ option: CommandOption, inlineValue: String?) throws(UsageError) {
    guard let argument = option.argument else {
      if inlineValue != nil {
        throw UsageError("--\(option.name.rawValue) takes no value", command: invocation.command)
      }
      invocation.values[option.name] = [""]
      return
    }
    guard let value = inlineValue ?? words.popFirst() else {
      throw UsageError(
        "--\(option.name.rawValue) needs a value", help: "write --\(option.name.rawValue) \(argument)",
        command: invocation.command)
    }
    if case .words(let allowed) = option.completion, option.name != .write, !allowed.contains(value) {
      let nearest = NearestName.nearest(to: value, among: allowed)
      throw UsageError(
        "--\(option.name.rawValue) cannot be `\(value)`",
        help: nearest.map { "did you mean `\($0)`?" } ?? "it is one of \(allowed.joined(separator: ", "))",
        command: invocation.command)
    }
    if !option.isRepeatable, invocation.has(option.name) {
      throw UsageError("--\(option.name.rawValue) is given twice", command: invocation.command)
    }
    invocation.values[option.name, default: []].append(value)
  }

  private func unknownOption(_ text: String) -> UsageError {
    let names = invocation.command.allOptions.map { "--" + $0.name.rawValue }
    let nearest = NearestName.nearest(to: text, among: names)
    return UsageError(
      "`buildcover \(invocation.command.name.rawValue)` has no option `\(text)`",
      help: nearest.map { "did you mean `\($0)`?" }
        ?? "`buildcover \(invocation.command.name.rawValue) --help` lists its options",
      command: invocation.command)
  }

  private func checkArity() throws(UsageError) {
    if invocation.has(.help) || invocation.has(.version) { return }
    let count = invocation.arguments.count
    let isRight =
      switch invocation.command.arity {
      case .none: count == 0
      case .any: true
      case .atLeast(let least): count >= least || invocation.has(.index) || invocation.has(.rule) && least == 0
      case .between(let least, let most): (least...most).contains(count)
      }
    if !isRight {
      throw UsageError(
        count == 0
          ? "`buildcover \(invocation.command.name.rawValue)` needs \(invocation.command.arguments)"
          : "`buildcover \(invocation.command.name.rawValue)` takes \(invocation.command.arguments)",
        help: "`buildcover \(invocation.command.name.rawValue) --help` shows examples", command: invocation.command)
    }
  }
}
