import Foundation
import Testing

/// Wanted lists through the command line, on a farm that Spack has made.
@Suite struct `lock files` {
  static let mirror = LockedStacks.mirror.path

  @Test func `as many roots are missing as Spack counted`() throws {
    let locks = try LockedStacks()
    #expect(locks.rootCount == 307)
    #expect(locks.missingCount == 66)
    // Two stacks ask twice for what becomes the same spec, and a cell is required once.
    #expect(locks.differentCount == 305)
    for arguments in [locks.options, locks.directories] {
      let run = try CommandLineRun(
        ["check", Self.mirror] + arguments + ["--rule", "every locked root built", "--format", "json"])
      let policy = try run.firstPolicy()
      #expect(run.status == 1, "\(run.complaints)")
      #expect(policy["required"] as? Int == 305)
      #expect(policy["covered"] as? Int == 239)
      #expect(policy["gaps"] as? Int == 66)
    }
  }

  @Test func `the plan of missing roots is the locked specs themselves, and replays to nothing`() throws {
    let locks = try LockedStacks()
    let arguments =
      ["plan", Self.mirror] + locks.options + ["--rule", "every locked root built", "--format", "json"]
    let run = try CommandLineRun(arguments)
    #expect(run.status == 0, "\(run.complaints)")
    let plan = try #require((try run.json()["snapshots"] as? [[String: Any]])?.first)
    let builds = try #require(plan["builds"] as? [[String: Any]])
    let closed = builds.flatMap { $0["closes"] as? [[String: Any]] ?? [] }
    #expect(closed.count == 66 && (plan["unplannable"] as? [Any])?.isEmpty == true)
    #expect(builds.count == Set(closed.map { "\($0["hash"] ?? "")" }).count)
    for build in builds {
      #expect(build["basis"] as? String == "locked")
      #expect(build["abstract"] as? String == "\(build["package"] ?? "")/\(build["hash"] ?? "")")
    }
    let folder = try TemporaryFolder()
    let done = try folder.write(run.output, to: "plan.json")
    let replay = try CommandLineRun(arguments + ["--assume-built", done])
    let rest = try #require((try replay.json()["snapshots"] as? [[String: Any]])?.first)
    #expect((rest["builds"] as? [Any])?.isEmpty == true && (rest["unplannable"] as? [Any])?.isEmpty == true)
  }

  @Test func `causes name what is missing, in text and json`() throws {
    let locks = try LockedStacks()
    let arguments = ["causes", Self.mirror] + locks.options + ["--rule", "every locked root built"]
    let json = try CommandLineRun(arguments + ["--format", "json"])
    #expect(json.status == 0, "\(json.complaints)")
    let snapshot = try #require((try json.json()["snapshots"] as? [[String: Any]])?.first)
    let causes = try #require(snapshot["causes"] as? [[String: Any]])
    let blocked = causes.flatMap { $0["blocked"] as? [[String: Any]] ?? [] }
    #expect(Set(blocked.map { "\($0["stack"] ?? "")/\($0["hash"] ?? "")" }).count == 66)
    let counts = causes.compactMap { $0["blocks"] as? Int }
    #expect(counts == counts.sorted(by: >))
    let text = try CommandLineRun(arguments)
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("\(LockedStacks.snapshot): \(causes.count) missing builds are behind 66 gaps\n"))
    #expect(text.output.contains(try #require(causes.first?["cause"] as? String)))
  }

  /// `leaf` is missing, `middle` needs it, and the two roots need `middle`.
  private static func chain(leaf: String) -> String {
    func spec(_ name: String, _ dependency: String?) -> String {
      let edges = dependency.map {
        #"{"name":"\#($0)","hash":"\#($0)","parameters":{"deptypes":["link"],"virtuals":[]}}"#
      }
      return #""\#(name)":{"name":"\#(name)","version":"1","arch":{"platform":"linux","platform_os":"o","#
        + #""target":"t"},"parameters":{},"dependencies":[\#(edges ?? "")]}"#
    }
    let specs = [spec("one", "middle"), spec("two", "middle"), spec("middle", leaf), spec(leaf, nil)]
    return #"{"_meta":{"specfile-version":5},"roots":[{"hash":"one","spec":"one"},{"hash":"two","spec":"two"}],"#
      + #""concrete_specs":{\#(specs.joined(separator: ","))}}"#
  }

  @Test func `the deepest missing dependency is the cause of all that waits for it`() throws {
    let folder = try TemporaryFolder()
    let lock = try folder.write(Self.chain(leaf: "leaf"), to: "spack.lock")
    let run = try CommandLineRun([
      "causes", Self.mirror, "--lock", "e4s=\(lock)", "--rule", "every locked root built",
    ])
    #expect(run.status == 0, "\(run.complaints)")
    #expect(run.output == "\(LockedStacks.snapshot): 1 missing build is behind 2 gaps\n  2  leaf/leaf\n       in e4s\n")
  }

  @Test func `a lock file of a stack that nothing mentions is a warning, and all its cells are gaps`() throws {
    let folder = try TemporaryFolder()
    let lock = try folder.write(Self.chain(leaf: "leaf"), to: "spack.lock")
    let run = try CommandLineRun([
      "check", Self.mirror, "--lock", "e5s=\(lock)", "--rule", "every locked spec built", "--format", "json",
    ])
    #expect(run.status == 1)
    #expect(run.complaints.contains("warning"), "\(run.complaints)")
    #expect(run.everythingSaid.contains("the lock file is of the stack `e5s`, which no document mentions"))
    let policy = try run.firstPolicy()
    #expect(policy["required"] as? Int == 4)
    #expect(policy["gaps"] as? Int == 4)
  }

  @Test(arguments: [
    (#"{"roots":[],"concrete_specs":[]}"#, "document/wrong-type"),
    (#"{"concrete_specs":{}}"#, "document/missing-key"),
    (#"{"roots":[{"hash":"a","spec":"a"}],"concrete_specs":{}}"#, "document/missing-key"),
    (#"{"roots":[],"concrete_specs":{}"#, "document/truncated"),
    ("hello", "document/unknown-kind"),
    (#"{"database":{"version":"8","installs":{}}}"#, "document/wrong-document"),
  ])
  func `a bad lock file is an error, and nothing is judged`(text: String, code: String) throws {
    let folder = try TemporaryFolder()
    let lock = try folder.write(text, to: "spack.lock")
    let run = try CommandLineRun(["check", Self.mirror, "--lock", "e4s=\(lock)", "--rule", "every locked root built"])
    #expect(run.status == 2)
    #expect(run.everythingSaid.contains(code), "\(run.everythingSaid)")
    #expect(run.everythingSaid.contains("spack.lock"))
  }
}
