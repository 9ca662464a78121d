extension StackFacts {
  /// Gathers the facts of every stack from the bodies, which stand in the order of their packages. Complexity:
  /// O(bodies × stacks of a body).
  static func derive(
    stackCount: Int, targetCount: Int, bodies: [SpecBody], specCounts: [UInt32], stackSets: [StackSet]
  ) -> [StackFacts] {
    var gathering = StackFactsGathering(stackCount: stackCount, targetCount: targetCount)
    let stackLists = RaggedTable(stackSets.lazy.map(\.stacks))
    for index in bodies.indices {
      gathering.add(bodies[index], specs: Int(specCounts[index]), stacksIn: stackLists)
    }
    return (0..<stackCount).map { gathering.facts(of: $0) }
  }
}

extension StackFacts {
  /// Derives all facts from those that can be added up over parts of a farm.
  ///
  /// - Parameter packagesPerTarget: ascending by target, none of them 0. Complexity: O(n log n) in the combinations.
  init(
    packageCount: Int, specCount: Int, packagesPerTarget counts: [(target: TargetID, packages: Int)],
    combinations: [Combination]
  ) {
    self.packageCount = packageCount
    self.specCount = specCount
    for (target, count) in counts {
      targets.append(target)
      packagesPerTarget.append(count)
      if count * 10 >= packageCount { mainTargets.append(target) }
    }
    oses = Set(combinations.map(\.os)).sorted()
    platforms = Set(combinations.map(\.platform)).sorted()
    compilers = Set(combinations.compactMap { $0.compiler.number }).sorted()
    configurations = StackFacts.configurations(combinations)
    self.combinations = combinations.sorted()
  }

  /// The triples; one without a compiler is dropped where the same operating system and target has a recorded one.
  private static func configurations(_ combinations: [Combination]) -> [Configuration] {
    struct Machine: Hashable {
      var os: OperatingSystemID
      var target: TargetID
    }
    let recorded = Set(
      combinations.lazy.filter { $0.compiler.number != nil }.map { Machine(os: $0.os, target: $0.target) })
    let all = Set(combinations.map { Configuration(os: $0.os, target: $0.target, compiler: $0.compiler.number) })
    return all.sorted().filter { $0.compiler != nil || !recorded.contains(Machine(os: $0.os, target: $0.target)) }
  }
}

extension CompilerRecord {
  /// The compiler's number where it is recorded.
  package var number: CompilerID? {
    if case .known(let number) = self { number } else { nil }
  }

  /// A number that differs for every record: 0 for unrecorded, 1 for none, then the compilers.
  package var order: UInt64 {
    switch self {
    case .unrecorded: 0
    case .noCompiler: 1
    case .known(let number): UInt64(number) + 2
    }
  }
}
