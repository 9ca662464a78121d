import FarmModel

/// The variants of a farm as numbers: every variant with its value is a text, every text has a name.
///
/// Texts of the farm are numbered in the order in which specs write them, by name, so that a list is put in order by
/// comparing numbers.
struct VariantReader {
  /// One variant list, without `patches`, `commit` and `dev_path`, which belong to one version's recipe.
  struct Reading {
    /// Canonical, sorted by name; empty where values are not recorded.
    var texts: [UInt32]
    /// The names of all variants of the list.
    var names: BitSet
    var areValuesRecorded: Bool
  }

  private let lists: VariantListTable
  private var readings: [Reading?]
  private(set) var texts: [String] = []
  private var nameOfText: [UInt32] = []
  private var names: [String] = []
  private var textNumbers: [String: UInt32] = [:]
  private var nameNumbers: [String: UInt32] = [:]
  /// For each variant as the farm writes it, its text.
  private var textOfWritten: [UInt32] = []
  /// For each name, whether it belongs to one version's recipe.
  private var isOfRecipe: [Bool] = []
  private static let recipeVariants: Set<String> = ["patches", "commit", "dev_path"]

  /// Complexity: O(different variants of the farm × log).
  init(_ farm: Farm) {
    lists = farm.variantLists
    readings = [Reading?](repeating: nil, count: lists.count)
    let read = lists.writtenVariants.map { written in
      let variant = Variant(written: written)
      return (name: variant.name, text: variant.canonical)
    }
    let order = read.indices.sorted { first, second in
      NameTable.isSame(read[first].name, read[second].name)
        ? NameTable.precedes(read[first].text, read[second].text)
        : NameTable.precedes(read[first].name, read[second].name)
    }
    textOfWritten = [UInt32](repeating: 0, count: read.count)
    for position in order { textOfWritten[position] = number(ofText: read[position].text, read[position].name) }
  }

  /// The reading of a list, made once. Complexity: O(variants × log) the first time.
  mutating func reading(of list: VariantListID) -> Reading {
    if let known = readings[Int(list)] { return known }
    let texts = textOfWritten
    let made = reading(
      of: lists.numbers(of: Int(list)).lazy.map { texts[Int($0)] },
      areValuesRecorded: lists.areValuesRecorded(of: Int(list)))
    readings[Int(list)] = made
    return made
  }

  /// Reads a list that need not be the farm's.
  mutating func read(_ list: VariantList) -> Reading {
    let texts = list.written.map { textNumber(Variant(written: $0)) }
    var reading = reading(of: texts, areValuesRecorded: list.areValuesRecorded)
    sort(&reading.texts)
    return reading
  }

  private func reading(of numbers: some Collection<UInt32>, areValuesRecorded: Bool) -> Reading {
    var reading = Reading(texts: [], names: BitSet(count: names.count), areValuesRecorded: areValuesRecorded)
    if areValuesRecorded { reading.texts.reserveCapacity(numbers.count) }
    var isAscending = true
    for text in numbers {
      let name = Int(nameOfText[Int(text)])
      reading.names.insert(name)
      guard areValuesRecorded, !isOfRecipe[name] else { continue }
      if let last = reading.texts.last, last >= text { isAscending = false }
      reading.texts.append(text)
    }
    if isAscending { return reading }
    reading.texts.sort()
    var last: UInt32?
    reading.texts.removeAll { text in
      defer { last = text }
      return text == last
    }
    return reading
  }

  /// The name of a text.
  func name(ofText text: UInt32) -> Int { Int(nameOfText[Int(text)]) }

  /// The number of a name, if any list that was read has it.
  func number(ofName name: String) -> Int? { nameNumbers[name].map { Int($0) } }

  /// Puts texts, which need not be the farm's, in the order in which specs write them. Complexity: O(n log n).
  func sort(_ numbers: inout [UInt32]) {
    numbers.sort { first, second in
      let names = (names[name(ofText: first)], names[name(ofText: second)])
      if NameTable.isSame(names.0, names.1) { return NameTable.precedes(texts[Int(first)], texts[Int(second)]) }
      return NameTable.precedes(names.0, names.1)
    }
  }

  /// The number of a variant.
  mutating func textNumber(_ variant: Variant) -> UInt32 { number(ofText: variant.canonical, variant.name) }

  private mutating func number(ofText text: String, _ name: String) -> UInt32 {
    if let known = textNumbers[text] { return known }
    let number = UInt32(texts.count)
    texts.append(text)
    nameOfText.append(nameNumber(name))
    textNumbers[text] = number
    return number
  }

  private mutating func nameNumber(_ name: String) -> UInt32 {
    if let known = nameNumbers[name] { return known }
    let number = UInt32(names.count)
    names.append(name)
    isOfRecipe.append(VariantReader.recipeVariants.contains(name))
    nameNumbers[name] = number
    return number
  }
}
