import Diagnostics

/// The command line as a function: arguments in, exit status out.
package enum BuildcoverCommandLine {
  /// Runs one command and returns its exit status (semantics §2.6).
  package static func run(_ words: [String] = Array(CommandLine.arguments.dropFirst())) -> Int32 {
    ProcessSetup.prepare()
    let console = Console.current()
    do {
      return try run(words, console: console)
    } catch {
      switch error {
      case .usage(let usage): complain(of: usage, to: console)
      case .output(let output):
        console.complain("buildcover: error: cannot write \(TerminalText.visible(output.path)): \(output.reason)\n")
      }
      return 2
    }
  }

  private static func run(_ words: [String], console: Console) throws(CommandError) -> Int32 {
    let invocation: Invocation
    do { invocation = try InvocationParser.parse(words) } catch { throw .usage(error) }
    do {
      if invocation.has(.version) {
        try console.write("buildcover \(ToolVersion.text)\n")
        return 0
      }
      if invocation.has(.help) {
        try console.write(
          invocation.command.name == .help ? HelpText.overview() : HelpText.text(of: invocation.command))
        return 0
      }
    } catch { throw .output(error) }
    return try CommandRunner(invocation: invocation, console: console).run()
  }

  private static func complain(of usage: UsageError, to console: Console) {
    var text = "buildcover: error: \(TerminalText.visible(usage.message))\n"
    if let help = usage.help { text += "help: \(TerminalText.visible(help))\n" }
    if let command = usage.command { text += "usage: \(command.usage)\n" }
    console.complain(text)
  }
}

/// Why a command could not run or finish.
enum CommandError: Error, Sendable {
  case usage(UsageError)
  case output(OutputError)
}
