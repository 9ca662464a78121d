import FarmModel

extension Farm {
  /// The farm with the specs of some packages alone, which keeps all names and what is true of its stacks as a whole.
  /// Complexity: O(packages + specs of those kept).
  func part(of kept: [PackageID]) -> Farm {
    var bodies: [SpecBody] = []
    var bodyOfSpec: [BodyID] = []
    var hashes: [String] = []
    for package in kept {
      let range = self.bodies(of: package)
      let first = bodies.count
      bodies += self.bodies[range]
      for spec in specs(of: package) {
        bodyOfSpec.append(BodyID(Int(self.bodyOfSpec[spec]) - range.lowerBound + first))
        hashes.append(self.hashes[spec])
      }
    }
    return Farm(
      snapshot: snapshot, names: names, variantLists: variantLists, stackSets: stackSets, bodies: bodies,
      bodyOfSpec: bodyOfSpec, hashes: HashColumn(hashes), stackFacts: stackFacts, dependencies: dependencies)
  }

  /// The farm with other facts about its stacks.
  func with(_ stackFacts: [StackFacts]) -> Farm {
    Farm(
      snapshot: snapshot, names: names, variantLists: variantLists, stackSets: stackSets, bodies: bodies,
      bodyOfSpec: bodyOfSpec, hashes: hashes, stackFacts: stackFacts, dependencies: dependencies)
  }

  private var names: FarmNames {
    FarmNames(
      packages: packages, versions: versions, stacks: stacks, targets: targets, oses: oses, platforms: platforms,
      compilers: compilers)
  }
}
