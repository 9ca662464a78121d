/// Columns by how many rows they would cover, the widest on top, of equals the earlier.
struct WidthHeap {
  struct Entry {
    var width: Int
    var column: Int

    func isAbove(_ other: Entry) -> Bool { width != other.width ? width > other.width : column < other.column }
  }

  private var entries: [Entry] = []

  init(_ widths: [Int]) {
    for (column, width) in widths.enumerated() { push(column: column, width: width) }
  }

  /// Complexity: O(log n).
  mutating func push(column: Int, width: Int) {
    entries.append(Entry(width: width, column: column))
    var position = entries.count - 1
    while position > 0, entries[position].isAbove(entries[(position - 1) / 2]) {
      entries.swapAt(position, (position - 1) / 2)
      position = (position - 1) / 2
    }
  }

  /// Complexity: O(log n).
  mutating func popWidest() -> Entry? {
    guard let top = entries.first, let last = entries.popLast() else { return nil }
    if entries.isEmpty { return top }
    entries[0] = last
    var position = 0
    while true {
      var highest = position
      for child in [2 * position + 1, 2 * position + 2] where child < entries.count {
        if entries[child].isAbove(entries[highest]) { highest = child }
      }
      if highest == position { return top }
      entries.swapAt(position, highest)
      position = highest
    }
  }
}
