/// Which row of a package belongs to each value of one dimension.
struct ValueRows: Sendable {
  /// The values that some body of the package has, ascending once all are numbered.
  private(set) var present: [UInt32] = []
  /// 0 where no body has the value; empty where nobody looks at the dimension.
  private var rowOfValue: [Int32]
  let isLookedAt: Bool

  init(count: Int, isLookedAt: Bool) {
    rowOfValue = [Int32](repeating: 0, count: isLookedAt ? count : 0)
    self.isLookedAt = isLookedAt
  }

  subscript(value: UInt32) -> Int { Int(rowOfValue[Int(value)]) }

  mutating func removeAll() {
    for value in present { rowOfValue[Int(value)] = 0 }
    present.removeAll(keepingCapacity: true)
  }

  /// Gives a row to each value that some body has.
  @inline(__always)
  mutating func number(_ bodies: Span<SpecBody>, from next: inout Int, _ value: (SpecBody) -> UInt32?) {
    guard isLookedAt else { return }
    for index in bodies.indices {
      if let value = value(bodies[index]) { number(value, from: &next) }
    }
    sort()
  }

  /// Gives a row to each of the stacks that carry some body; a body names a list of them.
  mutating func number(_ bodies: Span<SpecBody>, from next: inout Int, stacksIn lists: RaggedTable) {
    guard isLookedAt else { return }
    for index in bodies.indices {
      for position in lists.range(Int(bodies[index].stacks)) { number(lists.items[position], from: &next) }
    }
    sort()
  }

  @inline(__always)
  private mutating func number(_ value: UInt32, from next: inout Int) {
    guard rowOfValue[Int(value)] == 0 else { return }
    rowOfValue[Int(value)] = Int32(next)
    next += 1
    present.append(value)
  }

  private mutating func sort() {
    for index in present.indices.dropFirst() where present[index - 1] > present[index] { return present.sort() }
  }
}

extension ValueRows {
  /// Sets the bit of each body in the row of its value.
  @inline(__always)
  func fill(_ rows: inout BitRows, _ bodies: Span<SpecBody>, _ value: (SpecBody) -> UInt32) {
    guard isLookedAt else { return }
    let rowOfValue = rowOfValue.span
    rows.insert(bits: bodies.count) { Int(rowOfValue[Int(value(bodies[$0]))]) }
  }

  /// Sets the bit of each body in the row of its compiler, or in that of its way of having none.
  func fillCompilers(_ rows: inout BitRows, _ bodies: Span<SpecBody>) {
    guard isLookedAt else { return }
    let rowOfValue = rowOfValue.span
    rows.insert(bits: bodies.count) { bit in
      switch bodies[bit].compiler {
      case .known(let compiler): Int(rowOfValue[Int(compiler)])
      case .noCompiler: PackageRows.noCompiler
      case .unrecorded: PackageRows.unrecordedCompiler
      }
    }
  }

  /// Sets the bit of each body in the row of each of its stacks.
  func fill(_ rows: inout BitRows, _ bodies: Span<SpecBody>, stacksIn lists: RaggedTable) {
    guard isLookedAt else { return }
    let (rowOfValue, items) = (rowOfValue.span, lists.items.span)
    rows.insert(
      bits: bodies.count, at: { lists.range(Int(bodies[$0].stacks)) }, in: { Int(rowOfValue[Int(items[$0])]) })
  }
}
