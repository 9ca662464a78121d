import FarmModel
import Testing

/// Surveys add up in any order and grouping, and farms come back from archives as they were.
@Suite struct `surveys` {
  static let names = ["zlib", "hdf5", "py-numpy", "cmake", "ncurses", "é", "e\u{301}"]

  static func farm(of packages: [String]) -> Farm {
    Farm(snapshot: "develop", specs: packages.flatMap { package in (0..<3).map { spec(of: package, $0) } })
  }

  private static func spec(of package: String, _ copy: Int) -> SpecDescription {
    let length = package.utf8.count
    let stacks: [String] = copy == 2 ? [] : ["e4s", "stack-\(length)", "root"]
    let compiler: String? = copy == 2 ? nil : "gcc@=1\(length).1"
    return SpecDescription(
      package: package, version: "1.\(copy)", hash: "\(package)-\(copy)", platform: "linux",
      os: copy == 0 ? "ubuntu22.04" : "rhel8", target: copy == 1 ? "zen\(length)" : "x86_64_v3", compiler: compiler,
      variants: VariantList(written: ["+a"]), stacks: stacks)
  }

  static func survey(of packages: [String]) -> FarmSurvey {
    FarmSurvey(
      [farm(of: packages)],
      pages: packages.map {
        FarmSurvey.Page(
          path: $0, snapshot: "develop", subject: $0, kind: "page", byteCount: 1, digest: $0, specCount: 3)
      }, version: "1")
  }

  static func text(of survey: FarmSurvey) -> String {
    var writer = JSONWriter()
    writer.object { survey.write(to: &$0) }
    return writer.text
  }

  @Test func `the parts of a farm in any order and grouping merge into the survey of the whole`() throws {
    let whole = Self.text(of: Self.survey(of: Self.names))
    let parts = Self.names.map { Self.survey(of: [$0]) }
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      var pending = parts
      while pending.count > 1 {
        let first = pending.remove(at: .random(in: pending.indices, using: &generator))
        let second = pending.remove(at: .random(in: pending.indices, using: &generator))
        pending.append(try first.merged(with: second))
      }
      #expect(Self.text(of: pending[0]) == whole)
    }
  }

  @Test func `what is in both parts is refused`() {
    let one = Self.survey(of: ["zlib", "hdf5"])
    #expect(throws: SurveyConflict.repeatedPage(path: "hdf5")) { try one.merged(with: Self.survey(of: ["hdf5"])) }
    var other = Self.survey(of: ["hdf5"])
    other.pages[0].digest = "changed"
    #expect(throws: SurveyConflict.changedPage(path: "hdf5")) { try one.merged(with: other) }
    other.pages[0].path = "elsewhere"
    #expect(throws: SurveyConflict.splitPackage(package: "hdf5", snapshot: "develop")) { try one.merged(with: other) }
  }

  @Test func `surveys of other versions, snapshots and splits are refused`() throws {
    let first = try #require(Shard("1/2"))
    func survey(_ packages: [String], shard: Shard? = nil, version: String = "1", others: [String] = []) -> FarmSurvey {
      FarmSurvey([Self.farm(of: packages)], pages: [], version: version, shard: shard, otherSnapshots: others)
    }
    let one = survey(["zlib"], shard: first)
    #expect(throws: SurveyConflict.otherVersion) { try one.merged(with: survey(["hdf5"], shard: first, version: "2")) }
    #expect(throws: SurveyConflict.otherSplit) { try one.merged(with: survey(["hdf5"])) }
    #expect(throws: SurveyConflict.otherSplit) { try one.merged(with: survey(["hdf5"], shard: Shard("2/3"))) }
    #expect(throws: SurveyConflict.repeatedShard(first)) { try one.merged(with: survey(["hdf5"], shard: first)) }
    let second = survey(["hdf5"], shard: Shard("2/2"))
    #expect(one.missingShards == second.shards)
    #expect(try one.merged(with: second).missingShards.isEmpty)
    #expect(throws: SurveyConflict.otherSnapshots) {
      try one.merged(with: survey(["hdf5"], shard: Shard("2/2"), others: ["older"]))
    }
    let both = try survey(["zlib"], shard: first, others: ["older"]).merged(
      with: survey(["hdf5"], shard: Shard("2/2"), others: ["older"]))
    #expect(both.snapshots.map(\.name) == ["develop", "older"])
  }

  @Test func `an index is in the surveys of all shards, but a page in one`() throws {
    func survey(_ package: String, _ shard: Shard?, kind: String) -> FarmSurvey {
      let page = FarmSurvey.Page(
        path: "index", snapshot: "develop", subject: "e4s", kind: kind, byteCount: 1, digest: "d", specCount: 3)
      return FarmSurvey([Self.farm(of: [package])], pages: [page], version: "1", shard: shard)
    }
    let (first, second) = (try #require(Shard("1/2")), try #require(Shard("2/2")))
    let merged = try survey("zlib", first, kind: "index").merged(with: survey("hdf5", second, kind: "index"))
    #expect(merged.pages.count == 1)
    for (shards, kind) in [((first, second), "page"), ((nil, nil), "index")] as [((Shard?, Shard?), String)] {
      #expect(throws: SurveyConflict.repeatedPage(path: "index")) {
        try survey("zlib", shards.0, kind: kind).merged(with: survey("hdf5", shards.1, kind: kind))
      }
    }
  }

  @Test func `a part that is widened knows the stacks of the whole`() throws {
    let whole = Self.farm(of: Self.names)
    let wide = try #require(Self.farm(of: ["cmake"]).widened(to: Self.survey(of: Self.names).snapshots[0]))
    #expect(wide.stackFacts == whole.stackFacts)
    #expect(wide.stacks == whole.stacks && wide.targets == whole.targets && wide.compilers == whole.compilers)
    #expect(wide.packages.names == ["cmake"])
    let own = try #require(whole.packages.number(of: "cmake"))
    #expect(wide.bodies.map(\.target) == whole.bodies(of: own).map { whole.bodies[$0].target })
    #expect(Self.farm(of: ["cmake"]).widened(to: Self.survey(of: ["zlib"]).snapshots[0]) == nil)
  }

  @Test func `farms come back from an archive of all or of parts`() throws {
    let whole = Self.farm(of: Self.names)
    let parts = Self.names.map { Self.farm(of: [$0]) }.map { FarmFragment([$0]).archive }
    for archives in [[FarmFragment([whole]).archive], parts, parts.reversed()] {
      let farms = try FarmAssembly(archives.map { try FarmFragment(archive: $0) }).farms
      let farm = try #require(farms.first)
      #expect(farms.count == 1)
      #expect(farm.bodies == whole.bodies && farm.bodyOfSpec == whole.bodyOfSpec && farm.hashes == whole.hashes)
      #expect(farm.stackFacts == whole.stackFacts && farm.packages == whole.packages)
      #expect(farm.versions == whole.versions && farm.compilers == whole.compilers)
      #expect(farm.variantLists == whole.variantLists && farm.stackSets == whole.stackSets)
    }
  }

  @Test func `an archive that was cut or changed is refused or is of other specs, and never a crash`() throws {
    let archive = FarmFragment([Self.farm(of: ["zlib", "hdf5"])]).archive
    for count in archive.indices {
      #expect(throws: MalformedArchive.self) { try FarmFragment(archive: Array(archive.prefix(count))) }
    }
    for index in archive.indices {
      for bit in 0..<8 {
        var changed = archive
        changed[index] ^= 1 << UInt8(bit)
        guard let fragment = try? FarmFragment(archive: changed) else { continue }
        _ = try? FarmAssembly([fragment])
      }
    }
  }

  @Test func `every package is in one shard of any number, and shards are of like size`() throws {
    let packages = (0..<8_000).map { "package-\($0)" }
    for count in [1, 2, 8, 64] {
      let shards = try (1...count).map { try #require(Shard("\($0)/\(count)")) }
      let sizes = shards.map { shard in packages.count { shard.holds($0) } }
      #expect(sizes.reduce(0, +) == packages.count)
      #expect((sizes.max() ?? 0) * count < packages.count * 3 / 2)
    }
    // The split must not change between versions, or tasks of two versions would leave packages out.
    #expect(
      try ["zlib", "hdf5", "cmake"].map { name in try (1...8).first { try #require(Shard("\($0)/8")).holds(name) } }
        == [6, 5, 8])
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func `base64 comes back`(text: String) throws {
    let encoded = Base64.text(of: Array(text.utf8))
    #expect(Base64.bytes(of: encoded) == Array(text.utf8))
    #expect(encoded.isEmpty || Base64.bytes(of: String(encoded.dropLast())) == nil)
  }
}
