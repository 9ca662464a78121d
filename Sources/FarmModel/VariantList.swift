/// The variants of a spec as one value: two specs have the same variants if their lists are equal.
package struct VariantList: Hashable, Sendable {
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
