import FarmModel

extension PageReader {
  /// Compares what `meta` sums up with the specs of the page. Complexity: O(bodies × stacks of a body).
  mutating func compare(_ meta: PageMeta) {
    if let figure = meta.specCount, figure.value != specs.count {
      reportDifference(
        at: figure.place, "`meta` says num_specs is \(figure.value), but spec_details holds \(counted(specs.count))")
    }
    markBodies()
    for key in PageMeta.Key.allCases where key != .stacks {
      if let names = meta.names[key.position] { compareMarks(with: names, of: key, in: meta) }
    }
    if meta.names[PageMeta.Key.stacks.position] != nil || meta.specCountsPlace != nil { compareStacks(meta) }
  }

  private func counted(_ specs: Int) -> String { specs == 1 ? "1 spec" : "\(specs) specs" }

  private mutating func reportDifference(at place: Int, _ message: String) {
    report(
      .metaDiffers, at: place, message,
      help: "the page is damaged, or was changed after it was written; fetch it again")
  }

  /// Marks what the bodies of the page have, but for their stacks.
  private mutating func markBodies() {
    for position in marks.indices { marks[position].begin() }
    for number in bodyArches where number != .max { mark(number, .arches) }
    let bodies = builder.bodies
    for index in firstBody..<bodies.count {
      mark(bodies[index].compiler, .compilers)
      mark(bodies[index].os, .oss)
      mark(bodies[index].platform, .platforms)
      mark(bodies[index].target, .targets)
      mark(bodies[index].version, .versions)
    }
  }

  @inline(__always)
  private mutating func mark(_ number: UInt32, _ key: PageMeta.Key) {
    if !marks[key.position].isMarked(number) && isCompared(number, key) { marks[key.position].mark(number) }
  }

  private func limit(of key: PageMeta.Key) -> Int {
    switch key {
    case .compilers: builder.compilers.count
    case .oss: builder.oses.count
    case .platforms: builder.platforms.count
    case .stacks: builder.stacks.count
    case .targets: builder.targets.count
    case .versions: builder.versions.count
    case .arches: arches.count
    }
  }

  /// Whether a name counts: a page may or may not list the words for an unrecorded compiler.
  private mutating func isCompared(_ number: UInt32, _ key: PageMeta.Key) -> Bool {
    if key != .compilers { return true }
    guard number < builder.compilers.count else { return false }
    while compilerIsUnrecorded.count <= number {
      compilerIsUnrecorded.append(Compiler.isUnrecorded(builder.compilers.text(UInt32(compilerIsUnrecorded.count))))
    }
    return !compilerIsUnrecorded[Int(number)]
  }

  private func text(_ number: UInt32, of key: PageMeta.Key) -> String {
    switch key {
    case .compilers: builder.compilers.text(number)
    case .oss: builder.oses.text(number)
    case .platforms: builder.platforms.text(number)
    case .stacks: builder.stacks.text(number)
    case .targets: builder.targets.text(number)
    case .versions: builder.versions.text(number)
    case .arches: arches.text(number)
    }
  }

  private mutating func compareMarks(with names: PageMeta.Names, of key: PageMeta.Key, in meta: PageMeta) {
    listedMarks.begin()
    var common = 0
    for index in names.range {
      let number = meta.numbers[index]
      guard !listedMarks.isMarked(number), isCompared(number, key) else { continue }
      listedMarks.mark(number)
      if marks[key.position].isMarked(number) { common += 1 }
    }
    if common == listedMarks.count && common == marks[key.position].count { return }
    var listed: Set<UInt32> = []
    for index in names.range where isCompared(meta.numbers[index], key) { listed.insert(meta.numbers[index]) }
    reportDifference(of: key, at: names.place, listed: listed)
  }

  private mutating func reportDifference(of key: PageMeta.Key, at place: Int, listed: Set<UInt32>) {
    let found = marks[key.position]
    let surplus = listed.filter { !found.isMarked($0) }.map { text($0, of: key) }.sorted(by: NameTable.precedes)
    let lacking = (0..<UInt32(limit(of: key))).filter { found.isMarked($0) && !listed.contains($0) }
      .map { text($0, of: key) }.sorted(by: NameTable.precedes)
    reportDifference(
      at: place,
      "`meta` lists \(listed.count) \(key.rawValue), but the specs of spec_details have \(found.count)"
        + part("; only in meta", surplus) + part("; only in spec_details", lacking))
  }

  private func part(_ words: String, _ names: [String]) -> String {
    if names.isEmpty { return "" }
    return words + ": " + names.prefix(3).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 3 ? ", …" : "")
  }

  /// Counts the specs of each set of stacks, of which a page has few.
  private mutating func countStackSets() {
    stackSetMarks.begin()
    stackSetCounts.removeAll(keepingCapacity: true)
    for (body, count) in zip(builder.bodies[firstBody...], specs.specCounts) {
      if !stackSetMarks.isMarked(body.stacks) { stackSetCounts.append((body.stacks, 0)) }
      stackSetMarks.mark(body.stacks, adding: count)
    }
    for index in stackSetCounts.indices {
      stackSetCounts[index].count = stackSetMarks.amount(stackSetCounts[index].stacks)
    }
  }

  private mutating func compareStacks(_ meta: PageMeta) {
    countStackSets()
    let key = PageMeta.Key.stacks
    for (stacks, count) in stackSetCounts {
      builder.stackSets.forEachNumber(of: stacks) { marks[key.position].mark($0, adding: count) }
    }
    if let names = meta.names[key.position] { compareMarks(with: names, of: key, in: meta) }
    let found = marks[key.position]
    guard let place = meta.specCountsPlace else { return }
    for (stack, figure) in meta.specCounts where figure.value != Int(found.amount(stack)) {
      reportDifference(
        at: figure.place,
        "`meta` counts \(counted(figure.value)) of the stack `\(builder.stacks.text(stack))`, but spec_details holds "
          + "\(found.amount(stack))")
    }
    guard meta.specCounts.count(where: { found.isMarked($0.stack) }) != found.count else { return }
    let listed = Set(meta.specCounts.map(\.stack))
    let lacking = (0..<UInt32(builder.stacks.count)).filter { found.isMarked($0) && !listed.contains($0) }
    for stack in lacking {
      reportDifference(
        at: place,
        "`meta` counts no spec of the stack `\(builder.stacks.text(stack))`, but spec_details holds "
          + "\(found.amount(stack))")
    }
  }
}
