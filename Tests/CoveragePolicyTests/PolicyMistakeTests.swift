import Diagnostics
import FarmModel
import Testing

@testable import CoveragePolicy

struct PolicyMistakeTests {
  @Test(arguments: PolicyMistake.all)
  func `a mistake is reported once, at its place`(mistake: PolicyMistake) throws {
    let marked = MarkedText(mistake.marked)
    let diagnostics = PolicyParser.parse(file: "a.policy", bytes: Array(marked.text.utf8)).diagnostics
    #expect(diagnostics.map(\.code) == [mistake.code.rawValue])
    let diagnostic = try #require(diagnostics.first)
    let drawn = DiagnosticRenderer().render(diagnostic)
    #expect(drawn.contains(mistake.says), "\(drawn)")
    guard mistake.code != .nothingInFile else { return }
    let column = marked.column - (marked.text.hasPrefix("\u{FEFF}") && marked.line == 1 ? 1 : 0)
    #expect(diagnostic.place == SourcePlace(file: "a.policy", line: marked.line, column: column), "\(drawn)")
    #expect(diagnostic.labels.first?.excerpt?.caretLength == max(1, marked.length), "\(drawn)")
  }

  @Test func `all mistakes of a file are reported in one run, and what is right is kept`() {
    let text = """
      policy first {
        every verson built in every stack
        severity warn
      }
      policy Second {
        no orphaned builds
        waive targets a until never because "x"
      }
      no package lost
      evry version built in every stack
      """
    let (policies, diagnostics) = PolicyParser.parse(file: "a.policy", bytes: Array(text.utf8))
    #expect(diagnostics.map { $0.place?.line } == [2, 3, 5, 7, 10])
    #expect(policies.map(\.name) == ["no package lost"])
  }

  @Test(
    arguments: [
      ([0x61, 0x00, 0x62], "zero byte", 1, 2), ([0xFF, 0xFE, 0x61, 0x00], "UTF-16", 1, 1),
      ([0x61, 0x0A, 0xC3, 0xA9, 0xC3, 0x28], "not UTF-8", 2, 2), ([0x7F, 0x45, 0x4C, 0x46, 0xFF], "not UTF-8", 1, 5),
    ] as [([UInt8], String, Int, Int)])
  func `a binary file is one diagnostic`(bytes: [UInt8], says: String, line: Int, column: Int) {
    let (policies, diagnostics) = PolicyParser.parse(file: "a", bytes: bytes)
    #expect(policies.isEmpty)
    #expect(diagnostics.map(\.code) == [PolicyCode.notText.rawValue])
    #expect(diagnostics.first?.message.contains(says) == true)
    #expect(diagnostics.first?.place == SourcePlace(file: "a", line: line, column: column))
  }

  @Test func `the same name in two files is an error that shows both`() {
    let one = PolicySource(file: "one", bytes: Array("policy a {\n  no package lost\n}".utf8))
    let two = PolicySource(file: "two", bytes: Array("policy a {\n  no version lost\n}".utf8))
    let (policies, diagnostics) = PolicyParser.parse([one, two])
    #expect(policies.map(\.text) == ["no package lost"])
    #expect(diagnostics.map { $0.labels.map(\.place.file) } == [["two", "one"]])
  }

  @Test func `every code is produced by a test and explained`() {
    let byOthers: Set<PolicyCode> = [
      .notText, .tooLarge, .tooManyErrors, .unknownStack, .unknownPackage, .unknownSnapshot, .unmatchedGlob, .newTarget,
    ]
    #expect(Set(PolicyMistake.all.map(\.code)).union(byOthers) == Set(PolicyCode.allCases))
    #expect(byOthers.isDisjoint(with: PolicyMistake.all.map(\.code)))
    let explanations = PolicyCode.allCases.map(\.explanation)
    #expect(explanations.allSatisfy { $0.count > 60 })
    #expect(Set(explanations).count == explanations.count)
  }
}
