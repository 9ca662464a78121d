import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel
import Foundation
import Testing

/// Answers of an independent brute-force program (Tests/Fixtures/conformance).
struct ConformanceTests {
  static let files = [
    "farm-2024-10-20", "farm-2025-03-30-colon-equals", "farm-2026-01-18", "farm-v0.22.2-old-look", "seed-001",
    "seed-004", "seeds-both",
  ]

  @Test(arguments: files) func `every case comes out as the independent program says`(_ file: String) throws {
    let url = PageFixture.folder.appending(path: "conformance/\(file).json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
    #expect(!cases.isEmpty)
    var farms: [[String]: Farm] = [:]
    for example in cases {
      let key = example.documents + [example.snapshot]
      let farm = try farms[key] ?? PageFixture.farm(example.documents, snapshot: example.snapshot)
      farms[key] = farm
      try check(example, farm)
    }
  }

  private func check(_ example: Case, _ farm: Farm) throws {
    let parsed = PolicyParser.parse(file: "p.policy", bytes: Array(example.policy.utf8))
    #expect(parsed.diagnostics.filter { $0.severity == .error }.isEmpty, "\(example.name): \(parsed.diagnostics)")
    let options = JudgingOptions(today: try #require(CalendarDate(example.today)))
    let outcome = SnapshotJudge.judge(farm, policies: parsed.policies, documentCount: 1, options: options)
    guard example.expect.hasTallies, let judged = outcome.policies.first else { return }
    let tallies = judged.tallies
    let expect = example.expect
    #expect(expect.required ?? 0 == tallies.required, "\(example.name)")
    #expect(expect.covered ?? 0 == tallies.covered, "\(example.name)")
    #expect(expect.gaps ?? 0 == tallies.gaps, "\(example.name)")
    #expect(expect.waived ?? 0 == tallies.waived, "\(example.name)")
    #expect(expect.violations ?? 0 == tallies.violations, "\(example.name)")
    #expect(expect.undetermined ?? 0 == tallies.undetermined, "\(example.name)")
    if let hashes = expect.hashes { #expect(Set(hashes) == Set(judged.findings.compactMap(\.cell.hash))) }
    guard let findings = expect.findings else { return }
    let found = judged.findings.map { ExpectedFinding($0) }
    #expect(findings.count == found.count && Set(findings) == Set(found), "\(example.name)")
  }

  struct Case: Decodable {
    var name: String
    var documents: [String]
    var snapshot: String
    var today: String
    var policy: String
    var expect: Expectation
  }

  struct Expectation: Decodable {
    var required: Int?
    var covered: Int?
    var gaps: Int?
    var waived: Int?
    var undetermined: Int?
    var violations: Int?
    var findings: [ExpectedFinding]?
    var hashes: [String]?

    var hasTallies: Bool { required != nil || violations != nil }
  }

  struct ExpectedFinding: Decodable, Hashable {
    var status: String
    var package: String?
    var version: String?
    var stack: String?
    var os: String?
    var platform: String?
    var target: String?
    var compiler: String?
    var variants: [String]?
    var count: Int?

    init(_ finding: Finding) {
      let cell = finding.cell
      status = finding.statusWord
      package = cell.package
      version = cell.version
      stack = cell.stack
      os = cell.os
      platform = cell.platform
      target = cell.target
      compiler = cell.compiler
      variants = cell.variants
      count = finding.count
    }
  }
}
