import FarmModel

/// The variants of a farm as numbers: every variant with its value is a text, every text has a name.
struct VariantReader {
  /// One variant list, without `patches`, `commit` and `dev_path`, which belong to one version's recipe.
  struct Reading {
    /// Canonical, sorted by name; empty where values are not recorded.
    var texts: [UInt32]
    /// The names of all variants of the list.
    var names: [UInt32]
    var areValuesRecorded: Bool
  }

  private let farm: Farm
  private var readings: [Reading?]
  private(set) var texts: [String] = []
  private var nameOfText: [UInt32] = []
  private var names: [String] = []
  private var textNumbers: [String: UInt32] = [:]
  private var nameNumbers: [String: UInt32] = [:]
  private var numbersAsWritten: [String: UInt32] = [:]
  private static let recipeVariants: Set<String> = ["patches", "commit", "dev_path"]

  init(_ farm: Farm) {
    self.farm = farm
    readings = [Reading?](repeating: nil, count: farm.variantLists.count)
  }

  /// The reading of a list, made once. Complexity: O(variants) the first time.
  mutating func reading(of list: VariantListID) -> Reading {
    if let known = readings[Int(list)] { return known }
    let made = read(farm.variantLists[Int(list)])
    readings[Int(list)] = made
    return made
  }

  /// The name of a text.
  func name(ofText text: UInt32) -> UInt32 { nameOfText[Int(text)] }

  /// The number of a name, if any list that was read has it.
  func number(ofName name: String) -> UInt32? { nameNumbers[name] }

  /// Reads a list that need not be the farm's.
  mutating func read(_ list: VariantList) -> Reading {
    var reading = Reading(texts: [], names: [], areValuesRecorded: list.areValuesRecorded)
    guard list.areValuesRecorded else {
      reading.names = list.written.map { nameNumber($0) }
      return reading
    }
    for written in list.written {
      let text = textNumber(written: written)
      let name = nameOfText[Int(text)]
      reading.names.append(name)
      if !VariantReader.recipeVariants.contains(names[Int(name)]) { reading.texts.append(text) }
    }
    sort(&reading.texts)
    return reading
  }

  /// Puts texts in the order in which specs write them: by name. Complexity: O(n log n).
  func sort(_ numbers: inout [UInt32]) {
    numbers.sort { first, second in
      let names = (names[Int(nameOfText[Int(first)])], names[Int(nameOfText[Int(second)])])
      if NameTable.isSame(names.0, names.1) { return NameTable.precedes(texts[Int(first)], texts[Int(second)]) }
      return NameTable.precedes(names.0, names.1)
    }
    var last: UInt32?
    numbers.removeAll { number in
      defer { last = number }
      return number == last
    }
  }

  /// The number of a variant as a document or constraint writes it.
  mutating func textNumber(written: String) -> UInt32 {
    if let known = numbersAsWritten[written] { return known }
    let variant = Variant(written: written)
    let number = textNumber(variant)
    numbersAsWritten[written] = number
    return number
  }

  mutating func textNumber(_ variant: Variant) -> UInt32 {
    let text = variant.canonical
    if let known = textNumbers[text] { return known }
    let number = UInt32(texts.count)
    texts.append(text)
    nameOfText.append(nameNumber(variant.name))
    textNumbers[text] = number
    return number
  }

  private mutating func nameNumber(_ name: String) -> UInt32 {
    if let known = nameNumbers[name] { return known }
    let number = UInt32(names.count)
    names.append(name)
    nameNumbers[name] = number
    return number
  }
}
