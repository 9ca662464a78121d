/// The single variants of a snapshot's specs, and the numbers by which they are compared.
struct VariantForms {
  /// As written; one that several fragments have stands here for each.
  let written: [String]
  /// For each fragment, where its variants stand in `written`; `UInt32.max` where the snapshot has no use for one.
  let positions: [[UInt32]]
  /// Whether `written` has the variants of the only fragment, all of them, in its order.
  let areOfOneFragment: Bool
  /// For each of `written`, a number that those have in common which mean the same.
  let forms: [UInt32]
  /// The same for each variant of each fragment; `UInt32.max` where the snapshot has no use for one.
  let formsOfFragments: [[UInt32]]

  init(_ variants: UsedNames) {
    written = variants.names
    positions = variants.positions
    areOfOneFragment = variants.areOfOneFragment
    let forms = NameNumbering(written.map(VariantForms.canonical)).numbers
    self.forms = forms
    formsOfFragments = positions.indices.map { variants.numbers(of: $0, in: forms) }
  }

  /// The form in which a variant is compared; most variants stand in it already.
  private static func canonical(_ written: String) -> String {
    if Variant.isCanonical(written) { return written }
    return Variant.canonicalPatches(written) ?? Variant(written: written).canonical
  }
}
