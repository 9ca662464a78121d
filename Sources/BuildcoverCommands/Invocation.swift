/// A command line that was understood: the command, its plain arguments and its options.
struct Invocation: Sendable {
  var command: Command
  var arguments: [String]
  var values: [CommandOption.Name: [String]]

  /// Whether a switch was given, or any value for an option.
  func has(_ option: CommandOption.Name) -> Bool { values[option] != nil }

  /// The last value of an option.
  func value(_ option: CommandOption.Name) -> String? { values[option]?.last }

  /// All values of an option, in the order given.
  func values(_ option: CommandOption.Name) -> [String] { values[option] ?? [] }
}

/// A command line that makes no sense; nothing was done.
struct UsageError: Error, Sendable {
  var message: String
  /// What to write instead.
  var help: String?
  /// The command whose usage line is shown.
  var command: Command?

  init(_ message: String, help: String? = nil, command: Command? = nil) {
    self.message = message
    self.help = help
    self.command = command
  }
}
