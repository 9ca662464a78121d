extension Farm {
  /// The specs of the packages of one part. All stacks stay, and so does the graph of dependencies, which goes across
  /// packages: constraints on dependencies find there what they find in the whole. Complexity: O(specs + names).
  package func limited(to shard: Shard) -> Farm {
    let isHeld = packages.names.map { shard.holds($0) }
    let selection = SpecSelection(hashes, bodyOfSpec, bodies) { spec in
      isHeld[Int(bodies[Int(bodyOfSpec[spec])].package)]
    }
    let (keptNames, keptBodies) = names.reduced(to: selection.bodies)
    return Farm(
      snapshot: snapshot, names: keptNames, variantLists: variantLists, stackSets: stackSets, bodies: keptBodies,
      bodyOfSpec: selection.bodyOfSpec, hashes: selection.hashes, dependencies: dependencies?.limited(to: shard))
  }
}
