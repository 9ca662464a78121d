import Diagnostics
import Reports

extension CommandRunner {
  func runHelp() throws(CommandError) -> Int32 {
    if invocation.has(.man) {
      try deliver(ManualPage.text())
      return 0
    }
    let topic = invocation.arguments.joined(separator: " ")
    if topic.isEmpty {
      try deliver(HelpText.overview())
    } else if topic == "formats" {
      try deliver(FormatsHelp.text())
    } else if let name = Command.Name(rawValue: topic), let command = Command.named(name) {
      try deliver(HelpText.text(of: command))
    } else {
      let topics = Command.all.map(\.name.rawValue) + ["formats"]
      let nearest = NearestName.nearest(to: topic, among: topics)
      throw .usage(
        UsageError(
          "there is no help for `\(topic)`",
          help: nearest.map { "did you mean `\($0)`?" } ?? "`buildcover help` lists the commands"))
    }
    return 0
  }

  func runCompletions() throws(CommandError) -> Int32 {
    let word = invocation.arguments[0]
    guard let shell = ShellCompletions.Shell(rawValue: word) else {
      throw .usage(
        UsageError(
          "there are no completions for `\(word)`", help: "write bash, zsh or fish", command: invocation.command))
    }
    try deliver(ShellCompletions.script(for: shell))
    return 0
  }
}
