import FarmDocuments
import FarmModel
import Foundation
import Testing

/// Parts of a farm that are judged by themselves, and files of parts that are not of one farm.
@Suite struct `parts of a farm` {
  static let farm = "Examples/small-farm"
  static let snapshot = "Examples/small-farm/_cache/develop-2024-10-20"
  static let judging = [
    "--policy", "Examples/small-farm/coverage.policy", "--rule", "every version built on every stack's targets",
    "--rule", "every package built in every stack in the farm; for packages cmake, hdf5", "--today", "2026-02-01",
  ]

  /// The text of a sealed file with something changed, sealed again.
  static func resealed(_ path: String, _ old: String, _ new: String) throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    let end = try #require(text.range(of: ",\"checksum\":", options: .backwards))
    return SealedText.seal(text[..<end.lowerBound].replacing(old, with: new) + "}")
  }

  /// Surveys a farm in three parts.
  static func survey(in folder: TemporaryFolder) throws -> String {
    try `shards`.survey([farm], count: 3, in: folder)
  }

  @Test func `the plans of all parts are the plan of the whole`() throws {
    let folder = try TemporaryFolder()
    let survey = try Self.survey(in: folder)
    func builds(_ more: [String]) throws -> [String] {
      let run = try CommandLineRun(["plan", Self.farm, "--format", "csv"] + Self.judging + more)
      #expect(run.status <= 1, "\(run.complaints)")
      return run.output.split(separator: "\n").dropFirst().map { String($0) }
    }
    let whole = try builds([])
    let parts = try (1...3).map { try builds(["--survey", survey, "--shard", "\($0)/3"]) }
    #expect(whole.count > 4)
    #expect(parts.count { !$0.isEmpty } > 1)
    #expect(parts.flatMap(\.self).sorted() == whole.sorted())
  }

  @Test func `the findings of all parts are those of the whole, in reports, explanations and trends`() throws {
    let folder = try TemporaryFolder()
    let survey = try Self.survey(in: folder)
    func lines(_ command: [String], _ more: [String]) throws -> [String] {
      let run = try CommandLineRun(command + Self.judging + more)
      #expect(run.status == 0, "\(run.complaints)")
      return run.output.split(separator: "\n").map { String($0) }
    }
    let report = ["report", Self.farm, "--format", "csv"]
    let parts = try (1...3).map { try lines(report, ["--survey", survey, "--shard", "\($0)/3"]).dropFirst() }
    #expect(try parts.flatMap(\.self).sorted() == lines(report, []).dropFirst().sorted())
    let cell = ["why", "cmake@3.30.5 in e4s on x86_64_v3", Self.snapshot]
    let shard = try #require((1...3).first { FarmShard.holds("cmake", $0, of: 3) })
    #expect(try lines(cell, ["--survey", survey, "--shard", "\(shard)/3"]) == (try lines(cell, [])))
    let other = try CommandLineRun(cell + Self.judging + ["--survey", survey, "--shard", "\(shard % 3 + 1)/3"])
    #expect(other.status == 2)
    #expect(other.said.contains("the package `cmake` is not in the shard"))
    func required(_ more: [String]) throws -> Int {
      let trend = try lines(["trend", Self.farm, "--format", "json"], more).joined()
      return trend.matches(of: /"required": ?(\d+)/).compactMap { Int($0.1) }.reduce(0, +)
    }
    let sum = try (1...3).map { try required(["--survey", survey, "--shard", "\($0)/3"]) }.reduce(0, +)
    #expect(try sum == required([]))
    let diff = ["diff", Self.farm, "--from", "develop-2024-10-13", "--to", "develop-2024-10-20", "--survey", survey]
    #expect(try !lines(diff, ["--shard", "\(shard)/3"]).isEmpty)
  }

  @Test(arguments: ["check", "plan", "report", "why", "causes", "diff", "trend"])
  func `a part is never judged as if it were the whole`(command: String) throws {
    let cell = command == "why" ? ["cmake in e4s"] : []
    let snapshots = command == "diff" ? ["--from", "develop-2024-10-13", "--to", "develop-2024-10-20"] : []
    let run = try CommandLineRun([command] + cell + [Self.farm, "--shard", "1/2"] + snapshots)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.said.contains("--shard 1/2 alone would judge a part as if it were the whole"))
    #expect(run.said.contains("give the survey of the whole with --survey"))
  }

  @Test(arguments: [
    "at most 3 versions per stack", "every indexed spec built", "every locked root built",
    "no builds with missing run dependencies",
  ])
  func `what reaches across packages is refused by name where a part is judged by itself`(rule: String) throws {
    let folder = try TemporaryFolder()
    let survey = try Self.survey(in: folder)
    let run = try CommandLineRun(["plan", Self.farm, "--rule", rule, "--survey", survey, "--shard", "1/3"])
    #expect(run.status == 2)
    #expect(run.said.contains("the policy `\(rule)` cannot be judged on a part of a farm"), "\(run.complaints)")
    let older = try CommandLineRun(
      ["report", Self.snapshot, "--survey", survey, "--shard", "1/3", "--since", Self.snapshot])
    #expect(older.said.contains("--since has no meaning for a part"))
  }

  @Test func `surveys of other snapshots, versions and splits are refused by name`() throws {
    let folder = try TemporaryFolder()
    func survey(_ name: String, _ arguments: [String]) throws -> String {
      let path = folder.url.path + "/" + name
      let run = try CommandLineRun(["survey", "--output", path] + arguments)
      #expect(run.status == 0, "\(run.complaints)")
      return path
    }
    let first = try survey("first", [Self.snapshot, "--shard", "1/3"])
    let older = try survey("older", ["Examples/small-farm/_cache/develop-2024-10-13", "--shard", "2/3"])
    let both = try survey("both", [Self.farm, "--shard", "2/3"])
    let other = try survey("other", [Self.snapshot, "--shard", "2/4"])
    let whole = try survey("whole", [Self.snapshot])
    let second = try survey("second", [Self.snapshot, "--shard", "2/3"])
    let version = try folder.write(
      Self.resealed(second, "\"version\":\"0.1.0\"", "\"version\":\"9.9.9\""), to: "version")
    let form = try folder.write(Self.resealed(second, "survey/2", "survey/3"), to: "form")
    let cases: [(file: String, says: String)] = [
      (older, "older is of the snapshot `develop-2024-10-13`, and"),
      (both, "is of the snapshots `develop-2024-10-13`, `develop-2024-10-20`, and"),
      (other, "is of the shard 2/4, and"), (whole, "is of no shard, and"),
      (version, "was written by the version 9.9.9 of buildcover, and"),
      (form, "is of the form `buildcover/survey/3`, and this version of buildcover reads `buildcover/survey/2`"),
      (first, "holds the shard 1/3, and so does"),
    ]
    for (file, message) in cases {
      let run = try CommandLineRun(["survey", "merge", first, file])
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.located.contains(message) && run.complaints.contains(file), "\(run.complaints)")
    }
    let partial = try folder.write(CommandLineRun(["survey", "merge", second, first]).output, to: "partial")
    let check = ["check", Self.snapshot, "--shard", "1/3", "--survey"]
    #expect(try CommandLineRun(check + [partial]).said.contains("it lacks the shard 3/3"))
    #expect(try CommandLineRun(check + [version]).said.contains("was written by the version 9.9.9 of buildcover"))
    let foreign = try CommandLineRun(
      ["check", "Examples/small-farm/_cache/develop-2024-10-13", "--survey", whole, "--shard", "1/3"])
    #expect(foreign.status == 2)
    #expect(
      foreign.said.contains(
        "the survey is of the snapshot `develop-2024-10-20`, and the documents are of the snapshot `develop-2024-10-13`"
      ))
  }

  @Test func `a merge takes baselines as one run does`() throws {
    let folder = try TemporaryFolder()
    let survey = try Self.survey(in: folder)
    let outcomes = try `shards`.outcomes([Self.farm], Self.judging, survey: survey, count: 3, in: folder)
    let baseline = folder.url.path + "/baseline"
    let written = try CommandLineRun(["merge", "--write-baseline", baseline] + outcomes)
    let whole = folder.url.path + "/whole"
    #expect(written.status == 1)
    #expect(try CommandLineRun(["check", Self.farm, "--write-baseline", whole] + Self.judging).status == 1)
    let text = try String(contentsOfFile: baseline, encoding: .utf8)
    #expect(text == (try String(contentsOfFile: whole, encoding: .utf8)))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count > 4)
    lines.remove(at: 2)
    let shorter = try folder.write(lines.joined(separator: "\n"), to: "shorter")
    let longer = try folder.write(text + "zzz|no|such|finding\n", to: "longer")
    for options in [
      ["--baseline", baseline], ["--baseline", shorter], ["--baseline", longer],
      ["--baseline", longer, "--strict-baseline"],
    ] {
      let merged = try `shards`.result(["merge"] + outcomes + options)
      #expect(merged == (try `shards`.result(["check", Self.farm] + Self.judging + options)), "\(options)")
    }
    #expect(try CommandLineRun(["merge", "--baseline", baseline] + outcomes).status == 0)
    for option in [["--baseline", baseline], ["--write-baseline", baseline], ["--strict-baseline"]] {
      let run = try CommandLineRun(["check", Self.farm, "--shard", "1/3", "--survey", survey] + option)
      #expect(run.status == 2 && run.said.contains("has no meaning for a part"))
    }
  }
}

extension CommandLineRun {
  /// The complaints on one line, with the place of each before what is said of it.
  var located: String {
    said.replacing(/error\[[^\]]*\]: (.*?) --> (\S+)/) { "\($0.2.split(separator: "/").last ?? "") \($0.1)" }
  }
}

/// Which part has a package, as `--shard` splits.
enum FarmShard {
  static func holds(_ package: String, _ number: Int, of count: Int) -> Bool {
    Shard("\(number)/\(count)")?.holds(package) ?? false
  }
}
