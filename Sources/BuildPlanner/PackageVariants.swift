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
  }

  private struct Key: Hashable {
    var version: UInt32
    var list: VariantListID
    var requirement: Int?
  }

  private let farm: Farm
  private let bodies: Range<Int>
  private(set) var contents: [Content] = []
  private var numbers: [Content: UInt32] = [:]
  private var known: [Key: UInt32] = [:]
  /// For each version that has specs, the variant lists of these; made when first needed.
  private var listsOfVersion: [UInt32: Set<VariantListID>]?
  /// The names of the variants of a version's own specs.
  private var namesOfVersion: [UInt32: BitSet] = [:]

  init(_ farm: Farm, bodies: Range<Int>) {
    self.farm = farm
    self.bodies = bodies
  }

  subscript(number: UInt32) -> Content { contents[Int(number)] }

  /// The number of a list as a version takes it. Complexity: O(variants) the first time, then O(1).
  mutating func number(of list: VariantListID, for version: UInt32, _ reader: inout VariantReader) -> UInt32 {
    let key = Key(version: version, list: list)
    if let number = known[key] { return number }
    let number = number(of: content(reader.reading(of: list), for: version, &reader))
    known[key] = number
    return number
  }

  /// The same with constraints in place of the variants of the same name. Complexity: as above.
  mutating func number(
    of list: VariantListID, for version: UInt32, adaptedTo constraints: [VariantConstraint], requirement: Int,
    _ reader: inout VariantReader
  ) -> UInt32 {
    let key = Key(version: version, list: list, requirement: requirement)
    if let number = known[key] { return number }
    var content = content(reader.reading(of: list), for: version, &reader)
    for constraint in constraints { content.replace(with: constraint, &reader) }
    reader.sort(&content.texts)
    let number = number(of: content)
    known[key] = number
    return number
  }

  /// The number of a reading as a version takes it.
  mutating func number(of reading: VariantReader.Reading, for version: UInt32, _ reader: inout VariantReader) -> UInt32
  {
    number(of: content(reading, for: version, &reader))
  }

  private mutating func content(
    _ reading: VariantReader.Reading, for version: UInt32, _ reader: inout VariantReader
  ) -> Content {
    let allowed = names(ofVersion: version, &reader)
    guard reading.areValuesRecorded else {
      let names = reading.names.numbers.filter { allowed?.contains($0) ?? true }
      return Content(texts: [], areValuesRecorded: false, names: names)
    }
    guard let allowed, !reading.names.isSubset(of: allowed) else {
      return Content(texts: reading.texts, areValuesRecorded: true, names: [])
    }
    let texts = reading.texts.filter { allowed.contains(reader.name(ofText: $0)) }
    return Content(texts: texts, areValuesRecorded: true, names: [])
  }

  /// The names of the variants that a version's own specs have; `nil` where it has no specs.
  private mutating func names(ofVersion version: UInt32, _ reader: inout VariantReader) -> BitSet? {
    if let names = namesOfVersion[version] { return names }
    guard let lists = lists(ofVersion: version) else { return nil }
    let names = lists.reduce(into: BitSet(count: 0)) { $0.formUnion(reader.reading(of: $1).names) }
    namesOfVersion[version] = names
    return names
  }

  private mutating func lists(ofVersion version: UInt32) -> Set<VariantListID>? {
    if listsOfVersion == nil {
      listsOfVersion = bodies.reduce(into: [:]) { lists, body in
        lists[farm.bodies[body].version, default: []].insert(farm.bodies[body].variants)
      }
    }
    return listsOfVersion?[version]
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
