/// A list in memory that is kept when the list is emptied, for what is filled again and again: appending costs a
/// comparison and a store.
///
/// It has one owner: a copy would share the memory.
struct ReusedList<Element: BitwiseCopyable> {
  private var memory: ReusedMemory<Element>
  private(set) var count = 0

  init(capacity: Int) { memory = ReusedMemory(capacity: capacity) }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == memory.capacity { grow() }
    // Safety: `count` is below the capacity now.
    memory.start[count] = element
    count += 1
  }

  /// An element at a position below `count`.
  @inline(__always)
  subscript(position: Int) -> Element {
    get {
      precondition(UInt(bitPattern: position) < UInt(bitPattern: count))
      // Safety: `position` is not negative and below the count.
      return memory.start[position]
    }
    set {
      precondition(UInt(bitPattern: position) < UInt(bitPattern: count))
      memory.start[position] = newValue
    }
  }

  /// The elements, good until the list is changed or released.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: memory.start, count: count) }

  private mutating func grow() {
    let larger = ReusedMemory<Element>(capacity: memory.capacity * 2)
    larger.start.update(from: memory.start, count: count)
    memory = larger
  }
}

/// Safety: `start` is memory for `capacity` elements that lives as long as this.
private final class ReusedMemory<Element: BitwiseCopyable> {
  let start: UnsafeMutablePointer<Element>
  let capacity: Int

  init(capacity: Int) {
    start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { start.deallocate() }
}
