import Foundation
import Testing

/// The lock files of a week of the given farm, made from the roots that its stacks asked for and from what its indexes
/// know of them. A root that no index has becomes a node of its own that depends on nothing.
struct LockedStacks {
  private struct Request: Decodable {
    var hash: String
    var root: String
    var in_buildcache: Bool
  }

  static let snapshot = "develop-2024-10-20"
  static let mirror = CommandLineRun.fixtures.appending(path: "realdata/given/mirror/" + snapshot)

  private let folder: TemporaryFolder
  /// The lock file of each stack, by stack.
  let files: [(stack: String, path: String)]
  /// How many roots are asked for, how many of these differ within their stack, and how many Spack says are missing.
  let (rootCount, differentCount, missingCount): (Int, Int, Int)

  init() throws {
    let folder = try TemporaryFolder()
    let requests = try JSONDecoder().decode(
      [String: [String: [Request]]].self,
      from: Data(contentsOf: CommandLineRun.fixtures.appending(path: "realdata/given/requests.json")))
    let stacks = requests[LockedStacks.snapshot] ?? [:]
    files = try stacks.sorted { $0.key < $1.key }.map { stack, requests in
      (stack, try LockedStacks.write(requests, of: stack, to: folder))
    }
    self.folder = folder
    rootCount = stacks.values.joined().count
    differentCount = stacks.values.reduce(0) { $0 + Set($1.map(\.hash)).count }
    missingCount = stacks.values.joined().count { !$0.in_buildcache }
  }

  /// `--lock STACK=FILE` for each.
  var options: [String] { files.flatMap { ["--lock", "\($0.stack)=\($0.path)"] } }

  /// The directories that hold them, each called as its stack.
  var directories: [String] { files.map { URL(filePath: $0.path).deletingLastPathComponent().path } }

  private static func write(_ requests: [Request], of stack: String, to folder: TemporaryFolder) throws -> String {
    let index = try JSONSerialization.jsonObject(
      with: Data(contentsOf: mirror.appending(path: stack + "/build_cache/index.json")))
    let database = (index as? [String: Any])?["database"] as? [String: Any]
    let installs = database?["installs"] as? [String: [String: Any]] ?? [:]
    var specs = installs.compactMapValues { $0["spec"] as? [String: Any] }
    for request in requests where specs[request.hash] == nil { specs[request.hash] = unknown(request) }
    let lock: [String: Any] = [
      "_meta": ["file-type": "spack-lockfile", "lockfile-version": 6, "specfile-version": 4],
      "roots": requests.map { ["hash": $0.hash, "spec": $0.root] }, "concrete_specs": specs,
    ]
    return try folder.write(JSONSerialization.data(withJSONObject: lock), to: stack + "/spack.lock")
  }

  private static func unknown(_ request: Request) -> [String: Any] {
    let name = request.root.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return [
      "name": String(name), "version": "unknown", "hash": request.hash, "parameters": [String: Any](),
      "arch": ["platform": "linux", "platform_os": "ubuntu22.04", "target": "x86_64_v3"],
    ]
  }
}

extension CommandLineRun {
  /// All that was printed, with lines put together again that were broken to fit the width.
  var everythingSaid: String { (output + complaints).replacing(/\s+/, with: " ") }

  /// The first policy of the first snapshot, of `check --format json`.
  func firstPolicy() throws -> [String: Any] {
    let snapshots = try #require(try json()["snapshots"] as? [[String: Any]], "\(complaints)")
    let policies = try #require(snapshots.first?["policies"] as? [[String: Any]])
    return try #require(policies.first)
  }
}
