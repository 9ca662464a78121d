extension StackFacts {
  /// Gathers the facts of every stack from the bodies, which stand in the order of their packages.
  static func derive(
    stackCount: Int, targetCount: Int, bodies: [SpecBody], specCounts: [UInt32], stackSets: [StackSet]
  ) -> [StackFacts] {
    var gatherings = [Gathering](repeating: Gathering(), count: stackCount)
    for (index, body) in bodies.enumerated() {
      for stack in stackSets[Int(body.stacks)].stacks {
        gatherings[Int(stack)].add(body, specs: Int(specCounts[index]))
      }
    }
    return gatherings.map { $0.facts() }
  }

  private struct Gathering {
    var combinations: Set<StackFacts.Combination> = []
    var lastCombination: StackFacts.Combination?
    var packagesOnTarget: [TargetID: (last: PackageID, count: Int)] = [:]
    var lastPackage: PackageID?
    var packageCount = 0
    var specCount = 0

    mutating func add(_ body: SpecBody, specs: Int) {
      specCount += specs
      if lastPackage != body.package {
        lastPackage = body.package
        packageCount += 1
      }
      if packagesOnTarget[body.target, default: (PackageID.max, 0)].last != body.package {
        packagesOnTarget[body.target] = (body.package, (packagesOnTarget[body.target]?.count ?? 0) + 1)
      }
      let combination = Combination(
        target: body.target, platform: body.platform, os: body.os, compiler: body.compiler)
      if combination != lastCombination {
        combinations.insert(combination)
        lastCombination = combination
      }
    }

    func facts() -> StackFacts {
      var facts = StackFacts()
      facts.packageCount = packageCount
      facts.specCount = specCount
      facts.targets = packagesOnTarget.keys.sorted()
      facts.packagesPerTarget = facts.targets.map { packagesOnTarget[$0]?.count ?? 0 }
      facts.mainTargets = zip(facts.targets, facts.packagesPerTarget).filter { $0.1 * 10 >= packageCount }.map(\.0)
      facts.oses = Set(combinations.map(\.os)).sorted()
      facts.platforms = Set(combinations.map(\.platform)).sorted()
      facts.compilers = Set(combinations.compactMap { $0.compiler.number }).sorted()
      facts.configurations = configurations()
      facts.combinations = combinations.sorted()
      return facts
    }

    /// The triples; one without a compiler is dropped where the same operating system and target has a recorded one.
    private func configurations() -> [Configuration] {
      let all = Set(
        combinations.map { Configuration(os: $0.os, target: $0.target, compiler: $0.compiler.number) })
      return all.sorted().filter { candidate in
        candidate.compiler != nil
          || !all.contains { $0.compiler != nil && $0.os == candidate.os && $0.target == candidate.target }
      }
    }
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
