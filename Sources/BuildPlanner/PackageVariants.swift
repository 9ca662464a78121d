import FarmModel

/// The variant lists of one package's builds: those of its specs as a version can take them (semantics §3, *Variants for
/// a version*), and those with a sentence's constraints put in.
struct PackageVariants {
  /// What a build says of its variants.
  struct Content: Hashable {
    /// Sorted by name, as `VariantReader` counts.
    var texts: [UInt32]
    var areValuesRecorded: Bool
    /// The names alone, where values are not recorded.
    var names: [Int]

    func hash(into hasher: inout Hasher) {
      var mixed = UInt64(names.count)
      for text in texts { mixed = (mixed ^ UInt64(text)) &* 0x9E37_79B9_7F4A_7C15 }
      hasher.combine(mixed)
    }
  }

  private struct AdaptedKey: Hashable {
    var list: UInt64
    var requirement: Int
  }

  private let bodies: Range<Int>
  private(set) var contents: [Content] = []
  private var numbers: [Content: UInt32] = [:]
  /// By version and list.
  private var known: [UInt64: UInt32] = [:]
  private var adapted: [AdaptedKey: UInt32] = [:]
  /// For each version that has specs, the variant lists of these, ascending; made when first needed.
  private var listsOfVersions: [UInt64]?
  /// The names of the variants of a version's own specs.
  private var namesOfVersion: [UInt32: BitSet] = [:]

  init(bodies: Range<Int>) { self.bodies = bodies }

  subscript(number: UInt32) -> Content { contents[Int(number)] }

  /// The number of a list as a version takes it. Complexity: O(variants) the first time, then O(1).
  mutating func number(of list: VariantListID, for version: UInt32, _ context: inout PlannerContext) -> UInt32 {
    let key = PackageVariants.key(version, list)
    if let number = known[key] { return number }
    let isOwn = hasList(key, context.farm)
    let number = number(of: content(context.reader.reading(of: list), for: version, isOwn: isOwn, &context))
    known[key] = number
    return number
  }

  /// The same with constraints in place of the variants of the same name. Complexity: as above.
  mutating func number(
    of list: VariantListID, for version: UInt32, adaptedTo requirement: Int, _ context: inout PlannerContext
  ) -> UInt32 {
    let key = AdaptedKey(list: PackageVariants.key(version, list), requirement: requirement)
    if let number = adapted[key] { return number }
    var content = content(context.reader.reading(of: list), for: version, isOwn: false, &context)
    for constraint in context.requirements[requirement].variants { content.replace(with: constraint, &context.reader) }
    context.reader.sort(&content.texts)
    let number = number(of: content)
    adapted[key] = number
    return number
  }

  /// The number of a reading as a version takes it.
  mutating func number(
    of reading: VariantReader.Reading, for version: UInt32, _ context: inout PlannerContext
  ) -> UInt32 {
    number(of: content(reading, for: version, isOwn: false, &context))
  }

  /// What a version takes of a reading; all of it where the reading is of a list of its own specs.
  private mutating func content(
    _ reading: VariantReader.Reading, for version: UInt32, isOwn: Bool, _ context: inout PlannerContext
  ) -> Content {
    let whole = Content(
      texts: reading.texts, areValuesRecorded: reading.areValuesRecorded,
      names: reading.areValuesRecorded ? [] : reading.names.numbers)
    if isOwn { return whole }
    guard let allowed = names(ofVersion: version, &context), !reading.names.isSubset(of: allowed) else { return whole }
    var content = whole
    content.texts.removeAll { !allowed.contains(context.reader.name(ofText: $0)) }
    content.names.removeAll { !allowed.contains($0) }
    return content
  }

  /// The names of the variants that a version's own specs have; `nil` where it has no specs.
  private mutating func names(ofVersion version: UInt32, _ context: inout PlannerContext) -> BitSet? {
    if let names = namesOfVersion[version] { return names }
    let keys = listKeys(context.farm)
    var names = BitSet(count: 0)
    let first = PackageVariants.position(of: PackageVariants.key(version, 0), in: keys)
    var position = first
    while position < keys.count, UInt32(keys[position] >> 32) == version {
      names.formUnion(context.reader.reading(of: VariantListID(truncatingIfNeeded: keys[position])).names)
      position += 1
    }
    if position == first { return nil }
    namesOfVersion[version] = names
    return names
  }

  private mutating func hasList(_ key: UInt64, _ farm: Farm) -> Bool {
    let keys = listKeys(farm)
    let position = PackageVariants.position(of: key, in: keys)
    return position < keys.count && keys[position] == key
  }

  private mutating func listKeys(_ farm: Farm) -> [UInt64] {
    if let listsOfVersions { return listsOfVersions }
    let keys = farm.bodies[bodies].map { PackageVariants.key($0.version, $0.variants) }.sorted()
    listsOfVersions = keys
    return keys
  }

  /// Where a key is, or would be. Complexity: O(log n).
  private static func position(of key: UInt64, in keys: [UInt64]) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func key(_ version: UInt32, _ list: VariantListID) -> UInt64 {
    UInt64(version) << 32 | UInt64(list)
  }

  private mutating func number(of content: Content) -> UInt32 {
    if let number = numbers[content] { return number }
    let number = UInt32(contents.count)
    contents.append(content)
    numbers[content] = number
    return number
  }
}

extension PackageVariants.Content {
  /// Puts what a constraint asks for in place of the variant of the same name, if there is one.
  fileprivate mutating func replace(with constraint: VariantConstraint, _ reader: inout VariantReader) {
    guard let name = reader.number(ofName: constraint.name), let value = constraint.value else { return }
    let text = reader.textNumber(Variant(name: constraint.name, value: value))
    if let position = texts.firstIndex(where: { reader.name(ofText: $0) == name }) {
      texts[position] = text
    } else if let position = names.firstIndex(of: name) {
      names.remove(at: position)
      texts.append(text)
      areValuesRecorded = true
    }
  }

  /// The variants as a document would write them, to be judged.
  func list(_ reader: VariantReader) -> VariantList {
    VariantList(written: texts.map { reader.texts[Int($0)] }, areValuesRecorded: areValuesRecorded)
  }
}

extension VariantConstraint {
  /// The value that satisfies it; `nil` where any does.
  fileprivate var value: Variant.Value? {
    switch requirement {
    case .on: .on
    case .off: .off
    case .any: nil
    case .holds(let values), .exactly(let values): .values(values)
    }
  }
}
