/// Numbers for lists of numbers, in the order in which the lists are first met; all lists lie in one array.
struct NumberListTable {
  private(set) var lists = RaggedTable()
  private var hashes: [UInt64] = []
  /// Open addressing: 0 is free, else the list's number plus one.
  private var slots = [UInt32](repeating: 0, count: 256)

  var count: Int { lists.count }

  subscript(number: UInt32) -> ArraySlice<UInt32> { lists[Int(number)] }

  /// The number of a list, which is given one if it is new. Complexity: O(length of the list).
  mutating func number(of list: [UInt32]) -> UInt32 {
    lists.append(list)
    return numberOfLast()
  }

  /// The number of the list that was appended last, which is dropped if it is known.
  private mutating func numberOfLast() -> UInt32 {
    let last = lists.count - 1
    let hash = lists.hashOfLast
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash && lists.isSame(number, last) {
        lists.removeLast()
        return UInt32(number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(last) + 1
    hashes.append(hash)
    if lists.count * 2 > slots.count { grow() }
    return UInt32(last)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number) + 1
    }
  }
}
