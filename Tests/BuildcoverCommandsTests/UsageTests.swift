import Foundation
import Testing

/// Wrong use, help and versions.
@Suite struct `usage` {
  static let mistakes: [(arguments: [String], message: String, help: String)] = [
    ([], "no command given", "`buildcover help` lists the commands"),
    (["chek"], "there is no command `chek`", "did you mean `check`?"),
    (["policy"], "`policy` needs a second word", "write `policy list` or `policy format`"),
    (["check", "x", "--strikt"], "has no option `--strikt`", "did you mean `--strict`?"),
    (["check", "x", "--format", "jsn"], "--format cannot be `jsn`", "did you mean `json`?"),
    (["check", "x", "--today", "2026-02-30"], "--today cannot be `2026-02-30`", "write a day as YYYY-MM-DD"),
    (["check", "x", "--strict=yes"], "--strict takes no value", ""),
    (["check", "x", "--rule"], "--rule needs a value", "write --rule SENTENCE"),
    (["check"], "`buildcover check` needs PATH…", ""),
    (["check", "x", "--threads", "0"], "--threads cannot be `0`", "it is a whole number of at least 1"),
    (["check", "x", "--write", "html"], "--write cannot be `html`", "write --write FORMAT=PATH"),
    (["check", "x", "--write", "htm=a"], "--write knows no format `htm`", "did you mean `html`?"),
    (["explain", "document/trunkated"], "there is no diagnostic code", "did you mean `document/truncated`?"),
    (["explain", "target", "neoverse_v11"], "archspec knows no target", "did you mean `neoverse_v1`?"),
    (["completions", "tcsh"], "there are no completions for `tcsh`", "write bash, zsh or fish"),
  ]

  @Test(arguments: mistakes.indices) func `a mistake ends with status 2, says what is wrong and suggests`(index: Int)
    throws
  {
    let mistake = Self.mistakes[index]
    let run = try CommandLineRun(mistake.arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaints.contains(mistake.message), "\(run.complaints)")
    #expect(mistake.help.isEmpty || run.complaints.contains(mistake.help), "\(run.complaints)")
  }

  @Test func `every command has help, and its options are in the completions of every shell`() throws {
    let commands = [
      "check", "plan", "report", "show", "why", "diff", "trend", "duplicates", "causes", "policy list",
      "policy format", "explain", "survey", "survey merge", "merge", "completions",
    ]
    let scripts = try ["bash", "zsh", "fish"].map { try CommandLineRun(["completions", $0]).output }
    for command in commands {
      let run = try CommandLineRun(command.split(separator: " ").map(String.init) + ["--help"])
      #expect(run.status == 0)
      #expect(run.output.contains("Usage: buildcover \(command)"))
      for line in run.output.split(separator: "\n") where line.count > 82 { Issue.record("too wide: \(line)") }
      for option in run.output.matches(of: /\n  (?:-\w, |    )--([a-z-]+)/) {
        for script in scripts { #expect(script.contains(option.1), "\(option.1)") }
      }
    }
  }

  @Test func `the version is one line`() throws {
    let run = try CommandLineRun(["--version"])
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /buildcover \d+\.\d+\.\d+\n/) != nil)
  }

  @Test func `without a terminal nothing is coloured, and NO_COLOR wins over the terminal`() throws {
    let page = `worked example`.older
    for environment in [[:], ["NO_COLOR": "1"]] {
      let run = try CommandLineRun(["check", page], environment: environment)
      #expect(!run.output.contains("\u{1B}"))
    }
    #expect(try CommandLineRun(["check", page, "--color", "always"]).output.contains("\u{1B}["))
  }
}
