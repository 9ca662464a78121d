import Diagnostics
import FarmDocuments
import FarmModel

/// All ways of reading say the same, and what is not read without a problem is in no farm.
func readPage(_ bytes: [UInt8]) {
  let fast = DocumentLoader.load(bytes, path: "specs.md")
  let strict = DocumentLoader.load(bytes, path: "specs.md", options: .init(usesFastPath: false))
  precondition(fast.diagnostics == strict.diagnostics, "the fast path says something else")
  precondition(fast.farms.count == strict.farms.count)
  for (first, second) in zip(fast.farms, strict.farms) {
    precondition(first.specCount == second.specCount, "the fast path reads other specs")
    for spec in 0..<first.specCount {
      precondition(first.description(of: spec) == second.description(of: spec), "the fast path reads another spec")
    }
  }
  var options = DocumentLoader.Options()
  options.keepsHashes = false
  let bare = DocumentLoader.load(bytes, path: "specs.md", options: options)
  precondition(bare.diagnostics == fast.diagnostics, "it says something else where hashes are left out")
  precondition(bare.farms.map(\.bodies) == fast.farms.map(\.bodies), "bodies differ where hashes are left out")
  precondition(bare.farms.map(\.bodyOfSpec) == fast.farms.map(\.bodyOfSpec), "so do those of specs")
  options.keepsVariants = false
  let barest = DocumentLoader.load(bytes, path: "specs.md", options: options)
  precondition(barest.diagnostics == fast.diagnostics, "it says something else where variants are left out")
  precondition(
    barest.farms.map(withoutVariants) == fast.farms.map(withoutVariants), "specs differ where variants are left out")
  // A hash with two meanings is found when the farm is made: that spec is in none, the others are.
  let others = fast.diagnostics.filter { $0.severity == .error && $0.code != "document/contradiction" }
  precondition(others.isEmpty || fast.farms.isEmpty, "a page with a problem is in a farm")
}

/// The specs of a farm but for their hashes and variants.
private func withoutVariants(_ farm: Farm) -> [SpecDescription] {
  (0..<farm.specCount).map { spec in
    var description = farm.description(of: spec)
    (description.hash, description.variants) = ("", VariantList(written: []))
    return description
  }
}
