import Foundation
import Testing

/// Answers computed by an independent brute-force program, through the command line.
@Suite struct `conformance` {
  static let files = [
    "farm-2024-10-20", "farm-2025-03-30-colon-equals", "farm-2026-01-18", "farm-v0.22.2-old-look", "seed-001",
    "seed-004", "seeds-both",
  ]

  @Test(arguments: files) func `every case agrees with the independent program`(file: String) throws {
    let path = CommandLineRun.fixtures.appending(path: "conformance/\(file).json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: path))
    let cases = try #require(value as? [[String: Any]])
    #expect(cases.count == 43)
    for item in cases { try ConformanceCase(item).check() }
  }
}

/// One case: documents, a policy, and what comes out.
private struct ConformanceCase {
  var name: String
  var arguments: [String]
  var policy: String
  var expected: [String: Any]

  init(_ item: [String: Any]) throws {
    name = try #require(item["name"] as? String)
    policy = try #require(item["policy"] as? String)
    expected = try #require(item["expect"] as? [String: Any])
    let documents = try #require(item["documents"] as? [String])
    arguments =
      documents.map { CommandLineRun.fixtures.appending(path: $0).path } + [
        "--snapshot", try #require(item["snapshot"] as? String), "--today", try #require(item["today"] as? String),
        "--format", "json",
      ]
  }

  func check() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(policy, to: "case.policy")
    if expected.keys.contains(where: { $0 != "plan" }) { try checkFindings(file) }
    if let plan = expected["plan"] as? [String: Int] { try checkPlan(file, plan) }
  }

  private func checkFindings(_ file: String) throws {
    let run = try CommandLineRun(["check"] + arguments + ["--policy", file])
    let snapshots = try #require(try run.json()["snapshots"] as? [[String: Any]], "\(name): \(run.complaints)")
    let policies = try #require(snapshots.first?["policies"] as? [[String: Any]], "\(name): \(run.complaints)")
    let outcome = try #require(policies.first)
    for key in ["required", "covered", "gaps", "undetermined", "waived", "violations"] {
      if let figure = expected[key] as? Int { #expect(outcome[key] as? Int == figure, "\(name): \(key)") }
    }
    let findings = outcome["findings"] as? [[String: Any]] ?? []
    if let wanted = expected["findings"] as? [[String: Any]] {
      let found = Set(try findings.map { try text(of: $0.filter { $0.key != "identity" }) })
      #expect(found == Set(try wanted.map(text)), "\(name): findings")
      #expect(findings.count == wanted.count, "\(name): number of findings")
    }
    if let hashes = expected["hashes"] as? [String] {
      #expect(Set(findings.compactMap { $0["hash"] as? String }) == Set(hashes), "\(name): hashes")
    }
  }

  private func checkPlan(_ file: String, _ plan: [String: Int]) throws {
    let run = try CommandLineRun(["plan"] + arguments + ["--policy", file])
    let snapshots = try #require(try run.json()["snapshots"] as? [[String: Any]], "\(name): \(run.complaints)")
    let snapshot = try #require(snapshots.first)
    #expect((snapshot["builds"] as? [Any])?.count == plan["builds"], "\(name): builds")
    #expect((snapshot["unplannable"] as? [Any])?.count == plan["unplannable"], "\(name): unplannable")
  }

  private func text(of finding: [String: Any]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: finding, options: [.sortedKeys]), as: UTF8.self)
  }
}
