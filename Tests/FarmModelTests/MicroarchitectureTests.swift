import FarmModel
import Testing

/// Archspec's own answers about targets.
struct MicroarchitectureTests {
  private struct Vectors: Decodable {
    struct Target: Decodable {
      var ancestors: [String]
      var family: String
      var generic: String
      var parents: [String]
      var vendor: String
    }
    struct Pair: Decodable {
      var a: String
      var b: String
      var runs: Bool
    }
    var targets: [String: Target]
    var pairs: [Pair]
  }

  private let vectors: Vectors

  init() throws { vectors = try Fixture.vectors(Vectors.self, in: "targets.given.json") }

  @Test func `every target has the ancestry that archspec tells`() {
    #expect(vectors.targets.count == 40)
    for (name, target) in vectors.targets {
      #expect(Microarchitectures.ancestors(of: name).sorted() == target.ancestors, "\(name)")
      #expect(Microarchitectures.facts(about: name)?.parents.sorted() == target.parents, "\(name)")
      #expect(Microarchitectures.family(of: name) == target.family, "\(name)")
      #expect(Microarchitectures.genericLevel(of: name) == target.generic, "\(name)")
      #expect(Microarchitectures.vendor(of: name) == target.vendor, "\(name)")
    }
  }

  @Test func `code runs where archspec says that it runs`() {
    // "runs" tells whether code for b runs on a.
    for pair in vectors.pairs {
      #expect(Microarchitectures.runs(codeFor: pair.b, on: pair.a) == pair.runs, "\(pair)")
    }
  }

  @Test func `a target that archspec does not know is a family of its own`() {
    #expect(!Microarchitectures.knows("abacus"))
    #expect(Microarchitectures.family(of: "abacus") == "abacus")
    #expect(Microarchitectures.runs(codeFor: "abacus", on: "abacus"))
    #expect(!Microarchitectures.runs(codeFor: "x86_64", on: "abacus"))
    #expect(Microarchitectures.explanation(of: "abacus").count == 2)
  }

  @Test func `a farm knows which of its targets run whose code`() {
    let targets = NameTable(["x86_64", "haswell", "neoverse_v1", "abacus", "x86_64_v3"])
    let names = TargetRunnability(targets: targets).runnable.map { $0.map { targets[$0] } }
    #expect(
      names == [["abacus"], ["haswell", "x86_64", "x86_64_v3"], ["neoverse_v1"], ["x86_64"], ["x86_64", "x86_64_v3"]])
  }

  @Test func `the explanation of a target tells its ancestry and what runs on it`() {
    let lines = Microarchitectures.explanation(of: "neoverse_v1")
    #expect(lines.contains("  family         aarch64"))
    #expect(lines.contains { $0.contains("neoverse_n1") && $0.contains("armv8.4a") })
    #expect(lines.last == "  neoverse_v1")
    #expect(Microarchitectures.explanation(of: "zen3").last == "  zen3, zen4, zen5, zen6")
  }
}
