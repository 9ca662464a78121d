import Foundation
import Testing

/// Tasks that are run again: they do nothing where their output is there and up to date.
@Suite struct `resumed tasks` {
  /// One page with its survey, the merged survey, the outcome and the report, each written by a task.
  struct Chain {
    let folder: TemporaryFolder
    let page: String
    let policy: String

    init() throws {
      folder = try TemporaryFolder()
      page = try folder.write(try `shards`.page("zlib", spec: "a"), to: "pages/zlib/specs.md")
      policy = try folder.write("no orphaned builds\n", to: "a.policy")
    }

    func path(_ name: String) -> String { folder.url.path + "/" + name }

    /// The arguments of the task of a name.
    func task(_ name: String) -> [String] {
      switch name {
      case "survey": ["survey", page, "--output", path("survey")]
      case "survey merge": ["survey", "merge", path("survey"), "--output", path("whole")]
      case "check":
        [
          "check", page, "--policy", policy, "--survey", path("whole"), "--output", path("outcome"), "--today",
          "2026-02-01",
        ]
      default:
        ["merge", path("outcome"), "--format", "json", "--output", path("report"), "--write", "csv=\(path("csv"))"]
      }
    }

    static let names = ["survey", "survey merge", "check", "merge"]

    /// Runs all tasks; returns the names of those that found their output up to date.
    func run() throws -> [String] {
      try Chain.names.filter { name in
        let run = try CommandLineRun(task(name))
        #expect(run.status == 0, "\(name): \(run.complaints)")
        return run.said.contains("part/up-to-date")
      }
    }

    /// The numbers of the files, which change where a file is written anew.
    func fileNumbers() throws -> [Int] {
      try ["survey", "whole", "outcome", "report", "csv"].map { name in
        try FileManager.default.attributesOfItem(atPath: path(name))[.systemFileNumber] as? Int ?? 0
      }
    }
  }

  @Test func `what is there and up to date is left as it is`() throws {
    let chain = try Chain()
    #expect(try chain.run().isEmpty)
    let numbers = try chain.fileNumbers()
    #expect(try chain.run() == Chain.names)
    #expect(try chain.fileNumbers() == numbers)
  }

  @Test func `a changed document is read again`() throws {
    let chain = try Chain()
    _ = try chain.run()
    _ = try chain.folder.write(try `shards`.page("zlib", spec: "b"), to: "pages/zlib/specs.md")
    #expect(try chain.run().allSatisfy { $0 == "merge" })
    let report = try CommandLineRun(chain.task("merge"))
    #expect(report.said.contains("part/up-to-date"))
  }

  @Test func `a changed policy, option or day is judged again`() throws {
    let chain = try Chain()
    _ = try chain.run()
    let task = chain.task("check")
    for changed in [
      task + ["--strict"], task.map { $0 == "2026-02-01" ? "2026-02-02" : $0 }, task + ["--rule", "no build lost"],
      task,
    ] {
      let run = try CommandLineRun(changed)
      #expect(run.status == 0 && !run.said.contains("part/up-to-date"), "\(changed): \(run.complaints)")
    }
    #expect(try chain.run() == Chain.names)
    _ = try chain.folder.write("no builds with unrecorded compilers\n", to: "a.policy")
    #expect(try !chain.run().contains("check"))
  }

  @Test func `what another version or another shard has written is written again`() throws {
    let chain = try Chain()
    _ = try chain.run()
    let (old, new) = ("\"version\":\"0.1.0\"", "\"version\":\"0.0.9\"")
    _ = try chain.folder.write(`parts of a farm`.resealed(chain.path("survey"), old, new), to: "survey")
    _ = try chain.folder.write(`parts of a farm`.resealed(chain.path("whole"), old, new), to: "whole")
    _ = try chain.folder.write(`parts of a farm`.resealed(chain.path("outcome"), old, new), to: "outcome")
    #expect(try chain.run() == ["merge"])
    #expect(try !CommandLineRun(chain.task("survey") + ["--shard", "1/1"]).said.contains("part/up-to-date"))
  }

  @Test func `a damaged or partial output is written again, and leftovers of a killed task are in nobody's way`() throws
  {
    let chain = try Chain()
    _ = try chain.run()
    for name in ["survey", "whole", "outcome", "report"] {
      let text = try String(contentsOfFile: chain.path(name), encoding: .utf8)
      _ = try chain.folder.write(String(text.dropLast(7)), to: name)
      _ = try chain.folder.write("", to: name + ".1.part")
    }
    let numbers = try chain.fileNumbers()
    _ = try chain.run()
    #expect(try zip(chain.fileNumbers(), numbers).prefix(4).allSatisfy { $0 != $1 })
    #expect(try chain.run() == Chain.names)
  }
}
