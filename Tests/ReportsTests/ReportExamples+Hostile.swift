import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel
import Reports
import Testing

extension ReportExamples {
  /// What would do something in one format or another if it were ever taken for more than text.
  static let hostileTexts = [
    "</failure><script>alert(1)</script>", "]]>", "&amp;<b>", "\"quoted\" 'single'", "line\nbreak\r\nbreak",
    "::error file=a::pwned", "\n::set-output name=a::b", "##[error]pwned", "100%0Afolded", "a,b:c;d", "=1+1",
    "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\u{1B}[31mred\u{07}", "\u{0}\u{8}\u{FFFE}", "`code` ``more``",
    "| cell | cell |", "[link](http://example.org)", "![image](x)", "*bold* _em_ # head", "@user #1 www.example.org",
    "http://example.org/a", "<!-- comment", "\u{202E}desrever", "zero\u{200B}width", "{0} [1](2) {{x}}",
    "\\back\\|pipe",
    "e\u{301} é 日本", "../../etc/passwd", "%2e%2e/", "$(reboot)", "-->", "<details>", " ",
  ]

  /// Every text that a document or policy gives is hostile.
  static func hostile() throws -> ReportInput {
    let texts = hostileTexts
    let findings = texts.indices.map { index in
      Finding(
        status: index % 5 == 4 ? .undetermined : .gap,
        cell: Cell(
          package: texts[index], version: texts[(index + 1) % texts.count], stack: texts[(index + 2) % texts.count],
          os: texts[(index + 3) % texts.count], target: texts[(index + 4) % texts.count],
          compiler: "gcc@" + texts[index],
          variants: [texts[index]], hash: texts[index]), waiver: index % 7 == 6 ? 0 : nil, blockers: [texts[index]])
    }
    let everything = texts.joined(separator: " ")
    let waiver = Waiver(pattern: Pattern(text: texts[0]), until: try today(), reason: everything)
    var tallies = Tallies()
    (tallies.required, tallies.gaps) = (texts.count, texts.count)
    let outcomes = texts.map { text in
      PolicyOutcome(
        policy: Policy(
          name: text, title: everything, sentence: coverage, text: text, waivers: [waiver], reason: text,
          place: SourcePlace(file: text, line: 1, column: 1)), verdict: .fails, tallies: tallies,
        findings: text == texts[0] ? findings : Array(findings.prefix(1)))
    }
    let diagnostics = texts.map { text in
      Diagnostic(
        code: "document/truncated", message: text,
        labels: [Diagnostic.Label(place: SourcePlace(file: text, line: 1, column: 1))], help: text)
    }
    var outcome = try outcome([snapshot(everything, outcomes)], exitStatus: 1, diagnostics: diagnostics)
    outcome.isComplete = false
    return ReportInput(outcome: outcome, toolVersion: "0.0.0")
  }
}
