import Foundation
import Testing

/// Farms judged in parts, through the command line.
@Suite struct `shards` {
  static let farm = "Tests/Fixtures/realdata/given/pages"

  /// What one run over everything, or a merge, has left.
  struct Result: Equatable {
    var status: Int32
    var output: String
    var complaints: String
    var files: [String: Data]
  }

  /// Runs a command that writes further reports into a folder of its own.
  static func result(_ arguments: [String]) throws -> Result {
    let folder = try TemporaryFolder()
    let formats = ["html": "report.html", "plan-json": "plan.json", "sarif": "findings.sarif", "csv": "findings.csv"]
    let writes = formats.flatMap { ["--write", "\($0)=\(folder.url.path)/\($1)"] }
    let run = try CommandLineRun(arguments + ["--format", "json"] + writes)
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
      files[name] = try Data(contentsOf: folder.url.appending(path: name))
    }
    return Result(status: run.status, output: run.output, complaints: run.complaints, files: files)
  }

  /// Surveys a farm in parts and merges them; returns the path of the survey.
  static func survey(
    _ farm: [String], _ options: [String] = [], count: Int, in folder: TemporaryFolder
  ) throws -> String {
    let parts = try (1...count).map { number in
      let path = folder.url.path + "/survey-\(number)"
      let run = try CommandLineRun(["survey", "--shard", "\(number)/\(count)", "--output", path] + farm + options)
      #expect(run.status == 0, "\(run.complaints)")
      return path
    }
    let merged = folder.url.path + "/survey"
    let run = try CommandLineRun(["survey", "merge", "--output", merged] + parts.shuffled())
    #expect(run.status == 0, "\(run.complaints)")
    return merged
  }

  /// Judges all parts of a farm; returns the paths of the outcomes.
  static func outcomes(
    _ farm: [String], _ options: [String], survey: String, count: Int, in folder: TemporaryFolder
  ) throws -> [String] {
    try (1...count).map { number in
      let path = folder.url.path + "/outcome-\(number)"
      let run = try CommandLineRun(
        ["check", "--shard", "\(number)/\(count)", "--survey", survey, "--output", path] + farm + options)
      #expect(run.status == 0, "\(run.complaints)")
      return path
    }
  }

  /// A survey but for the shards that it is of and its checksum, which is that of the rest.
  static func withoutShards(_ survey: String) -> String {
    survey.replacing(/"shards":\[[^\]]*\]/, with: "").replacing(/"checksum":"[^"]*"/, with: "")
  }

  static let judging = ["--policy", "Policies", "--policy", "Tests/Fixtures/shards", "--today", "2026-02-01"]

  @Test(arguments: [1, 2, 8, 64]) func `any number of shards gives the bytes of one run, for every policy`(count: Int)
    throws
  {
    let folder = try TemporaryFolder()
    let survey = try Self.survey([Self.farm], count: count, in: folder)
    let whole = try CommandLineRun(["survey", Self.farm])
    #expect(try Self.withoutShards(String(contentsOfFile: survey, encoding: .utf8)) == Self.withoutShards(whole.output))
    let outcomes = try Self.outcomes([Self.farm], Self.judging, survey: survey, count: count, in: folder)
    let merged = try Self.result(["merge"] + outcomes.shuffled())
    let expected = try Self.result(["check", Self.farm] + Self.judging)
    #expect(merged == expected)
    #expect(expected.status == 1)
    #expect(expected.files.count >= 4)
  }

  @Test func `narrowed, strict and waived farms and older farms are merged as they are judged whole`() throws {
    let folder = try TemporaryFolder()
    let survey = try Self.survey([Self.farm], count: 3, in: folder)
    let older = Self.farm + "/_cache/develop-2024-10-13"
    for options in [
      ["--strict", "--package", "py-*"], ["--stack", "e4s*", "--snapshot", "develop-*"], ["--since", older],
      ["--rule", "no version lost"],
      ["--rule", "at most 1 version per stack; waive stacks e4s until 2030-01-01 because \"x\""],
    ] {
      let outcomes = try Self.outcomes(
        [Self.farm], options + ["--today", "2026-02-01"], survey: survey, count: 3, in: folder)
      let merged = try Self.result(["merge"] + outcomes)
      #expect(merged == (try Self.result(["check", Self.farm, "--today", "2026-02-01"] + options)), "\(options)")
    }
  }

  @Test func `documents of several machines need no shards if each package is on one of them`() throws {
    let folder = try TemporaryFolder()
    let snapshot = "Tests/Fixtures/realdata/given/pages/_cache/develop-2024-10-13"
    let names = try FileManager.default.contentsOfDirectory(atPath: CommandLineRun.project.path + "/" + snapshot)
      .sorted()
    let halves = [names.prefix(names.count / 2), names.dropFirst(names.count / 2)].map {
      $0.map { snapshot + "/" + $0 }
    }
    let surveys = try halves.enumerated().map { number, paths in
      try folder.write(try CommandLineRun(["survey"] + paths).output, to: "survey-\(number)")
    }
    let survey = try folder.write(try CommandLineRun(["survey", "merge"] + surveys).output, to: "survey")
    let outcomes = try halves.enumerated().map { number, paths in
      try folder.write(try CommandLineRun(["check", "--survey", survey] + paths).output, to: "outcome-\(number)")
    }
    #expect(try CommandLineRun(["merge"] + outcomes).output == (try CommandLineRun(["check", snapshot]).output))
    let half = try CommandLineRun(["merge", outcomes[0]])
    #expect(half.status == 2)
    #expect(half.said.contains("pages of the survey are in none of the parts"), "\(half.complaints)")
  }

  @Test func `missing, repeated, damaged and foreign parts are errors that name them, never a verdict`() throws {
    let folder = try TemporaryFolder()
    let survey = try Self.survey([Self.farm], count: 3, in: folder)
    let outcomes = try Self.outcomes([Self.farm], ["--today", "2026-02-01"], survey: survey, count: 3, in: folder)
    let other = folder.url.path + "/other"
    let rule = ["--rule", "no orphaned builds", "--today", "2026-02-01"]
    _ = try CommandLineRun(["check", Self.farm, "--shard", "3/3", "--survey", survey, "--output", other] + rule)
    let text = try String(contentsOfFile: outcomes[2], encoding: .utf8)
    let cut = try folder.write(String(text.dropLast(100)), to: "cut")
    let changed = try folder.write(text.replacing("\"shard\":\"3/3\"", with: "\"shard\":\"2/3\""), to: "changed")
    let cases: [(parts: [String], says: String)] = [
      ([outcomes[0], outcomes[2]], "the shard 2/3 is missing"),
      ([outcomes[1]], "2 shards are missing: 1/3, 3/3"),
      (outcomes + [outcomes[1]], "is the shard 2/3, and so is"),
      ([outcomes[0], outcomes[1], folder.url.path + "/nowhere"], "input/missing-shard"),
      ([outcomes[0], outcomes[1], cut], "input/malformed-outcome"),
      ([outcomes[0], outcomes[1], changed], "input/malformed-outcome"),
      ([outcomes[0], outcomes[1], survey], "input/malformed-outcome"),
      ([outcomes[0], outcomes[1], other], "has other policies than"),
    ]
    for (parts, message) in cases {
      let run = try CommandLineRun(["merge"] + parts)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.said.contains(message), "\(run.complaints)")
    }
  }

  @Test func `documents that cannot be read are missing from the whole as from one run`() throws {
    let folder = try TemporaryFolder()
    for package in ["zlib", "hdf5", "cmake", "bzip2"] {
      _ = try folder.write(try Self.page(package, spec: "a"), to: "pages/\(package)/specs.md")
    }
    let page = try Self.page("ncurses", spec: "b")
    _ = try folder.write(String(page.dropLast(60)), to: "pages/ncurses/specs.md")
    _ = try folder.write(page.replacing(/title: .*/, with: ""), to: "pages/untitled/specs.md")
    let documents = [folder.url.path + "/pages"]
    let blocked = try (1...2).map {
      try CommandLineRun(["survey", "--shard", "\($0)/2", "--output", folder.url.path + "/x"] + documents)
    }
    #expect(blocked.allSatisfy { $0.status == 2 })
    let survey = try Self.survey(documents, ["--allow-incomplete"], count: 2, in: folder)
    let options = ["--allow-incomplete", "--today", "2026-02-01"]
    let outcomes = try Self.outcomes(documents, options, survey: survey, count: 2, in: folder)
    let expected = try Self.result(["check"] + documents + options)
    #expect(try Self.result(["merge"] + outcomes) == expected)
    #expect(expected.output.contains("untitled") && expected.output.contains("ncurses"))
  }

  @Test func `surveys that overlap or differ are refused by name`() throws {
    let folder = try TemporaryFolder()
    let pages = try folder.write(try Self.page("zlib", spec: "a"), to: "pages/zlib/specs.md")
    let first = try folder.write(try CommandLineRun(["survey", pages]).output, to: "first")
    #expect(try CommandLineRun(["survey", "merge", first, first]).said.contains("input/repeated-shard"))
    _ = try folder.write(try Self.page("zlib", spec: "b"), to: "pages/zlib/specs.md")
    let second = try folder.write(try CommandLineRun(["survey", pages]).output, to: "second")
    #expect(try CommandLineRun(["survey", "merge", first, second]).said.contains("part/changed-document"))
    let moved = try folder.write(try Self.page("zlib", spec: "c"), to: "elsewhere/specs.md")
    let third = try folder.write(try CommandLineRun(["survey", moved]).output, to: "third")
    let split = try CommandLineRun(["survey", "merge", first, third])
    #expect(split.said.contains("the package `zlib` of the snapshot `develop` is in two of the parts"))
    #expect(split.status == 2)
    let versioned = try String(contentsOfFile: first, encoding: .utf8).replacing("survey/2", with: "survey/1")
    let old = try folder.write(versioned, to: "old")
    let run = try CommandLineRun(["survey", "merge", old])
    #expect(run.status == 2)
    #expect(run.said.contains("input/malformed-survey") && run.said.contains(old))
    let judged = try CommandLineRun(["check", pages, "--survey", first])
    #expect(judged.status == 2)
    #expect(judged.said.contains("has changed since the survey"))
  }

  @Test func `shards are written K/N`() throws {
    for shard in ["0/2", "3/2", "1", "a/b", "1/2/3"] {
      #expect(try CommandLineRun(["show", Self.farm, "--shard", shard]).said.contains("--shard cannot be"))
    }
  }

  /// A page of one spec.
  static func page(_ package: String, spec: String) throws -> String {
    let hash = String(repeating: spec, count: 32)
    return """
      ---
      title: "\(package)"
      categories: [package, develop]
      meta: {"num_specs": 1}
      spec_details: [{"hash": "\(hash)", "versions": ["1.0"], "stacks": ["e4s"], "variants": ["+a"], "compiler": "gcc@=12.1.0", "os": "ubuntu22.04", "platform": "linux", "target": "x86_64_v3"}]
      ---

      """
  }
}

extension CommandLineRun {
  /// The complaints on one line, for they are wrapped to the width of a terminal.
  var said: String {
    complaints.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
