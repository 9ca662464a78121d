import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel
import Testing

struct WantedTests {
  static func judge(_ rule: String, _ specs: [SpecDescription], _ list: WantedList) throws -> PolicyOutcome {
    var options = JudgingOptions(today: try #require(CalendarDate("2026-11-20")))
    options.wantedLists = [list]
    let policies = PolicyParser.parseRule(rule).policies
    let outcome = SnapshotJudge.judge(
      Farm(snapshot: "develop", specs: specs), policies: policies, documentCount: 1, options: options)
    return try #require(outcome.policies.first)
  }

  static let chain = WantedList(
    stack: "e4s", roots: ["h1", "h2"],
    specs: [
      spec("h1", "hdf5", on: ["m1", "z1"]), spec("h2", "petsc", on: ["h1"]), spec("m1", "openmpi", on: ["w1"]),
      spec("w1", "hwloc"), spec("z1", "zlib"), spec("g1", "glibc", isExternal: true),
    ])

  static func spec(_ hash: String, _ name: String, on hashes: [String] = [], isExternal: Bool = false)
    -> WantedList.Spec
  {
    WantedList.Spec(
      hash: hash, package: name, version: "1.0", isExternal: isExternal,
      dependencies: hashes.map { WantedList.Dependency(package: "any", hash: $0, types: .link) })
  }

  @Test func `a missing root names the dependencies that wait for nothing themselves`() throws {
    let zlib = SpecDescription(package: "zlib", version: "1.0", hash: "z1", stacks: ["e4s"])
    let outcome = try WantedTests.judge("every locked root built", [zlib], WantedTests.chain)
    #expect(outcome.tallies.required == 2 && outcome.tallies.gaps == 2)
    #expect(outcome.findings.map(\.cell.package) == ["hdf5", "petsc"])
    #expect(outcome.findings.map(\.blockers) == [["hwloc/w1"], ["hwloc/w1"]])
    let causes = Cause.all(of: [outcome])
    #expect(causes.map(\.name) == ["hwloc/w1"] && causes.map(\.blocked.count) == [2])
    #expect(causes.map(\.stacks) == [["e4s"]])
  }

  @Test func `every locked spec counts all but externals, and a hash of another stack is a gap`() throws {
    let specs = ["e4s", "ml"].enumerated().map { index, stack in
      SpecDescription(package: ["zlib", "hwloc"][index], version: "1.0", hash: ["z1", "w1"][index], stacks: [stack])
    }
    let outcome = try WantedTests.judge("every locked spec built", specs, WantedTests.chain)
    #expect(outcome.tallies.required == 5 && outcome.tallies.covered == 1)
    #expect(outcome.findings.compactMap(\.cell.hash) == ["h1", "w1", "m1", "h2"])
  }

  @Test func `a lock of a stack that no document knows is all gaps`() throws {
    let outcome = try WantedTests.judge("every locked root built in stacks e4s", [], WantedTests.chain)
    #expect(outcome.verdict == .fails && outcome.tallies.gaps == 2)
  }

  @Test func `an exception may speak of packages that only the lock knows`() throws {
    let outcome = try WantedTests.judge("every locked root built; except packages pet*", [], WantedTests.chain)
    #expect(outcome.findings.map(\.cell.package) == ["hdf5"])
  }
}
