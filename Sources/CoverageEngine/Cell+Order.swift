import FarmModel

extension Cell {
  /// The order in which findings are printed: dimension by dimension, versions in Spack's order, what is not bound first.
  func precedes(_ other: Cell, versions: VersionTable) -> Bool {
    if let result = Cell.compare(package, other.package) { return result }
    if version != other.version, let first = version, let second = other.version {
      return VersionTable.precedes(first, second)
    }
    for (first, second) in [
      (stack, other.stack), (os, other.os), (platform, other.platform), (target, other.target),
      (compiler.map { Compiler(written: $0).canonical }, other.compiler.map { Compiler(written: $0).canonical }),
      (variants?.joined(separator: " "), other.variants?.joined(separator: " ")), (hash, other.hash),
    ] {
      if let result = Cell.compare(first, second) { return result }
    }
    return false
  }

  /// Whether the first comes before the second; `nil` where they are the same.
  private static func compare(_ first: String?, _ second: String?) -> Bool? {
    guard let first else { return second == nil ? nil : true }
    guard let second else { return false }
    return NameTable.isSame(first, second) ? nil : NameTable.precedes(first, second)
  }
}
