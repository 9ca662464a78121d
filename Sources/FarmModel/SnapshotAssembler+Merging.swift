extension SnapshotAssembler {
  /// Takes in all specs of one package: each hash once, in the order of the hashes.
  mutating func assemble(snapshot: String, runs: ArraySlice<RunReference>) {
    let specCount = runs.reduce(0) { $0 + run($1).specs.count }
    guard specCount > 0, let first = runs.first, let package = names.farm.packages.number(of: run(first).package)
    else { return }
    bodies.beginPackage()
    if runs.count == 1 && fragments[first.fragment].hashes.isStrictlyAscending(run(first).specs) {
      return append(first, package: package)
    }
    guard runs.allSatisfy({ fragments[$0.fragment].hashes.isKept }) else {
      lacksHashes = true
      return
    }
    merge(Gathering(runs, fragments), snapshot: snapshot, package: package)
  }

  /// The usual case: one document has the package, and its specs stand in order.
  private mutating func append(_ reference: RunReference, package: PackageID) {
    let run = run(reference)
    let fragment = reference.fragment
    // Taken out one by one, for a whole fragment is much to copy.
    let ownBodies = fragments[fragment].bodies
    let bodyOfOwnSpec = fragments[fragment].bodyOfSpec
    let ownNumbers = names.fragments[fragment]
    let first = run.bodies.lowerBound
    let order = SnapshotAssembler.bodiesInOrder(run, bodyOfOwnSpec)
    variantLists.number(order.lazy.map { ownBodies[Int($0)].variants }, in: fragment, &localVariantLists[fragment])
    var numbers = [BodyID](repeating: .max, count: run.bodies.count)
    for body in order {
      numbers[Int(body) - first] = bodies.number(
        of: self.body(ownBodies[Int(body)], of: fragment, ownNumbers, package: package))
    }
    let start = bodyOfSpec.count
    bodyOfSpec.append(contentsOf: bodyOfOwnSpec[run.specs])
    var column = bodyOfSpec.mutableSpan
    for spec in start..<column.count { column[spec] = numbers[Int(column[spec]) - first] }
    hashes.append(run.specs, of: fragments[fragment].hashes)
    if graph == nil { return }
    for spec in run.specs { graph?.append([(reference, spec)], fragments) }
  }

  /// The bodies of a run in the order in which its specs have them first.
  private static func bodiesInOrder(_ run: FarmFragment.Run, _ bodyOfSpec: [UInt32]) -> [UInt32] {
    let bodies = UInt32(run.bodies.lowerBound)..<UInt32(run.bodies.upperBound)
    if hasBodiesInOrder(run, bodyOfSpec) { return Array(bodies) }
    var isMet = [Bool](repeating: false, count: bodies.count)
    var order: [UInt32] = []
    for body in bodyOfSpec[run.specs] where !isMet[Int(body - bodies.lowerBound)] {
      isMet[Int(body - bodies.lowerBound)] = true
      order.append(body)
    }
    return order
  }

  /// All specs of one package from several documents, in the order of documents and rows.
  private struct Gathering {
    var hashes = HashColumn()
    var origins: [(run: RunReference, spec: Int)] = []

    init(_ runs: ArraySlice<RunReference>, _ fragments: [FarmFragment]) {
      for reference in runs {
        let specs = fragments[reference.fragment].runs[reference.run].specs
        hashes.append(specs, of: fragments[reference.fragment].hashes)
        for spec in specs { origins.append((reference, spec)) }
      }
    }

    /// Positions by hash; those of one hash in the order of documents and rows.
    func order() -> [Int] {
      origins.indices.sorted { first, second in
        if hashes.precedes(first, second) { return true }
        return hashes.precedes(second, first) ? false : first < second
      }
    }
  }

  private mutating func merge(_ gathering: Gathering, snapshot: String, package: PackageID) {
    let order = gathering.order()
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && !gathering.hashes.precedes(order[start], order[end]) { end += 1 }
      if let body = mergedBody(of: order[start..<end], gathering, snapshot: snapshot, package: package) {
        bodyOfSpec.append(bodies.number(of: body))
        hashes.append(order[start]..<order[start] + 1, of: gathering.hashes)
        graph?.append(order[start..<end].map { gathering.origins[$0] }, fragments)
      }
      start = end
    }
  }

  private mutating func mergedBody(
    of positions: ArraySlice<Int>, _ gathering: Gathering, snapshot: String, package: PackageID
  ) -> SpecBody? {
    var merged: SpecBody?
    var stackLists: [StackSetID] = []
    for position in positions {
      let origin = gathering.origins[position]
      let fragment = fragments[origin.run.fragment]
      let body = body(
        fragment.bodies[Int(fragment.bodyOfSpec[origin.spec])], of: origin.run.fragment,
        names.fragments[origin.run.fragment], package: package)
      guard let one = merged else {
        merged = body
        stackLists = [body.stacks]
        continue
      }
      mayHaveUnusedLists = true
      let differences = differences(one, body)
      guard differences.isEmpty else {
        let first = gathering.origins[positions[positions.startIndex]]
        contradictions.append(
          SpecContradiction(
            snapshot: snapshot, package: run(origin.run).package, hash: gathering.hashes[position],
            first: place(first.run, first.spec), second: place(origin.run, origin.spec), differences: differences))
        return nil
      }
      merged = union(one, body)
      if stackLists.last != body.stacks { stackLists.append(body.stacks) }
    }
    if stackLists.count > 1 { merged?.stacks = union(of: stackLists) }
    return merged
  }

  /// The stacks of several lists as one; made once for all descriptions of a spec, for one list after the other would
  /// make lists as long as the square of what documents write. Where numbers run out it is the first of them.
  private mutating func union(of lists: [StackSetID]) -> StackSetID {
    let distinct = Set(lists)
    if distinct.count == 1 { return lists[0] }
    var stacks: [UInt32] = []
    for list in distinct { stacks.append(contentsOf: stackSets[list]) }
    stacks.makeStrictlyAscending()
    guard stackSets.lists.itemCount + stacks.count < numberLimit else {
      isFull = true
      return lists[0]
    }
    return stackSets.number(of: stacks)
  }

  private func place(_ reference: RunReference, _ spec: Int) -> SpecContradiction.Place {
    SpecContradiction.Place(
      path: run(reference).path, offset: Int(fragments[reference.fragment].offsets[spec]))
  }

  /// Both descriptions of a spec as one but for the stacks: what either records.
  private func union(_ one: SpecBody, _ other: SpecBody) -> SpecBody {
    var body = one
    if body.compiler == .unrecorded { body.compiler = other.compiler }
    if isUnrecorded(body.variants) { body.variants = other.variants }
    return body
  }

  private func isUnrecorded(_ list: VariantListID) -> Bool {
    variantLists.written(list).contains { Variant.isBareName($0) }
  }

  private func differences(_ one: SpecBody, _ other: SpecBody) -> [SpecContradiction.Difference] {
    let farm = names.farm
    var differences: [SpecContradiction.Difference] = []
    func compare(_ attribute: Dimension, _ first: String, _ second: String) {
      if !NameTable.isSame(first, second) {
        differences.append(SpecContradiction.Difference(attribute: attribute, first: first, second: second))
      }
    }
    compare(.version, farm.versions[one.version].text, farm.versions[other.version].text)
    compare(.platform, farm.platforms[one.platform], farm.platforms[other.platform])
    compare(.os, farm.oses[one.os], farm.oses[other.os])
    compare(.target, farm.targets[one.target], farm.targets[other.target])
    if one.compiler != .unrecorded && other.compiler != .unrecorded {
      compare(.compiler, text(of: one.compiler), text(of: other.compiler))
    }
    if one.variants != other.variants && !isUnrecorded(one.variants) && !isUnrecorded(other.variants) {
      compare(
        .variants, text(of: one.variants, without: other.variants), text(of: other.variants, without: one.variants))
    }
    return differences
  }

  private func text(of compiler: CompilerRecord) -> String {
    compiler.number.map { names.farm.compilers[$0].canonical } ?? "no compiler"
  }

  /// The variants of a list that the other one lacks.
  private func text(of list: VariantListID, without other: VariantListID) -> String {
    let variants = variantLists.written(list, without: other)
    return variants.isEmpty ? "nothing instead" : variants.joined(separator: " ")
  }
}
