/// The variants of a spec as one value: two specs have the same variants if their lists are equal.
package struct VariantList: Sendable {
  /// The variants in the document's own spelling, such as `+mpi`, `~ipo`, `build_type=Release`, `libs:=shared,static`;
  /// only names where `areValuesRecorded` is false.
  package var written: [String]
  /// Whether the document records values; pages of 2022/23 list names only, and then constraints on a listed name
  /// cannot be judged.
  package var areValuesRecorded: Bool

  package init(written: [String], areValuesRecorded: Bool = true) {
    self.written = written
    self.areValuesRecorded = areValuesRecorded
  }
}

extension VariantList: Hashable {
  package static func == (first: VariantList, second: VariantList) -> Bool {
    first.areValuesRecorded == second.areValuesRecorded
      && first.written.elementsEqual(second.written, by: NameTable.isSame)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(areValuesRecorded)
    hasher.combine(written)
  }
}

extension VariantList {
  /// The variants in the form used to compare, sorted by name: `:=` written as `=`, `patches` cut to 7 characters,
  /// several values as a set. Complexity: O(n log n).
  package var canonical: [String] {
    let variants = written.map { areValuesRecorded ? Variant(written: $0) : Variant(name: $0, value: .unrecorded) }
    return variants.map { (name: $0.name, text: $0.canonical) }
      .sorted { first, second in
        NameTable.isSame(first.name, second.name)
          ? NameTable.precedes(first.text, second.text) : NameTable.precedes(first.name, second.name)
      }
      .map(\.text)
  }

  /// One text for all lists that mean the same. Complexity: O(n log n).
  package var canonicalKey: String { (areValuesRecorded ? "" : "?\0") + canonical.joined(separator: "\0") }

  /// The value of a variant; `nil` where there is none of that name. Complexity: O(n).
  package func value(of name: String) -> Variant.Value? {
    for text in written where Variant.isNamed(name, in: text) {
      return areValuesRecorded ? Variant(written: text).value : .unrecorded
    }
    return nil
  }

  /// Whether it satisfies a constraint. Complexity: O(n).
  package func judge(_ constraint: VariantConstraint) -> Truth {
    guard let value = value(of: constraint.name) else { return .no }
    return value.judge(constraint)
  }
}

extension Variant {
  /// Whether a written variant has a name, without reading all of it.
  static func isNamed(_ name: String, in written: String) -> Bool {
    let signs: [UInt8] = [UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "-")]
    let text = written.utf8
    let rest = text.first.map { signs.contains($0) } == true ? text.dropFirst() : text[...]
    guard rest.starts(with: name.utf8) else { return false }
    let next = rest.dropFirst(name.utf8.count).first
    return next == nil || next == UInt8(ascii: "=") || next == UInt8(ascii: ":")
  }
}

extension Variant.Value {
  func judge(_ constraint: VariantConstraint) -> Truth {
    switch (self, constraint.requirement) {
    case (_, .any): .yes
    case (.unrecorded, _): .unknown
    case (.on, .on), (.off, .off): .yes
    case (.values(let values), .holds(let wanted)):
      Truth(wanted.allSatisfy { Variant.Value.isAmong(values, $0, of: constraint.name) })
    case (.values(let values), .exactly(let wanted)):
      Truth(
        wanted.allSatisfy { Variant.Value.isAmong(values, $0, of: constraint.name) }
          && values.allSatisfy { Variant.Value.isAmong(wanted, $0, of: constraint.name) })
    default: .no
    }
  }

  /// Whether a value is listed; checksums of patches are compared as far as both are written out.
  private static func isAmong(_ values: [String], _ value: String, of variant: String) -> Bool {
    guard variant == "patches" else { return values.contains { NameTable.isSame($0, value) } }
    return values.contains { !value.isEmpty && ($0.utf8.starts(with: value.utf8) || value.utf8.starts(with: $0.utf8)) }
  }
}
