import Foundation
import Testing

/// The table of semantics §4, through the command line.
@Suite struct `worked example` {
  struct Row: Sendable, CustomTestStringConvertible {
    var documents: String
    var sentence: String
    var required: Int
    var covered: Int
    var gaps: Int
    var undetermined: Int

    var testDescription: String { "\(documents): \(sentence)" }
  }

  static let older = CommandLineRun.fixtures.appending(path: "seeds/001_f0240a5b0be510ba.txt").path
  static let newer = CommandLineRun.fixtures.appending(path: "seeds/004_9321c0c32c47eeb7.txt").path

  static func paths(_ documents: String) -> [String] {
    documents.map { $0 == "A" ? older : newer }
  }

  static func row(
    _ documents: String, _ sentence: String, _ required: Int, _ covered: Int, _ gaps: Int, _ undetermined: Int
  ) -> Row {
    Row(
      documents: documents, sentence: sentence, required: required, covered: covered, gaps: gaps,
      undetermined: undetermined)
  }

  static let coverage = [
    row("A", "every version built on every stack's targets", 6, 6, 0, 0),
    row("B", "every version built on every stack's targets", 10, 10, 0, 0),
    row("AB", "every version built on every stack's targets", 14, 12, 2, 0),
    row("AB", "every version built on every target", 6, 5, 1, 0),
    row("AB", "every version runnable on every target", 6, 6, 0, 0),
    row("AB", "every version built with every stack's compilers", 12, 6, 2, 4),
    row("AB", "every version built in every stack's configurations", 14, 8, 2, 4),
  ]

  @Test(arguments: coverage) func `a coverage sentence has the tallies of the table`(row: Row) throws {
    let run = try CommandLineRun(
      ["check"] + Self.paths(row.documents) + ["--rule", row.sentence, "--format", "json"])
    let policy = try firstPolicy(of: run)
    #expect(policy["required"] as? Int == row.required)
    #expect(policy["covered"] as? Int == row.covered)
    #expect(policy["gaps"] as? Int == row.gaps)
    #expect(policy["undetermined"] as? Int == row.undetermined)
    #expect(run.status == (row.gaps > 0 ? 1 : 0))
  }

  static let counted = [
    ("A", "at most 1 build per package, version, stack, target, os, compiler and variants", 6, 0),
    ("B", "no orphaned builds", 34, 0),
    ("B", "no builds with unrecorded compilers", 93, 0),
    ("B", "no builds with %gcc@:9", 0, 93),
  ]

  @Test(arguments: counted) func `a count or prohibition has the figures of the table`(
    documents: String, sentence: String, violations: Int, undetermined: Int
  ) throws {
    let run = try CommandLineRun(["check"] + Self.paths(documents) + ["--rule", sentence, "--format", "json"])
    let policy = try firstPolicy(of: run)
    #expect(policy["violations"] as? Int == violations)
    #expect(policy["undetermined"] as? Int == undetermined)
    if undetermined > 0 { #expect(policy["verdict"] as? String == "vacuous") }
  }

  @Test func `the duplicates of the first page have the counts of the table`() throws {
    let run = try CommandLineRun([
      "check", Self.older, "--format", "json", "--rule",
      "at most 1 build per package, version, stack, target, os, compiler and variants",
    ])
    let findings = try #require(try firstPolicy(of: run)["findings"] as? [[String: Any]])
    #expect(findings.compactMap { $0["count"] as? Int }.sorted(by: >) == [10, 5, 5, 5, 5, 2])
  }

  @Test func `nothing is lost from the first page to the second, for its two stacks are gone`() throws {
    let run = try CommandLineRun([
      "check", Self.newer, "--since", Self.older, "--rule", "no package lost", "--format", "json",
    ])
    let policy = try firstPolicy(of: run)
    #expect(policy["violations"] as? Int == 0)
    #expect(policy["verdict"] as? String == "holds")
    #expect(run.status == 0)
  }

  @Test func `the plan has exactly the two builds of the example`() throws {
    let run = try CommandLineRun(["plan", Self.older, Self.newer, "--format", "json"])
    let snapshots = try #require(try run.json()["snapshots"] as? [[String: Any]])
    let builds = try #require(snapshots.first?["builds"] as? [[String: Any]])
    let prefix = "py-pyproject-hooks@=1.2.0 build_system=python_pip platform=linux os=ubuntu22.04 target="
    #expect(
      builds.compactMap { $0["spec"] as? String } == [
        prefix + "neoverse_v1 %gcc@=11.4.0", prefix + "x86_64_v3 %gcc@=11.4.0",
      ])
    #expect(builds.compactMap { $0["stacks"] as? [String] } == [["e4s-neoverse_v1"], ["e4s"]])
    #expect(builds.compactMap { $0["basis"] as? String } == ["observed", "observed"])
    #expect(run.status == 0)
  }

  private func firstPolicy(of run: CommandLineRun) throws -> [String: Any] {
    let snapshots = try #require(try run.json()["snapshots"] as? [[String: Any]], "\(run.complaints)")
    let policies = try #require(snapshots.first?["policies"] as? [[String: Any]])
    return try #require(policies.first)
  }
}
