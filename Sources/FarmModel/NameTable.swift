/// The names of one kind in a farm, each once, sorted by their bytes; the position is the name's number.
///
/// Names are compared by bytes, not by Unicode's canonical equivalence: two names that merely look alike are two names.
package struct NameTable: Sendable, Equatable {
  /// The names in the order of their numbers.
  package let names: [String]

  /// Takes names in any order, with repetitions. Complexity: O(n log n).
  package init(_ names: some Sequence<String>) {
    self = NameNumbering(Array(names)).table
  }

  /// Takes names that stand in order already, each once.
  init(ascending names: [String]) { self.names = names }

  /// How many names there are.
  package var count: Int { names.count }

  /// The name with a number.
  package subscript(number: UInt32) -> String { names[Int(number)] }

  /// The number of a name, or `nil` where the farm does not have it. Complexity: O(log n).
  package func number(of name: String) -> UInt32? {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if NameTable.precedes(names[middle], name) { low = middle + 1 } else { high = middle }
    }
    return low < names.count && NameTable.isSame(names[low], name) ? UInt32(low) : nil
  }

  /// Whether one name comes before another, byte by byte.
  package static func precedes(_ first: String, _ second: String) -> Bool { ByteOrder.compare(first, second) < 0 }

  /// Whether two names are the same bytes.
  package static func isSame(_ first: String, _ second: String) -> Bool {
    first.utf8.count == second.utf8.count && ByteOrder.compare(first, second) == 0
  }
}
