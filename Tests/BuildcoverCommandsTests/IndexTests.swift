import Foundation
import Testing

/// Buildcache indexes through the command line: made-up mirrors and what can be wrong with them.
@Suite struct `indexes` {
  /// A mirror of two stacks, of which one does not push what the other has pushed.
  private struct Mirror {
    private let folder: TemporaryFolder
    var path: String { folder.url.appending(path: "develop-2026-01-01").path }

    init(hasRootIndex: Bool = false) throws {
      folder = try TemporaryFolder()
      let library = Mirror.record("library", isBuilt: false, needs: [("libc", "link")])
      let libc = Mirror.record("libc", isBuilt: false, isExternal: true)
      try write(
        [
          Mirror.record("app", isBuilt: true, needs: [("library", "link"), ("tool", "build")]), library, libc,
          Mirror.record("tool", isBuilt: false),
        ], to: "one/build_cache/index.json")
      try write(
        [Mirror.record("app", isBuilt: false, needs: [("library", "link"), ("tool", "build")]), library, libc],
        to: "two/build_cache/index.json")
      if hasRootIndex {
        try write(
          [Mirror.record("library", isBuilt: true, needs: [("libc", "link")]), libc], to: "build_cache/index.json")
      }
    }

    private static func record(
      _ name: String, isBuilt: Bool, isExternal: Bool = false, needs: [(name: String, type: String)] = []
    ) -> String {
      let edges = needs.map {
        #"{"name":"\#($0.name)","hash":"\#($0.name)","parameters":{"deptypes":["\#($0.type)"],"virtuals":[]}}"#
      }
      let external = isExternal ? #","external":{"path":"/usr","module":null,"extra_attributes":{}}"# : ""
      return #""\#(name)":{"in_buildcache":\#(isBuilt),"ref_count":1,"spec":{"name":"\#(name)","version":"1","#
        + #""arch":{"platform":"linux","platform_os":"o","target":"x86_64_v3"},"parameters":{}\#(external),"#
        + #""dependencies":[\#(edges.joined(separator: ","))]}}"#
    }

    private func write(_ records: [String], to path: String) throws {
      let text = #"{"database":{"version":"8","installs":{\#(records.joined(separator: ","))}}}"#
      _ = try folder.write(text, to: "develop-2026-01-01/" + path)
    }
  }

  @Test func `what an index lists, nothing has built and something needs to run is a hole`() throws {
    let mirror = try Mirror()
    let run = try CommandLineRun([
      "check", mirror.path, "--rule", "every indexed spec built", "--format", "json",
    ])
    #expect(run.status == 1)
    let policy = try run.firstPolicy()
    #expect(policy["required"] as? Int == 4)
    #expect(policy["gaps"] as? Int == 2)
    let findings = policy["findings"] as? [[String: Any]] ?? []
    #expect(findings.map { "\($0["package"] ?? "") in \($0["stack"] ?? "")" } == ["library in one", "library in two"])
    #expect(
      run.everythingSaid.contains("2 specs of the indexes of `develop-2026-01-01` are in no build cache that was read"))
    #expect(run.complaints.ranges(of: "document/built-elsewhere").count == 1, "\(run.complaints)")
  }

  @Test func `the root index tells what was pushed elsewhere`() throws {
    let mirror = try Mirror(hasRootIndex: true)
    let run = try CommandLineRun(["check", mirror.path, "--rule", "every indexed spec built", "--format", "json"])
    #expect(run.status == 0, "\(run.output)")
    let policy = try run.firstPolicy()
    #expect(policy["required"] as? Int == 4)
    #expect(policy["covered"] as? Int == 4)
    #expect(!run.everythingSaid.contains("no build cache that was read"), "\(run.complaints)")
  }

  @Test func `a build whose library is a hole cannot be installed from the cache alone`() throws {
    let arguments = ["--rule", "no builds with missing run dependencies", "--format", "json"]
    let broken = try Mirror()
    let policy = try CommandLineRun(["check", broken.path] + arguments).firstPolicy()
    #expect((policy["findings"] as? [[String: Any]])?.map { $0["package"] as? String } == ["app"])
    let whole = try Mirror(hasRootIndex: true)
    #expect(try CommandLineRun(["check", whole.path] + arguments).status == 0)
  }

  @Test func `show counts externals, holes and what was pushed elsewhere`() throws {
    let mirror = try Mirror()
    let json = try CommandLineRun(["show", mirror.path, "--format", "json"])
    let snapshot = try #require((try json.json()["snapshots"] as? [[String: Any]])?.first)
    let indexes = try #require(snapshot["indexes"] as? [String: Any])
    for (key, count) in ["specs": 4, "externals": 1, "holes": 2, "holesNeededToRun": 1, "pushedElsewhere": 1] {
      #expect(indexes[key] as? Int == count, "\(key)")
    }
    let stacks = try #require(indexes["stacks"] as? [[String: Any]])
    #expect(stacks.map { $0["holes"] as? Int } == [2, 1])
    let text = try CommandLineRun(["show", mirror.path]).everythingSaid
    #expect(text.contains("4 specs, 1 external installed outside Spack, 2 holes in no build cache, 1 build pushed"))
    #expect(text.contains("1 hole: in an index, needed to run, and not built"))
  }

  @Test func `an unknown database version is named, marked and refused`() throws {
    let folder = try TemporaryFolder()
    let index = try folder.write(
      #"{"database":{"version":"9","installs":{}}}"#, to: "develop/e4s/build_cache/index.json")
    let run = try CommandLineRun(["check", index, "--rule", "every package built in every stack"])
    #expect(run.status == 2)
    let said = run.everythingSaid
    #expect(said.contains("document/unknown-database"), "\(said)")
    #expect(said.contains("the index has database version `9`; versions 5 to 8 are read"))
    #expect(said.contains("index.json:1:25"))
  }

  /// Texts of the manifest, what stands there instead, and what is said of it.
  static let faults = [
    (#""compression":"none""#, #""compression":"gzip""#, "the index is compressed with `gzip`; only `none` is read", 7),
    (#""contentLength":87720"#, #""contentLength":87719"#, "has 87720 bytes, not the 87719 of the manifest", 5),
    (#""version":3"#, #""version":4"#, "found manifest version 4; version 3 is read", 2),
    ("sha256\"", "md5\"", "the checksum is of `md5`; expected sha256", 4),
  ]

  @Test(arguments: faults)
  func `a manifest that cannot be followed is refused with its place`(
    text: String, replacement: String, message: String, line: Int
  ) throws {
    let mirror = try copiedMirror()
    try mirror.replace(text, with: replacement, in: "build_systems/v3/manifests/index/index.manifest.json")
    let run = try CommandLineRun(["check", mirror.path, "--rule", "every package built in every stack"])
    let said = run.everythingSaid
    #expect(run.status == 2)
    #expect(said.contains(message), "\(said)")
    #expect(said.contains("index.manifest.json:\(line):"), "\(said)")
  }

  @Test func `a blob that was changed is refused for its checksum`() throws {
    let mirror = try copiedMirror()
    let blob = "build_systems/blobs/sha256/37/37ad2cec493fc3c4f42fa5472d1b5098e076d3d7fc2344743120d67935df6591"
    try mirror.replace("gmake", with: "fmake", in: blob)
    let run = try CommandLineRun(["check", mirror.path, "--rule", "every package built in every stack"])
    let said = run.everythingSaid
    #expect(run.status == 2)
    #expect(said.contains("document/blob-differs"), "\(said)")
    #expect(said.contains("another checksum than the manifest says"))
    #expect(said.contains("index.manifest.json:9:"), "\(said)")
  }

  @Test func `an unchanged copy is read`() throws {
    let mirror = try copiedMirror()
    let run = try CommandLineRun(["check", mirror.path, "--rule", "every package built in every stack"])
    #expect(run.status == 0, "\(run.output)\(run.complaints)")
  }

  /// A snapshot in layout v3 that tests may spoil.
  private struct CopiedMirror {
    let folder: TemporaryFolder
    var path: String { folder.url.appending(path: "develop-2026-01-18").path }

    func replace(_ text: String, with replacement: String, in file: String) throws {
      let url = URL(filePath: path).appending(path: file)
      let old = try String(contentsOf: url, encoding: .utf8)
      let new = old.replacing(text, with: replacement)
      try #require(new != old)
      try Data(new.utf8).write(to: url)
    }
  }

  private func copiedMirror() throws -> CopiedMirror {
    let mirror = CopiedMirror(folder: try TemporaryFolder())
    try FileManager.default.copyItem(
      at: CommandLineRun.fixtures.appending(path: "realdata/given/mirror-v3/develop-2026-01-18"),
      to: URL(filePath: mirror.path))
    return mirror
  }
}
