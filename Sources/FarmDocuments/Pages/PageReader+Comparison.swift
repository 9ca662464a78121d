import FarmModel

extension PageReader {
  /// Compares what `meta` sums up with the specs of the page. Complexity: O(bodies × stacks of a body).
  mutating func compare(_ meta: PageMeta) {
    if let figure = meta.specCount, figure.value != specs.count {
      reportDifference(
        at: figure.place, "`meta` says num_specs is \(figure.value), but spec_details holds \(counted(specs.count))")
    }
    for key in PageMeta.Key.allCases where key != .stacks {
      if let names = meta.names[key.position] { compare(names, of: key, in: meta) }
    }
    if meta.names[PageMeta.Key.stacks.position] != nil || meta.specCountsByStack != nil { compareStacks(meta) }
  }

  private func counted(_ specs: Int) -> String { specs == 1 ? "1 spec" : "\(specs) specs" }

  private mutating func reportDifference(at place: Int, _ message: String) {
    report(
      .metaDiffers, at: place, message,
      help: "the page is damaged, or was changed after it was written; fetch it again")
  }

  private mutating func compare(_ names: PageMeta.Names, of key: PageMeta.Key, in meta: PageMeta) {
    marks.begin()
    switch key {
    case .compilers: mark(\.compiler, key)
    case .oss: mark(\.os, key)
    case .platforms: mark(\.platform, key)
    case .targets: mark(\.target, key)
    case .versions: mark(\.version, key)
    case .arches:
      for number in bodyArches where number != .max { marks.mark(number) }
    case .stacks: break
    }
    compareMarks(with: names, of: key, in: meta)
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

  /// Marks what the bodies of the page have; many have the same as the one before.
  @inline(__always)
  private mutating func mark(_ attribute: KeyPath<FarmFragment.Body, UInt32>, _ key: PageMeta.Key) {
    let bodies = builder.bodies
    var last = UInt32.max
    for index in firstBody..<bodies.count {
      let number = bodies[index][keyPath: attribute]
      if number == last || number == .max { continue }
      last = number
      if !marks.isMarked(number) && isCompared(number, key) { marks.mark(number) }
    }
  }

  /// Whether a name counts: a page may or may not list the words for an unrecorded compiler.
  private func isCompared(_ number: UInt32, _ key: PageMeta.Key) -> Bool {
    key != .compilers || !Compiler.isUnrecorded(builder.compilers.text(number))
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
      if marks.isMarked(number) { common += 1 }
    }
    if common == listedMarks.count && common == marks.count { return }
    reportDifference(of: key, at: names.place, listed: Set(meta.numbers[names.range].filter { isCompared($0, key) }))
  }

  private mutating func reportDifference(of key: PageMeta.Key, at place: Int, listed: Set<UInt32>) {
    let found = marks.count
    let surplus = listed.filter { !marks.isMarked($0) }.map { text($0, of: key) }.sorted(by: NameTable.precedes)
    let lacking = (0..<UInt32(limit(of: key))).filter { marks.isMarked($0) && !listed.contains($0) }
      .map { text($0, of: key) }.sorted(by: NameTable.precedes)
    reportDifference(
      at: place,
      "`meta` lists \(listed.count) \(key.rawValue), but the specs of spec_details have \(found)"
        + part("; only in meta", surplus) + part("; only in spec_details", lacking))
  }

  private func part(_ words: String, _ names: [String]) -> String {
    if names.isEmpty { return "" }
    return words + ": " + names.prefix(3).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 3 ? ", …" : "")
  }

  /// Counts the specs of each set of stacks, of which a page has few.
  private mutating func countStackSets() {
    var counts = [UInt32](repeating: 0, count: bodyArches.count)
    var span = counts.mutableSpan
    for body in specs.bodies { span[Int(body)] += 1 }
    stackSetMarks.begin()
    stackSetCounts.removeAll(keepingCapacity: true)
    for (body, count) in zip(builder.bodies[firstBody...], counts) {
      if !stackSetMarks.isMarked(body.stacks) { stackSetCounts.append((body.stacks, 0)) }
      stackSetMarks.mark(body.stacks, adding: count)
    }
    for index in stackSetCounts.indices {
      stackSetCounts[index].count = stackSetMarks.amount(stackSetCounts[index].stacks)
    }
  }

  private mutating func compareStacks(_ meta: PageMeta) {
    countStackSets()
    marks.begin()
    for (stacks, count) in stackSetCounts {
      builder.stackSets.forEachNumber(of: stacks) { marks.mark($0, adding: count) }
    }
    if let names = meta.names[PageMeta.Key.stacks.position] { compareMarks(with: names, of: .stacks, in: meta) }
    guard let listedCounts = meta.specCountsByStack else { return }
    for (stack, figure) in listedCounts where figure.value != Int(marks.amount(stack)) {
      reportDifference(
        at: figure.place,
        "`meta` counts \(counted(figure.value)) of the stack `\(builder.stacks.text(stack))`, but spec_details holds "
          + "\(marks.amount(stack))")
    }
    guard listedCounts.count(where: { marks.isMarked($0.stack) }) != marks.count else { return }
    let listed = Set(listedCounts.map(\.stack))
    let lacking = (0..<UInt32(builder.stacks.count)).filter { marks.isMarked($0) && !listed.contains($0) }
    for stack in lacking {
      reportDifference(
        at: meta.specCountsPlace,
        "`meta` counts no spec of the stack `\(builder.stacks.text(stack))`, but spec_details holds "
          + "\(marks.amount(stack))")
    }
  }
}
