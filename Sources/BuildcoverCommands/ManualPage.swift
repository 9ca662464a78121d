/// The manual page `buildcover(1)` in troff's man macros, made from the option table.
enum ManualPage {
  static func text() -> String {
    var page = """
      .TH BUILDCOVER 1 "" "buildcover \(ToolVersion.text)" "User Commands"
      .SH NAME
      buildcover \\- coverage planner for build farms
      .SH SYNOPSIS
      .B buildcover
      .I COMMAND
      [ARGUMENT...] [OPTION...]
      .SH DESCRIPTION
      Reads what a build farm publishes, judges coverage policies, and plans the smallest list of builds that closes
      the gaps.
      .SH COMMANDS

      """
    for command in Command.all {
      page += ".SS \(escaped(command.usage))\n\(escaped(command.summary))\n"
      if !command.discussion.isEmpty { page += ".PP\n.nf\n\(escaped(command.discussion))\n.fi\n" }
      for option in command.options {
        let letter = option.letter.map { "\\-\($0), " } ?? ""
        page += ".TP\n\\fB\(letter)\(escaped(option.usage))\\fR\n\(escaped(option.summary))\n"
      }
    }
    page += ".SH COMMON OPTIONS\n"
    for option in Command.common {
      page += ".TP\n\\fB\(escaped(option.usage))\\fR\n\(escaped(option.summary))\n"
    }
    page += """
      .SH EXIT STATUS
      .TP
      .B 0
      Nothing failed.
      .TP
      .B 1
      A policy failed; for plan: gaps remain that could not be planned.
      .TP
      .B 2
      Could not judge: wrong use, an invalid policy, a document that cannot be read, every policy vacuous.
      .SH ENVIRONMENT
      .TP
      .B NO_COLOR
      If set and not empty, no colour is used.

      """
    return page
  }

  /// Makes text safe for troff: backslashes and dashes escaped, and no line that starts with a control character.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let body = line.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("…", with: "...")
      return body.hasPrefix(".") || body.hasPrefix("'") ? "\\&" + body : body
    }.joined(separator: "\n")
  }
}
