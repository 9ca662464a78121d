import FarmModel

/// The order of many paths by their bytes. They mostly differ in the few bytes behind what all have in common, so these
/// are compared as one number, and whole paths only where it is the same.
enum PathOrder {
  /// The positions of the paths in their order. Complexity: O(n log n).
  static func sorted(_ paths: [String]) -> [Int] {
    let common = commonLength(of: paths)
    let keys = paths.map { key($0, behind: common) }
    return paths.indices.sorted { first, second in
      keys[first] == keys[second] ? NameTable.precedes(paths[first], paths[second]) : keys[first] < keys[second]
    }
  }

  private static func commonLength(of paths: [String]) -> Int {
    let first = paths.first ?? ""
    let start = first.utf8.span
    var common = start.count
    for path in paths {
      let bytes = path.utf8.span
      var length = 0
      while length < common, length < bytes.count, start[length] == bytes[length] { length += 1 }
      common = length
    }
    return common
  }

  /// The eight bytes behind a length, the first the highest, and zero bytes where there are none.
  private static func key(_ path: String, behind length: Int) -> UInt64 {
    let bytes = path.utf8.span
    var key: UInt64 = 0
    for place in length..<length + 8 { key = key << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0) }
    return key
  }
}
