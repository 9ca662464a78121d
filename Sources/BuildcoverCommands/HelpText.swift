import Diagnostics

/// The help texts, made from the option table.
enum HelpText {
  static let tagline = "buildcover: the coverage planner for build farms."

  /// The list of commands.
  static func overview() -> String {
    let width = (Command.all.map { $0.name.rawValue.count }.max() ?? 0) + 2
    var text = tagline + "\n\nUsage: buildcover COMMAND [ARGUMENT…] [OPTION…]\n\nCommands:\n"
    for command in Command.all {
      text += "  " + padded(command.name.rawValue, to: width) + command.summary + "\n"
    }
    text += """

      `buildcover COMMAND --help` shows a command's options; `buildcover help formats` the output formats;
      `buildcover help --man` the manual page. Start with: buildcover check DIRECTORY

      """
    return text
  }

  /// One command's usage, options and examples.
  static func text(of command: Command) -> String {
    var text = "\(command.summary)\n\nUsage: \(command.usage)\n"
    if !command.discussion.isEmpty { text += "\n" + wrapped(command.discussion) + "\n" }
    text += "\nOptions:\n"
    for option in command.allOptions {
      let letter = option.letter.map { "-\($0), " } ?? "    "
      text += "  " + letter + option.usage + "\n"
      for line in TextWrapping.lines(option.summary, width: 70) { text += "          " + line + "\n" }
    }
    return text
  }

  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// Paragraphs broken into lines of at most 80 columns; indented lines are examples and stay.
  private static func wrapped(_ discussion: String) -> String {
    var paragraphs: [String] = []
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      let continues = !line.isEmpty && !line.hasPrefix(" ")
      if continues, let last = paragraphs.last, !last.isEmpty, !last.hasPrefix(" "), !last.hasSuffix(":") {
        paragraphs[paragraphs.count - 1] += " " + line
      } else {
        paragraphs.append(String(line))
      }
    }
    return paragraphs.flatMap { TextWrapping.lines($0, width: 80) }.joined(separator: "\n")
  }
}
