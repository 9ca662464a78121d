import Testing

@testable import FarmModel

@Suite struct `Facts of stacks` {
  @Test func `packages on targets are counted the same in a flat array and in tables`() {
    var small = StackTargetCounts(stackCount: 3, targetCount: 4)
    var large = StackTargetCounts(stackCount: 2_000, targetCount: 4_000)
    for (package, stack, target) in [(0, 2, 3), (0, 2, 3), (1, 2, 3), (1, 0, 1), (1, 2, 0), (2, 2, 0)] {
      small.count(PackageID(package), stack: stack, target: TargetID(target))
      large.count(PackageID(package), stack: stack, target: TargetID(target))
    }
    for stack in 0..<3 {
      #expect(small.counts(of: stack).map(\.target) == large.counts(of: stack).map(\.target))
      #expect(small.counts(of: stack).map(\.packages) == large.counts(of: stack).map(\.packages))
    }
    #expect(small.counts(of: 2).map(\.target) == [0, 3] && small.counts(of: 2).map(\.packages) == [2, 2])
    #expect(small.counts(of: 1).isEmpty)
  }

  @Test func `combinations beyond the usual number are kept like the others`() {
    let specs = (0..<2_500).map { number in
      SpecDescription(
        package: "p", version: "1", hash: "h\(number)", target: "t\(number)",
        stacks: number % 2 == 0 ? ["a"] : ["a", "b"])
    }
    let facts = Farm(snapshot: "develop", specs: specs).stackFacts
    #expect(facts.map(\.targets.count) == [2_500, 1_250] && facts.map(\.configurations.count) == [2_500, 1_250])
    #expect(facts[0].combinations == facts[0].combinations.sorted())
  }

  @Test func `a package is too broad by the product of its bodies and values`() {
    let specs = (0..<10).map { SpecDescription(package: "p", version: "\($0)", hash: "h\($0)", stacks: ["a", "b"]) }
    let farm = Farm(snapshot: "develop", specs: [SpecDescription(package: "o", version: "1", hash: "x")] + specs)
    // Ten versions, two stacks, and one of each other kind but a compiler.
    #expect(farm.firstTooBroadPackage(limit: 10 * 15) == nil)
    #expect(farm.firstTooBroadPackage(limit: 10 * 15 - 1) == 1)
    #expect(farm.firstTooBroadPackage() == nil)
  }
}
