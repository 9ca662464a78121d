import Diagnostics

/// A workflow command of GitHub Actions, one line that the runner obeys.
struct GitHubCommand {
  var name: String
  var properties: [(String, String)] = []
  var message = ""

  /// The line, with its break. Values are escaped last, for the escapes hold characters that are escaped themselves.
  var line: String {
    let list = properties.map { "\($0)=\(GitHubCommand.escapedProperty($1))" }.joined(separator: ",")
    return "::\(name)\(list.isEmpty ? "" : " " + list)::\(GitHubCommand.escaped(message))\n"
  }

  /// A line of the log that the runner must not obey: the older form of commands is known anywhere in a line.
  static func logLine(_ text: String) -> String { "- \(text.replacing("##[", with: "## ["))\n" }

  private static func escaped(_ text: String) -> String {
    text.replacing(scalar: "%", with: "%25").replacing(scalar: "\r", with: "%0D").replacing(scalar: "\n", with: "%0A")
  }

  private static func escapedProperty(_ text: String) -> String {
    escaped(TerminalText.visible(text)).replacing(scalar: ":", with: "%3A")
      .replacing(scalar: ",", with: "%2C")
  }
}
