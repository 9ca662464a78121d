import CoverageEngine
import CoveragePolicy
import Diagnostics
import Foundation
import Reports
import Testing

struct ReportFormatTests {
  private static let formats = ReportFormat.allCases.filter { $0 != .html }

  @Test(arguments: formats, ReportExamples.allCases)
  func `each format writes what its golden file holds`(_ format: ReportFormat, _ example: ReportExamples) throws {
    let text = format.reporter.text(for: try example.input())
    try ReportGolden.expect(text, equals: "Reports/\(format.rawValue)/\(example.rawValue).\(format.rawValue)")
  }

  @Test(arguments: ReportFormat.allCases, ReportExamples.allCases)
  func `no format lets a control or hidden character through`(_ format: ReportFormat, _ example: ReportExamples) throws
  {
    let text = format.reporter.text(for: try example.input())
    let lines: Set<Unicode.Scalar> = format == .csv ? ["\n", "\r"] : ["\n"]
    for scalar in text.unicodeScalars where !lines.contains(scalar) {
      #expect(scalar.properties.generalCategory != .control, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test(arguments: ReportExamples.allCases)
  func `the last line of the text says what the exit status means`(_ example: ReportExamples) throws {
    let input = try example.input()
    let last = ReportFormat.text.reporter.text(for: input).split(separator: "\n").last
    #expect(last?.contains("Exit status \(input.outcome.exitStatus): ") == true)
  }

  @Test(arguments: [40, 80, 120])
  func `the text keeps within the width`(_ width: Int) throws {
    var input = try ReportExamples.many.input()
    input.options.width = width
    for line in ReportFormat.text.reporter.text(for: input).split(separator: "\n") {
      #expect(line.unicodeScalars.count <= width, "\(line)")
    }
  }

  @Test func `colour adds nothing but colour`() throws {
    let plain = try ReportExamples.many.input()
    var coloured = plain
    coloured.options.usesColor = true
    let text = ReportFormat.text.reporter.text(for: coloured)
    #expect(text.contains("\u{1B}["))
    #expect(text.replacing(/\u{1B}\[[0-9]+m/, with: "") == ReportFormat.text.reporter.text(for: plain))
  }

  @Test func `all findings are shown when all are asked for`() throws {
    var input = try ReportExamples.many.input()
    input.options.showsAll = true
    let text = ReportFormat.text.reporter.text(for: input)
    #expect(!text.contains("--all"))
    for stack in 10..<21 { #expect(text.contains("stack-\(stack)/x86_64_v3")) }
  }

  @Test func `quiet leaves what failed and the summary`() throws {
    var input = try ReportExamples.many.input()
    input.options.isQuiet = true
    let text = ReportFormat.text.reporter.text(for: input)
    #expect(text.contains("✗ wide"))
    #expect(!text.contains("built-once") && !text.contains("latest"))
  }

  @Test func `Markdown stays below its limit and says what was cut`() throws {
    var input = try ReportExamples.many.input()
    let findings = input.outcome.snapshots[0].policies[0].findings
    for number in 0..<100 {
      input.outcome.snapshots[0].policies[0].findings += findings.map { finding in
        var copy = finding
        copy.cell.package = "more-\(number)-\(finding.cell.package ?? "")"
        return copy
      }
    }
    let text = ReportFormat.markdown.reporter.text(for: input)
    #expect(text.count <= 65_000)
    #expect(text.contains("Cut to fit"))
    #expect(text.components(separatedBy: "<details>").count == text.components(separatedBy: "</details>").count)
  }

  @Test func `SARIF counts what it leaves out`() throws {
    var input = try ReportExamples.oneGap.input()
    let finding = try #require(input.outcome.snapshots[0].policies[0].findings.first)
    input.outcome.snapshots[0].policies[0].findings = (0..<5_007).map { number in
      var copy = finding
      copy.cell.version = "1.\(number)"
      return copy
    }
    let text = ReportFormat.sarif.reporter.text(for: input)
    #expect(text.contains("\"resultsLeftOut\": 7"))
  }

  @Test(arguments: [ReportFormat.sarif, .gitlab])
  func `fingerprints do not change with wording, place or order`(_ format: ReportFormat) throws {
    let input = try ReportExamples.oneGap.input()
    var moved = input
    moved.outcome.snapshots[0].policies[0].policy.reason = "Another reason."
    moved.outcome.snapshots[0].policies[0].policy.place?.line = 77
    moved.outcome.snapshots[0].snapshot = "develop-2026-11-22"
    let fingerprint = /(fingerprint"|Identity.v1"): "([0-9a-f]{32})"/
    let first = try #require(format.reporter.text(for: input).firstMatch(of: fingerprint))
    let second = try #require(format.reporter.text(for: moved).firstMatch(of: fingerprint))
    #expect(first.output.2 == second.output.2)
  }
}
