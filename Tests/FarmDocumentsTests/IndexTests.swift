import FarmModel
import Foundation
import Testing

@testable import FarmDocuments

@Suite struct IndexTests {
  private static func load(_ paths: String..., options: DocumentLoader.Options = .init()) -> LoadedDocuments {
    DocumentLoader.load(
      paths.map { Fixture.path("realdata/given/" + $0) }, options: options)
  }

  /// What pages and indexes both record of each spec, by package and hash.
  private static func facts(_ farm: Farm) -> [String: [String]] {
    var facts: [String: [String]] = [:]
    for spec in 0..<farm.specCount {
      let spec = farm.description(of: spec)
      facts[spec.package + "/" + spec.hash] =
        [spec.version, spec.platform, spec.os, spec.target] + spec.variants.canonical + spec.stacks.sorted()
    }
    return facts
  }

  @Test func `indexes and pages of a snapshot give the same farm`() throws {
    let indexes = try #require(Self.load("mirror/develop-2026-01-18").farms.first)
    let pages = try #require(Self.load("pages-none").farms.first)
    #expect(Self.facts(indexes) == Self.facts(pages))
    let mixed = Self.load("mirror/develop-2026-01-18", "pages-none")
    #expect(mixed.isComplete)
    #expect(mixed.farms.map { Self.facts($0) } == [Self.facts(pages)])
  }

  @Test(arguments: ["mirror-v3", "mirror-v8-of-old"])
  func `other layouts and old nodes are read`(_ mirror: String) throws {
    let loaded = Self.load(mirror)
    #expect(loaded.isComplete)
    #expect(loaded.documents.map(\.subject) == ["build_systems"])
    let farm = try #require(loaded.farms.first)
    #expect(farm.compilers.count > 0)
    #expect(farm.dependencies?.nodes.allSatisfy { node in node.dependencies.allSatisfy { $0.node != nil } } == true)
  }

  @Test func `a blob is the index of its manifest and of nothing else`() throws {
    let blob = try #require(Self.load("mirror-v3").farms.first)
    let index = try #require(Self.load("mirror/develop-2026-01-18/build_systems").farms.first)
    #expect(Self.facts(blob) == Self.facts(index))
  }

  @Test func `externals are no builds`() throws {
    let farm = try #require(Self.load("mirror/develop-2026-01-18").farms.first)
    let summary = try #require(FarmSummary(of: farm))
    #expect(summary.externals == 4)
    #expect(farm.packages.number(of: "glibc") == nil)
    #expect(summary.nodes == farm.specCount + summary.externals + summary.holes)
  }

  private static let record =
    #""h":{"spec":{"name":"zlib","version":"1","arch":{"platform":"linux","platform_os":"o","target":"t"},"parameters":{}}}"#

  @Test(arguments: [
    (#"{"database":{"version":"9","installs":{}}}"#, DocumentCode.unknownDatabase),
    (#"{"database":{"version":"8"}}"#, .missingKey),
    (#"{"database":{"version":"8","installs":[]}}"#, .wrongType),
    ("{\"database\":{\"version\":\"8\",\"installs\":{\(record),\(record)}}}", .duplicateKey),
    (#"{"database":{"version":"8","installs":{"h":{"spec":{"name":"zlib"}}}}}"#, .missingKey),
    (#"{"database":{"version":"8","installs":{}}} x"#, .invalidJSON),
  ])
  func `a bad index is an error`(_ text: String, _ code: DocumentCode) {
    let buffer = DocumentBuffer(Array(text.utf8))
    var reader = IndexReader(buffer.bytes, builder: FragmentBuilder())
    #expect(reader.read() == false)
    #expect(reader.problems.problems.contains { $0.code == code && $0.offset != nil })
  }

  @Test func `an index that is cut off anywhere is an error`() throws {
    let file = Fixture.path(
      "realdata/given/mirror/develop-2026-01-18/build_systems/build_cache/index.json")
    let bytes = Array(try Data(contentsOf: URL(filePath: file)))
    for length in stride(from: 1, to: bytes.count - 1, by: 997) {
      let buffer = DocumentBuffer(bytes[..<length])
      var reader = IndexReader(buffer.bytes, builder: FragmentBuilder())
      #expect(reader.read() == false)
    }
  }

  @Test(arguments: [
    ("/m/develop-2026-01-18/e4s/build_cache/index.json", "develop-2026-01-18", "e4s"),
    ("/m/develop-2026-01-18/build_cache/index.json", "develop-2026-01-18", "root"),
    ("/m/weekly/e4s/v3/manifests/index/index.manifest.json", "weekly", "e4s"),
  ])
  func `paths tell snapshot and stack`(_ path: String, _ snapshot: String, _ stack: String) {
    let index = ReadIndex(
      path: path, argument: 0,
      document: ReadDocument(path: path, kind: .index, snapshot: "", subject: "", specCount: 0))
    let places = DocumentPlaces([index], options: DocumentLoader.Options(), listed: [:])
    #expect(places.place(of: index) == DocumentPlaces.Place(snapshot: snapshot, stack: stack))
  }
}
