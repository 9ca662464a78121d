import Foundation
import Testing

/// A page whose every name wants to be more than text, through every format of every command. What each sink does with
/// each text by itself stands beside the sinks: `QuotingTests`, `HostileNamesTests`, `TerminalTextTests`, and the hostile
/// goldens of the reports.
@Suite struct `Names that want to be more than text` {
  static let texts = [
    "</script><img src=x onerror=alert(1)>", "<!--", "]]>", "\u{1B}[2J\u{1B}]0;x\u{7}", "\u{9B}31m", "$(reboot)",
    "`reboot`", "'; reboot #", "${{ secrets.TOKEN }}", "x\n::error::pwned", "x\r\n::add-mask::pwned", "::error::pwned",
    "##[error]pwned", "%0A::error::pwned", "=1+1", "@SUM(A1)", "|a|b|", "[a](javascript:alert(1))", "\u{202E}desrever",
    "\u{2028}line",
    "../../../etc/passwd", "-rf", "!reference [a]", "a: &b", "{{ x }}", "\u{0}",
  ]

  /// A folder with two snapshots of two pages that are hostile all over, with gaps.
  private static func farm() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (number, snapshot) in ["develop-2025-01-01", "develop-2025-01-08"].enumerated() {
      for title in [texts[0], texts[5] + texts[9], "::error::pwned"] {
        let specs = texts.enumerated().map { index, text -> [String: Any] in
          [
            "hash": "h\(number)\(index)" + text, "os": text, "platform": text, "target": text,
            "compiler": "gcc@" + text,
            "versions": [text], "variants": ["k=" + text], "stacks": [text, texts[(index + 1 + number) % texts.count]],
          ]
        }
        let details = try JSONSerialization.data(withJSONObject: specs)
        let name = try JSONSerialization.data(withJSONObject: title, options: .fragmentsAllowed)
        let page =
          "---\ntitle: \(String(decoding: name, as: UTF8.self))\ncategories: [package, \(snapshot)]\nmeta: {}\n"
          + "spec_details: \(String(decoding: details, as: UTF8.self))\n---\n"
        _ = try folder.write(page, to: "\(snapshot)/p\(title.count)/specs.md")
      }
    }
    return folder
  }

  /// What no output may hold, whatever its format.
  private func expectHarmless(_ text: String, _ sink: String, isData: Bool) {
    let controls = text.unicodeScalars.filter { scalar in
      scalar.value < 0x20 && !"\n\r\t".unicodeScalars.contains(scalar) || (0x7F...0x9F).contains(scalar.value)
    }
    #expect(controls.isEmpty, "\(sink) holds control characters")
    for line in text.split(whereSeparator: \.isNewline) {
      // Runners pass over blanks before a command, and know the older form anywhere in a line.
      let start = line.drop { $0 == " " || $0 == "\t" }
      #expect(!start.hasPrefix("::error::pwned") && !start.hasPrefix("::add-mask::"), "\(sink) gives commands")
      #expect(isData || !line.contains("##[error]pwned"), "\(sink) gives commands of the older form")
    }
    if isData { return }
    let invisible: Set<Unicode.Scalar> = ["\u{202E}", "\u{2028}"]
    #expect(text.unicodeScalars.allSatisfy { !invisible.contains($0) }, "\(sink) holds characters that mislead")
  }

  /// Markup may stand in Markdown only within a code span, where it is text.
  private func expectNoMarkup(_ text: String, _ sink: String, spans: Bool = false) {
    let text = spans ? text.replacing(#/(`+)[^`\n].*?\1/#, with: "") : text
    #expect(!text.contains("<img src=x"), "\(sink) holds markup")
    #expect(!text.contains("</script><img"), "\(sink) ends a script")
  }

  private static let markup: Set<String> = ["html", "markdown", "junit", "svg"]
  private static let data: Set<String> = ["json", "sarif", "gitlab", "csv", "html", "junit"]

  static let reports = [
    ("check", ["text", "json", "html", "markdown", "sarif", "junit", "github", "gitlab", "csv"]),
    ("show", ["text", "json"]), ("duplicates", ["text", "json"]), ("causes", ["text", "json"]),
    ("trend", ["text", "json", "csv", "svg"]), ("diff", ["text", "json", "markdown", "html"]),
  ].flatMap { command, formats in formats.map { [command, $0] } }

  @Test(arguments: reports)
  func `stay text in every report`(words: [String]) throws {
    let folder = try Self.farm()
    let format = words[1]
    let range = words[0] == "diff" ? ["--from", "develop-2025-01-01", "--to", "develop-2025-01-08"] : []
    let run = try CommandLineRun([words[0], folder.url.path, "--format", format] + range)
    #expect((0...2).contains(run.status) && !run.output.isEmpty, "\(run.status) \(run.complaints.prefix(300))")
    expectHarmless(run.output, "\(words)", isData: Self.data.contains(format))
    expectHarmless(run.complaints, "what \(words) complains", isData: false)
    if Self.markup.contains(format) { expectNoMarkup(run.output, "\(words)", spans: format == "markdown") }
    if format == "csv" {
      for field in run.output.split(whereSeparator: { $0.isNewline || $0 == "," }) {
        #expect(!field.hasPrefix("=") && !field.hasPrefix("\"=") && !field.hasPrefix("@SUM"), "a formula: \(field)")
      }
    }
  }

  @Test(arguments: ["text", "json", "csv", "markdown", "gitlab", "github", "spack", "slurm", "shell"])
  func `never reach a job`(format: String) throws {
    let folder = try Self.farm()
    let target = folder.url.appending(path: "out")
    let run = try CommandLineRun([
      "plan", folder.url.path, "--rule", "every version built on every target", "--snapshot", "develop-2025-01-08",
      "--format", format, "--output", target.path,
    ])
    #expect((0...2).contains(run.status), "\(run.complaints.prefix(300))")
    expectHarmless(run.complaints, "what a plan complains", isData: false)
    let below = FileManager.default.enumerator(at: target, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    let files = (below ?? []) + [target]
    for file in files {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      expectHarmless(text, format, isData: ["json", "csv"].contains(format))
      if ["gitlab", "github", "spack", "slurm", "shell"].contains(format) {
        #expect(!text.contains("reboot") && !text.contains("${{ secrets") && !text.contains("pwned"), "\(format)")
      }
      if format == "markdown" { expectNoMarkup(text, format, spans: true) }
    }
    let outside = FileManager.default.fileExists(atPath: folder.url.appending(path: "etc/passwd").path)
    #expect(!outside)
  }
}
