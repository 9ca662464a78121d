import FarmModel

extension Cell {
  /// The order in which findings are printed: dimension by dimension, versions in Spack's order, what is not bound first.
  package func precedes(_ other: Cell) -> Bool {
    if let result = Cell.compare(package, other.package) { return result }
    if let first = version, let second = other.version, !NameTable.isSame(first, second) {
      return VersionTable.precedes(first, second)
    }
    return Cell.compare(stack, other.stack) ?? Cell.compare(os, other.os) ?? Cell.compare(platform, other.platform)
      ?? Cell.compare(target, other.target) ?? Cell.compare(canonicalCompiler, other.canonicalCompiler)
      ?? Cell.compare(variants, other.variants) ?? Cell.compare(
        hash, other.hash) ?? false
  }

  /// The cell as cells of two farms are compared, whose documents may spell compilers differently.
  package var comparable: Cell {
    var cell = self
    cell.compiler = canonicalCompiler
    return cell
  }

  private var canonicalCompiler: String? { compiler.map { Compiler.canonical($0) } }

  /// Whether the first comes before the second; `nil` where they are the same.
  private static func compare(_ first: String?, _ second: String?) -> Bool? {
    guard let first else { return second == nil ? nil : true }
    guard let second else { return false }
    return NameTable.isSame(first, second) ? nil : NameTable.precedes(first, second)
  }

  /// The same for variants, one by one.
  private static func compare(_ first: [String]?, _ second: [String]?) -> Bool? {
    guard let first else { return second == nil ? nil : true }
    guard let second else { return false }
    for (left, right) in zip(first, second) where !NameTable.isSame(left, right) {
      return NameTable.precedes(left, right)
    }
    return first.count == second.count ? nil : first.count < second.count
  }
}
