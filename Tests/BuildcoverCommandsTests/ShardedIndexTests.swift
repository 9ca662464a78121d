import Foundation
import Testing

/// Indexes and lock files judged in parts: every part reads them whole, and keeps its own packages.
@Suite struct `sharded indexes` {
  static let mirror = "Tests/Fixtures/realdata/given/mirror"
  static let pages = "Tests/Fixtures/realdata/given/pages/_cache/" + LockedStacks.snapshot
  /// Sentences that look at dependencies, beside the policies that farms want.
  static let judging = [
    "--policy", "Policies", "--today", "2026-02-01",
    "--rule", "every version built on every stack's targets, with ^zlib-ng",
    "--rule", "no builds with ^gmake@:4.3; for packages py-*, cmake, hdf5",
    "--rule", "at most 3 packages per version; severity note", "--rule", "no build lost; severity warning",
  ]

  /// Whether shards of some documents are merged into what one run makes of them.
  static func expectSame(_ documents: [String], _ options: [String], count: Int) throws {
    let folder = try TemporaryFolder()
    let reading = options.contains("--lock") ? options.filter { !judging.contains($0) } : []
    let survey = try `shards`.survey(documents, reading, count: count, in: folder)
    let outcomes = try `shards`.outcomes(documents, options, survey: survey, count: count, in: folder)
    let merged = try `shards`.result(["merge"] + outcomes.shuffled())
    let expected = try `shards`.result(["check"] + documents + options)
    #expect(merged == expected)
    #expect(expected.status == 1)
    #expect(expected.files.count >= 4)
  }

  @Test func `indexes of two snapshots in shards give the bytes of one run`() throws {
    try Self.expectSame([Self.mirror], Self.judging, count: 3)
  }

  @Test func `indexes with pages and lock files in shards give the bytes of one run`() throws {
    let stacks = try LockedStacks()
    let documents = [Self.mirror + "/" + LockedStacks.snapshot, Self.pages]
    try Self.expectSame(documents, Self.judging + stacks.options, count: 2)
  }

  @Test func `a shard of an index shows its own packages, and constraints see the dependencies of other shards`()
    throws
  {
    let arguments = ["show", Self.mirror, "--snapshot", LockedStacks.snapshot, "--format", "json", "--all"]
    func specs(_ more: [String]) throws -> [String] {
      let run = try CommandLineRun(arguments + ["--spec", "^zlib-ng"] + more)
      #expect(run.status == 0, "\(run.complaints)")
      return run.output.matches(of: /"hash": ?"([a-z0-9]+)"/).map { String($0.1) }
    }
    let whole = try specs([])
    let parts = try (1...3).map { try specs(["--shard", "\($0)/3"]) }
    #expect(whole.count > 20)
    #expect(parts.allSatisfy { !$0.isEmpty && $0.count < whole.count })
    #expect(parts.flatMap(\.self).sorted() == whole.sorted())
    func holes(_ more: [String]) throws -> Int {
      let run = try CommandLineRun(arguments + more)
      return try #require(run.output.firstMatch(of: /"holes": ?(\d+)/).flatMap { Int($0.1) })
    }
    #expect(try (1...3).map { try holes(["--shard", "\($0)/3"]) }.reduce(0, +) == (try holes([])))
  }

  @Test func `a task with an index or a lock file does nothing again until one of them changes`() throws {
    let stacks = try LockedStacks()
    let lock = try #require(stacks.files.first)
    let folder = try TemporaryFolder()
    let index = Self.mirror + "/\(LockedStacks.snapshot)/\(lock.stack)/build_cache/index.json"
    let reading = [index, "--lock", "\(lock.stack)=\(lock.path)", "--shard", "1/2"]
    let survey = ["survey", "--output", folder.url.path + "/survey"] + reading
    #expect(try !CommandLineRun(survey).said.contains("part/up-to-date"))
    #expect(try CommandLineRun(survey).said.contains("part/up-to-date"))
    let other = try #require(stacks.files.last)
    let changed = ["survey", "--output", folder.url.path + "/survey", index, "--lock", "\(other.stack)=\(other.path)"]
    #expect(try !CommandLineRun(changed + ["--shard", "1/2"]).said.contains("part/up-to-date"))
  }
}
