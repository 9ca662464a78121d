/// Numbers for lists of numbers, in the order in which the lists are first met; all lists lie in one array.
struct NumberListTable {
  private(set) var lists = RaggedTable()
  private var hashes: [UInt64] = []
  /// Open addressing: 0 is free, else the list's number plus one.
  private var slots = [UInt32](repeating: 0, count: 256)

  var count: Int { lists.count }

  subscript(number: UInt32) -> ArraySlice<UInt32> { lists[Int(number)] }

  /// Makes room for some lists with some numbers in all, so that neither they nor the slots are copied as they grow.
  mutating func reserveCapacity(lists count: Int, items: Int) {
    lists.reserveCapacity(lists: count, items: items)
    hashes.reserveCapacity(count)
    while slots.count < count * 2 { grow() }
  }

  /// Puts numbers that belong to no list behind the lists; none may follow.
  mutating func close(behind items: [UInt32]) { lists.close(behind: items) }

  /// The number of a list, which is given one if it is new. Complexity: O(length of the list).
  mutating func number(of list: [UInt32]) -> UInt32 {
    lists.append(list)
    return numberOfLast()
  }

  /// The number of the list that another one becomes when its numbers are replaced by those in `numbers`, these by those
  /// in `canonical`, and put in order; and whether the second step and the order changed nothing.
  /// Complexity: O(length of the list) where it is in order.
  mutating func number(of list: ArraySlice<UInt32>, in numbers: [UInt32], canonical: [UInt32])
    -> (number: UInt32, isSame: Bool)
  {
    lists.append(list)
    var (isSame, isAscending) = lists.replaceLast(by: numbers, then: canonical)
    if !isAscending {
      var last = Array(lists[lists.count - 1])
      last.makeStrictlyAscending()
      lists.removeLast()
      lists.append(last)
      isSame = false
    }
    return (numberOfLast(), isSame)
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
