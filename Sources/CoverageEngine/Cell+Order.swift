import FarmModel

extension Cell {
  /// The order in which findings are printed: dimension by dimension, versions in Spack's order, what is not bound first.
  package func precedes(_ other: Cell) -> Bool {
    if let result = Cell.compare(package, other.package) { return result }
    if let first = version, let second = other.version, !NameTable.isSame(first, second) {
      return VersionTable.precedes(first, second)
    }
    let compilers = [compiler, other.compiler].map { $0.map { Compiler(written: $0).canonical } }
    let variantLists = [variants, other.variants].map { $0?.joined(separator: " ") }
    return Cell.compare(stack, other.stack) ?? Cell.compare(os, other.os) ?? Cell.compare(platform, other.platform)
      ?? Cell.compare(target, other.target) ?? Cell.compare(compilers[0], compilers[1])
      ?? Cell.compare(variantLists[0], variantLists[1]) ?? Cell.compare(hash, other.hash) ?? false
  }

  /// Whether the first comes before the second; `nil` where they are the same.
  private static func compare(_ first: String?, _ second: String?) -> Bool? {
    guard let first else { return second == nil ? nil : true }
    guard let second else { return false }
    return NameTable.isSame(first, second) ? nil : NameTable.precedes(first, second)
  }
}
