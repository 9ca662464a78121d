import Foundation
import Testing

/// The commands of README.md and of the examples, run as they stand there: a fenced block `console` holds commands
/// behind `$ ` and what they print.
@Suite struct `examples` {
  struct Command: Sendable, CustomTestStringConvertible {
    var file: String
    var line: Int
    var words: [String]
    var output: String

    var testDescription: String { "\(file):\(line): \(words.joined(separator: " "))" }
  }

  static let files = ["README.md", "Examples/py-pyproject-hooks/README.md", "Examples/small-farm/README.md"]
  static let commands = files.flatMap(Self.commands(in:))

  @Test func `the documentation shows commands`() {
    for file in Self.files { #expect(Self.commands.contains { $0.file == file }, "\(file)") }
  }

  @Test(arguments: commands) func `a command prints what the documentation shows`(command: Command) throws {
    let folder = try TemporaryFolder()
    for name in ["Examples", "Policies"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appending(path: name), withDestinationURL: CommandLineRun.project.appending(path: name))
    }
    let run = try CommandLineRun(command.words, directory: folder.url)
    let printed = (run.output + run.complaints).trimmingCharacters(in: .newlines)
    let expected = command.output.trimmingCharacters(in: .newlines)
    if expected.hasSuffix("…") {
      #expect(printed.hasPrefix(expected.dropLast().trimmingCharacters(in: .newlines)), "\(printed)")
    } else {
      #expect(printed == expected)
    }
    #expect(run.status == 0 || run.status == 1)
  }

  private static func commands(in file: String) -> [Command] {
    let path = CommandLineRun.project.appending(path: file)
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    var commands: [Command] = []
    var isInBlock = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        isInBlock = line == "```console"
      } else if isInBlock, line.hasPrefix("$ ") {
        commands.append(Command(file: file, line: index + 1, words: words(of: line.dropFirst(2)), output: ""))
      } else if isInBlock, !commands.isEmpty {
        commands[commands.count - 1].output += line + "\n"
      }
    }
    return commands.compactMap { command in
      var command = command
      if command.words.prefix(5) == ["swift", "run", "-c", "release", "buildcover"] {
        command.words.removeFirst(5)
      } else if command.words.first == "buildcover" {
        command.words.removeFirst()
      } else {
        return nil
      }
      command.words.removeAll { $0.hasPrefix("#") }
      return command
    }
  }

  /// Splits a line as a shell does, as far as the documentation needs: blanks, and quotes of both kinds.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var hasWord = false
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        hasWord = true
      } else if character == " " {
        if hasWord { words.append(word) }
        (word, hasWord) = ("", false)
      } else {
        word.append(character)
        hasWord = true
      }
    }
    if hasWord { words.append(word) }
    return words
  }
}
