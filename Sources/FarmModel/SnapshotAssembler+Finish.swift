extension SnapshotAssembler {
  /// Makes the farm of all that was taken in.
  mutating func finish(snapshot: String) -> Farm {
    var stackOrder = Array(0..<UInt32(stackSets.count))
    var variantOrder = Array(0..<UInt32(variantLists.spellings.count))
    if mayHaveUnusedLists {
      let (stackNumbers, stacksInUse) = SnapshotAssembler.firstUses(bodies.bodies.lazy.map(\.stacks), stackSets.count)
      let (variantNumbers, variantsInUse) = SnapshotAssembler.firstUses(
        bodies.bodies.lazy.map(\.variants), variantLists.spellings.count)
      bodies.renumber(stacks: stackNumbers, variants: variantNumbers)
      stackOrder = stacksInUse
      variantOrder = variantsInUse
    }
    let table = VariantListTable(
      variants: names.variants.names, items: variantLists.items,
      ranges: variantOrder.map { variantLists.spellings[Int($0)] })
    return Farm(
      snapshot: snapshot, names: names.farm, variantLists: table, stackSets: stackOrder.map { stackSet($0) },
      bodies: bodies.bodies, bodyOfSpec: bodyOfSpec, hashes: hashes)
  }

  /// New numbers in the order of first use, and the old ones in that order.
  private static func firstUses(_ numbers: some Sequence<UInt32>, _ count: Int) -> (new: [UInt32], old: [UInt32]) {
    var new = [UInt32](repeating: .max, count: count)
    var old: [UInt32] = []
    for number in numbers where new[Int(number)] == .max {
      new[Int(number)] = UInt32(old.count)
      old.append(number)
    }
    return (new, old)
  }

  private func stackSet(_ number: UInt32) -> StackSet {
    let list = stackSets[number]
    return StackSet(
      stacks: list.filter { $0 != SnapshotNames.aggregate }, listsRoot: list.last == SnapshotNames.aggregate)
  }
}
