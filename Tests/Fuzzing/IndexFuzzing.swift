import FarmDocuments
import FarmModel

/// An index or lock file is read whole or not at all, and the same each time.
func readIndex(_ bytes: [UInt8]) {
  for path in ["develop/e4s/build_cache/index.json", "develop/e4s/spack.lock"] {
    let first = DocumentLoader.load(bytes, path: path)
    let second = DocumentLoader.load(bytes, path: path, options: .init(usesFastPath: false))
    precondition(first.diagnostics == second.diagnostics && first.farms.count == second.farms.count)
    precondition(first.isComplete || first.farms.isEmpty, "an index with a problem is in a farm")
  }
}
