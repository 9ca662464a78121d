import BuildPlanner
import CoverageEngine
import Diagnostics
import FarmDocuments

/// Reads the builds of a plan that `plan --format json` wrote, for `--assume-built`.
enum AssumedBuilds {
  /// The builds of all snapshots in a file; a diagnostic where it is not such a plan.
  static func read(_ path: String, diagnostics: inout [Diagnostic]) -> [PlannedBuild] {
    do {
      let bytes = try InputFile.bytes(of: path)
      guard let tree = try? JSONTree.read(bytes), tree["schema"]?.string == "buildcover/plan/1",
        let snapshots = tree["snapshots"]?.array
      else {
        diagnostics.append(.malformedPlan(path))
        return []
      }
      let entries = snapshots.flatMap { $0["builds"]?.array ?? [] }
      let builds = entries.compactMap(build)
      if builds.count != entries.count { diagnostics.append(.malformedPlan(path)) }
      return builds
    } catch {
      diagnostics.append(.unreadable(error))
      return []
    }
  }

  private static func build(_ tree: JSONTree) -> PlannedBuild? {
    guard let package = tree["package"]?.string, let version = tree["version"]?.string,
      let platform = tree["platform"]?.string, let os = tree["os"]?.string, let target = tree["target"]?.string,
      let variants = tree["variants"]?.strings, let stacks = tree["stacks"]?.strings
    else { return nil }
    return PlannedBuild(
      package: package, version: version, platform: platform, os: os, target: target,
      compiler: tree["compiler"]?.string, hasNoCompiler: tree["noCompiler"]?.boolean == true, variants: variants,
      stacks: stacks, wave: tree["wave"]?.integer ?? 1,
      basis: tree["basis"]?.string.flatMap(PlannedBuild.Basis.init(rawValue:)) ?? .observed,
      modelledOn: tree["modelledOn"]?.string, hash: tree["hash"]?.string, exactSpec: tree["spec"]?.string ?? "",
      abstractSpec: tree["abstract"]?.string ?? "", closes: (tree["closes"]?.array ?? []).compactMap(cell))
  }

  /// A cell that the plan said a build closes: a build without a compiler closes cells that bind one, and a plan does not
  /// write the compiler that is not there.
  private static func cell(_ tree: JSONTree) -> PlannedCell? {
    guard let policy = tree["policy"]?.string else { return nil }
    let cell = Cell(
      package: tree["package"]?.string, version: tree["version"]?.string, stack: tree["stack"]?.string,
      os: tree["os"]?.string, platform: tree["platform"]?.string, target: tree["target"]?.string,
      compiler: tree["compiler"]?.string, hash: tree["hash"]?.string)
    return PlannedCell(policy: policy, cell: cell)
  }
}

extension Diagnostic {
  fileprivate static func malformedPlan(_ path: String) -> Diagnostic {
    Diagnostic(
      code: CommandCode.malformedPlan.rawValue, message: "this is not a plan that buildcover wrote",
      labels: [Label(place: SourcePlace(file: path))], help: "write one with `buildcover plan --format json`")
  }
}
