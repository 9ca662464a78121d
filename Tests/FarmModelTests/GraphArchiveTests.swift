import FarmModel
import Testing

/// Farms with indexes go into archives part by part and come back whole, with every dependency.
@Suite struct `archives of graphs` {
  static let packages = ["cmake", "gcc", "glibc", "hdf5", "ncurses", "zlib"]

  /// Two specs of each package: the second of `hdf5` is not built, `glibc` is external, and each depends on the specs of
  /// the packages behind its own, and on one that no document describes.
  static let nodes: [DependencyGraph.Node] = packages.enumerated().flatMap { position, package in
    (0..<2).map { copy in
      let later = packages.indices.dropFirst(position + 1).map { other in
        DependencyGraph.Edge(
          node: UInt32(2 * other + copy), package: packages[other], hash: hash(packages[other], copy),
          types: other % 2 == 0 ? [.link, .run] : [.build], virtuals: other == 1 ? ["c", "cxx"] : [])
      }
      let unknown = DependencyGraph.Edge(node: nil, package: "perl", hash: "nowhere", types: .test, virtuals: [])
      return DependencyGraph.Node(
        hash: hash(package, copy), package: package, version: "1.\(copy)", platform: "linux", os: "ubuntu22.04",
        target: "x86_64_v3", compiler: position == 0 ? nil : "gcc@=12.1.0", hasNoCompiler: position == 0,
        variants: VariantList(written: ["+a", "patches=0123456789"]), stacks: [0],
        isBuilt: package != "glibc" && (package, copy) != ("hdf5", 1), isExternal: package == "glibc",
        dependencies: later + [unknown])
    }
  }

  static func hash(_ package: String, _ copy: Int) -> String { "\(package)-\(copy)" }

  /// The farm of these specs, with one more that only a page lists.
  static let farm: Farm = {
    var specs = nodes.filter(\.isBuilt).map { node in
      SpecDescription(
        package: node.package, version: node.version, hash: node.hash, platform: node.platform, os: node.os,
        target: node.target, compiler: node.compiler, hasNoCompiler: node.hasNoCompiler, variants: node.variants,
        stacks: ["e4s"])
    }
    specs.append(specs[0])
    specs[specs.count - 1].hash = "only-listed"
    let farm = Farm(snapshot: "develop", specs: specs)
    return Farm(
      snapshot: "develop",
      names: FarmNames(
        packages: farm.packages, versions: farm.versions, stacks: farm.stacks, targets: farm.targets, oses: farm.oses,
        platforms: farm.platforms, compilers: farm.compilers),
      variantLists: farm.variantLists, stackSets: farm.stackSets, bodies: farm.bodies, bodyOfSpec: farm.bodyOfSpec,
      hashes: farm.hashes, dependencies: DependencyGraph(nodes: nodes))
  }()

  static func archives(count: Int) throws -> [[UInt8]] {
    try (1...count).map { number in
      FarmFragment([farm.limited(to: try #require(Shard("\(number)/\(count)")))]).archive
    }
  }

  @Test(arguments: [1, 2, 5]) func `a farm comes back from any number of parts in any order`(count: Int) throws {
    for archives in [try Self.archives(count: count), try Self.archives(count: count).reversed()] {
      let farms = try FarmAssembly(archives.map { try FarmFragment(archive: $0) }).farms
      let farm = try #require(farms.first)
      #expect(farms.count == 1)
      #expect(Self.descriptions(of: farm) == Self.descriptions(of: Self.farm))
      #expect(farm.stackFacts == Self.farm.stackFacts)
      #expect(try Array(#require(farm.dependencies).nodes) == Self.nodes)
    }
  }

  private static func descriptions(of farm: Farm) -> [SpecDescription] {
    farm.bodyOfSpec.indices.map { farm.description(of: $0) }
  }

  @Test func `a part has its own specs and the whole graph`() throws {
    let shards = try (1...3).map { try #require(Shard("\($0)/3")) }
    let parts = shards.map { Self.farm.limited(to: $0) }
    #expect(parts.map(\.specCount).reduce(0, +) == Self.farm.specCount)
    for (part, shard) in zip(parts, shards) {
      #expect(part.packages.names == Self.farm.packages.names.filter { shard.holds($0) })
      #expect(try Array(#require(part.dependencies).nodes) == Self.nodes)
    }
    #expect(parts.compactMap { $0.dependencies?.holeCount }.reduce(0, +) == 1)
  }

  @Test func `a part without its neighbours leaves their specs unknown`() throws {
    let archive = try #require(try Self.archives(count: 5).max { $0.count < $1.count })
    let farm = try #require(try FarmAssembly([FarmFragment(archive: archive)]).farms.first)
    let edges = try #require(farm.dependencies).nodes.flatMap(\.dependencies)
    #expect(edges.contains { $0.node == nil && $0.package != "perl" && $0.hash.hasPrefix($0.package) })
  }

  @Test func `an archive that was cut or changed is refused or is of other specs, and never a crash`() throws {
    for archive in try Self.archives(count: 2) {
      for count in archive.indices {
        #expect(throws: MalformedArchive.self) { try FarmFragment(archive: Array(archive.prefix(count))) }
      }
      for index in archive.indices {
        for bit in 0..<8 {
          var changed = archive
          changed[index] ^= 1 << UInt8(bit)
          guard let fragment = try? FarmFragment(archive: changed) else { continue }
          _ = try? FarmAssembly([fragment]).farms.map { $0.dependencies.map { Array($0.nodes) } }
        }
      }
    }
  }

  @Test func `the specs of a lock file come back, and damaged ones are refused or others`() throws {
    let bytes = NodeArchive.bytes(of: Self.nodes)
    let read = try NodeArchive.nodes(bytes)
    var expected = Self.nodes
    for node in expected.indices {
      expected[node].stacks = []
      expected[node].isBuilt = false
      for edge in expected[node].dependencies.indices { expected[node].dependencies[edge].node = nil }
    }
    #expect(read == expected)
    for count in bytes.indices {
      #expect(throws: MalformedArchive.self) { try NodeArchive.nodes(Array(bytes.prefix(count))) }
    }
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        _ = try? NodeArchive.nodes(changed)
      }
    }
  }
}
