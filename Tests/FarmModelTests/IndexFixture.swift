import FarmModel
import Foundation

/// The graph of dependencies of a snapshot, read from its indexes by Foundation: slow, small and independent of the
/// reader that users have.
enum IndexFixture {
  struct Index: Decodable {
    struct Database: Decodable { var installs: [String: Install] }
    struct Install: Decodable { var spec: Spec }
    struct Spec: Decodable {
      var name: String
      var version: String
      var arch: Architecture
      var compiler: CompilerEntry?
      var parameters: [String: Parameter]
      var dependencies: [Dependency]?
      var external: External?
      var annotations: Annotations?
    }
    struct Architecture: Decodable {
      var platform: String
      var platform_os: String
      var target: Target
    }
    enum Target: Decodable {
      case name(String)
      init(from decoder: any Decoder) throws {
        struct Named: Decodable { var name: String }
        let container = try decoder.singleValueContainer()
        self = .name(try (try? container.decode(String.self)) ?? container.decode(Named.self).name)
      }
      var text: String {
        switch self {
        case .name(let name): name
        }
      }
    }
    struct CompilerEntry: Decodable {
      var name: String
      var version: String
    }
    struct External: Decodable { var path: String? }
    struct Annotations: Decodable { var compiler: String? }
    struct Dependency: Decodable {
      struct Parameters: Decodable {
        var deptypes: [String]
        var virtuals: [String]
      }
      var name: String
      var hash: String
      var parameters: Parameters
    }
    enum Parameter: Decodable {
      case flag(Bool), text(String), list([String])
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
          self = .flag(flag)
        } else if let text = try? container.decode(String.self) {
          self = .text(text)
        } else {
          self = .list(try container.decode([String].self))
        }
      }
    }
    var database: Database
  }

  /// Every spec of all indexes of a snapshot in `realdata/given/mirror`.
  static func specs(of snapshot: String) throws -> [String: Index.Spec] {
    let folder = Fixture.folder.appending(path: "realdata/given/mirror/" + snapshot)
    var specs: [String: Index.Spec] = [:]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.lastPathComponent == "index.json" else { continue }
      let index = try JSONDecoder().decode(Index.self, from: Data(contentsOf: file))
      specs.merge(index.database.installs.mapValues(\.spec)) { first, _ in first }
    }
    return specs
  }

  /// Whether the fixtures have indexes of a snapshot; they are only a part of the data that the questions were asked of.
  static func hasSnapshot(_ snapshot: String) -> Bool {
    FileManager.default.fileExists(atPath: Fixture.folder.appending(path: "realdata/given/mirror/" + snapshot).path())
  }

  /// A farm of all specs of a snapshot, in no stack, with their graph.
  static func farm(of snapshot: String) throws -> Farm {
    let specs = try specs(of: snapshot)
    let sorted = specs.sorted { ($0.value.name, $0.key) < ($1.value.name, $1.key) }
    let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, UInt32($0)) })
    let nodes = sorted.map { hash, spec in node(hash, spec, numbers: numbers, specs: specs) }
    let farm = Farm(snapshot: snapshot, specs: nodes.map(description))
    return Farm(
      snapshot: snapshot,
      names: FarmNames(
        packages: farm.packages, versions: farm.versions, stacks: farm.stacks, targets: farm.targets, oses: farm.oses,
        platforms: farm.platforms, compilers: farm.compilers),
      variantLists: farm.variantLists, stackSets: farm.stackSets, bodies: farm.bodies, bodyOfSpec: farm.bodyOfSpec,
      hashes: farm.hashes, dependencies: DependencyGraph(nodes: nodes))
  }

  private static func description(_ node: DependencyGraph.Node) -> SpecDescription {
    SpecDescription(
      package: node.package, version: node.version, hash: node.hash, platform: node.platform, os: node.os,
      target: node.target, compiler: node.compiler, hasNoCompiler: node.hasNoCompiler, variants: node.variants)
  }

  private static func node(
    _ hash: String, _ spec: Index.Spec, numbers: [String: UInt32], specs: [String: Index.Spec]
  ) -> DependencyGraph.Node {
    let compiler = compiler(of: spec, specs: specs)
    return DependencyGraph.Node(
      hash: hash, package: spec.name, version: spec.version, platform: spec.arch.platform, os: spec.arch.platform_os,
      target: spec.arch.target.text, compiler: compiler, hasNoCompiler: compiler == nil,
      variants: VariantList(written: variants(of: spec)), stacks: [], isBuilt: true, isExternal: spec.external != nil,
      dependencies: (spec.dependencies ?? []).map { dependency in
        DependencyGraph.Edge(
          node: numbers[dependency.hash], package: dependency.name, hash: dependency.hash,
          types: types(of: dependency),
          virtuals: dependency.parameters.virtuals)
      })
  }

  private static func types(of dependency: Index.Dependency) -> DependencyTypes {
    let names: [String: DependencyTypes] = ["build": .build, "link": .link, "run": .run, "test": .test]
    return dependency.parameters.deptypes.reduce(into: []) { types, name in types.formUnion(names[name] ?? []) }
  }

  private static func compiler(of spec: Index.Spec, specs: [String: Index.Spec]) -> String? {
    if let compiler = spec.compiler { return "\(compiler.name)@=\(compiler.version)" }
    if let compiler = spec.annotations?.compiler { return compiler }
    for language in ["c", "cxx", "fortran"] {
      if let provider = spec.dependencies?.first(where: { $0.parameters.virtuals.contains(language) }) {
        return specs[provider.hash].map { "\($0.name)@=\($0.version)" }
      }
    }
    return nil
  }

  private static func variants(of spec: Index.Spec) -> [String] {
    let flags: Set = ["cflags", "cppflags", "cxxflags", "fflags", "ldflags", "ldlibs"]
    return spec.parameters.filter { !flags.contains($0.key) }.sorted { $0.key < $1.key }.map { name, value in
      switch value {
      case .flag(let flag): (flag ? "+" : "~") + name
      case .text(let text): "\(name)=\(text)"
      case .list(let values): "\(name):=\(values.joined(separator: ","))"
      }
    }
  }
}
