extension SnapshotAssembler {
  /// Sorts lists and bodies, gives them their last numbers, and makes the farm.
  mutating func finish(snapshot: String) -> Farm {
    var isUsed = [Bool](repeating: false, count: bodies.count)
    for body in bodyOfSpec { isUsed[Int(body)] = true }
    let stackOrder = order(of: stackSets.lists, where: usedLists(isUsed, \.stacks, count: stackSets.lists.count))
    let variantOrder = order(
      of: variantLists.lists, where: usedLists(isUsed, \.variants, count: variantLists.lists.count))
    let stackNumbers = SnapshotAssembler.positions(in: stackOrder, count: stackSets.lists.count)
    let variantNumbers = SnapshotAssembler.positions(in: variantOrder, count: variantLists.lists.count)
    var kept: [SpecBody] = []
    var numbers = [BodyID](repeating: 0, count: bodies.count)
    var start = 0
    while start < bodies.count {
      var end = start + 1
      while end < bodies.count && bodies[end].package == bodies[start].package { end += 1 }
      for body in start..<end {
        bodies[body].stacks = stackNumbers[Int(bodies[body].stacks)]
        bodies[body].variants = variantNumbers[Int(bodies[body].variants)]
      }
      let sorted = (start..<end).filter { isUsed[$0] }.sorted { bodies[$0].precedes(bodies[$1]) }
      for body in sorted {
        if kept.last != bodies[body] { kept.append(bodies[body]) }
        numbers[body] = BodyID(kept.count - 1)
      }
      start = end
    }
    for spec in bodyOfSpec.indices { bodyOfSpec[spec] = numbers[Int(bodyOfSpec[spec])] }
    return Farm(
      snapshot: snapshot, names: names.farm, variantLists: variantOrder.map { variantList(Int($0)) },
      stackSets: stackOrder.map { stackSet(Int($0)) }, bodies: kept, bodyOfSpec: bodyOfSpec, hashes: hashes)
  }

  private func usedLists(_ isUsed: [Bool], _ list: KeyPath<SpecBody, UInt32>, count: Int) -> [Bool] {
    var used = [Bool](repeating: false, count: count)
    for (index, body) in bodies.enumerated() where isUsed[index] { used[Int(body[keyPath: list])] = true }
    return used
  }

  private func order(of lists: [[UInt32]], where isUsed: [Bool]) -> [UInt32] {
    lists.indices.filter { isUsed[$0] }.sorted { lists[$0].lexicographicallyPrecedes(lists[$1]) }.map { UInt32($0) }
  }

  /// For each provisional number its place in the order; 0 for what is not in it.
  private static func positions(in order: [UInt32], count: Int) -> [UInt32] {
    var positions = [UInt32](repeating: 0, count: count)
    for (position, number) in order.enumerated() { positions[Int(number)] = UInt32(position) }
    return positions
  }

  private func variantList(_ number: Int) -> VariantList {
    let written = spellings[number].map { names.variants[$0] }
    return VariantList(written: written, areValuesRecorded: !written.contains(where: Variant.isBareName))
  }

  private func stackSet(_ number: Int) -> StackSet {
    let list = stackSets.lists[number]
    return StackSet(
      stacks: list.filter { $0 != SnapshotNames.aggregate }, listsRoot: list.last == SnapshotNames.aggregate)
  }
}

extension SpecBody {
  /// The order of bodies in a farm: by package, version, platform, operating system, target, compiler, variants, stacks.
  func precedes(_ other: SpecBody) -> Bool {
    if package != other.package { return package < other.package }
    if version != other.version { return version < other.version }
    if platform != other.platform { return platform < other.platform }
    if os != other.os { return os < other.os }
    if target != other.target { return target < other.target }
    if compiler != other.compiler { return compiler.order < other.compiler.order }
    if variants != other.variants { return variants < other.variants }
    return stacks < other.stacks
  }
}
