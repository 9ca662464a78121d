/// Many short lists of numbers in two arrays.
package struct RaggedTable: Sendable, Hashable {
  private var items: [UInt32] = []
  private var ends: [UInt32] = []

  package init() {}

  package init(_ lists: some Sequence<[UInt32]>) {
    for list in lists { append(list) }
  }

  package var count: Int { ends.count }

  package mutating func append(_ list: some Sequence<UInt32>) {
    items.append(contentsOf: list)
    ends.append(UInt32(items.count))
  }

  package subscript(index: Int) -> ArraySlice<UInt32> {
    items[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }
}
