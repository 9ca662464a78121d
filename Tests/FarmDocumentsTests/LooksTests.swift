import FarmDocuments
import FarmModel
import Testing

@Suite struct `Every look of the pages loads` {
  struct Look: CustomStringConvertible, Sendable {
    var folder: String
    var snapshot: String
    var packages: Int
    var specs: Int
    var description: String { folder }
  }

  static let looks = [
    Look(folder: "pages-2023", snapshot: "v0.19", packages: 51, specs: 184),
    Look(folder: "pages-old", snapshot: "v0.22.2", packages: 61, specs: 261),
    Look(folder: "pages-colon-equals", snapshot: "develop-2025-03-30", packages: 48, specs: 222),
    Look(folder: "pages-none", snapshot: "develop-2026-01-18", packages: 197, specs: 372),
    Look(folder: "pages/_cache/develop-2024-10-20", snapshot: "develop-2024-10-20", packages: 583, specs: 1674),
  ]

  @Test(arguments: looks)
  func `with as many specs as Spack wrote`(look: Look) {
    let loaded = DocumentLoader.load([Fixture.path("realdata/given/" + look.folder)])
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.farms.count == 1)
    #expect(loaded.farms.first?.snapshot == look.snapshot)
    #expect(loaded.farms.first?.packages.count == look.packages)
    #expect(loaded.farms.first?.specCount == look.specs)
    #expect(loaded.documents.count == look.packages)
  }
}
