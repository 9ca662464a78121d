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
    var common = Array((paths.first ?? "").utf8)
    for path in paths {
      var length = 0
      for byte in path.utf8 {
        if length == common.count || common[length] != byte { break }
        length += 1
      }
      common.removeLast(common.count - length)
    }
    return common.count
  }

  /// The eight bytes behind a length, the first the highest, and zero bytes where there are none.
  private static func key(_ path: String, behind length: Int) -> UInt64 {
    var key: UInt64 = 0
    var count = 0
    for byte in path.utf8.dropFirst(length).prefix(8) {
      key = key << 8 | UInt64(byte)
      count += 1
    }
    return count == 0 ? 0 : key << UInt64(8 * (8 - count))
  }
}
