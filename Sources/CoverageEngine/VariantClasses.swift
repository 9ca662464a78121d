import FarmModel

extension Farm {
  /// For each variant list, the number of the first list that has the same variants (semantics §1, *Identity*): as sets,
  /// `:=` read as `=`, `patches` cut to seven characters. Complexity: O(variants of all lists).
  var variantClasses: [UInt32] {
    struct Key: Hashable {
      var variants: [String]
      var areValuesRecorded: Bool
    }
    var numbers: [Key: UInt32] = [:]
    numbers.reserveCapacity(variantLists.count)
    return variantLists.enumerated().map { index, list in
      let key = Key(variants: list.canonicalSet, areValuesRecorded: list.areValuesRecorded)
      if let number = numbers[key] { return number }
      numbers[key] = UInt32(index)
      return UInt32(index)
    }
  }
}

extension VariantList {
  /// The variants in the spelling used to compare, sorted, each once.
  var canonicalSet: [String] {
    NameTable(written.map { VariantList.canonical($0) }).names
  }

  private static func canonical(_ variant: String) -> String {
    guard variant.utf8.contains(UInt8(ascii: "=")) else { return variant }
    let parts = variant.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    var name = parts[0]
    if name.utf8.last == UInt8(ascii: ":") { name.removeLast() }
    guard name == "patches" else { return "\(name)=\(parts[1])" }
    let patches = parts[1].split(separator: ",").map { String($0.prefix(7)) }
    return "patches=\(patches.sorted(by: NameTable.precedes).joined(separator: ","))"
  }
}
