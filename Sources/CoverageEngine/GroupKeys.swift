import FarmModel

/// What bodies have in common when they are grouped by some dimensions other than package and stack: a dense number for
/// each combination of values.
struct GroupKeys {
  private let dimensions: [Dimension]
  private let variantClasses: [UInt32]
  private var fields: [UInt32] = []
  /// Bodies, each with its first and last field as one number, which tell most of them apart.
  private var order: [(head: UInt64, index: Int)] = []
  /// For each body of the range given last, the number of its combination.
  private(set) var classes: [UInt32] = []

  init(_ dimensions: [Dimension], variantClasses: [UInt32]) {
    self.dimensions = dimensions.filter { $0 != .package && $0 != .stack }
    self.variantClasses = variantClasses
  }

  /// Numbers the combinations of a range of bodies. Complexity: O(n log n).
  mutating func number(_ range: Range<Int>, of farm: Farm) {
    classes.removeAll(keepingCapacity: true)
    classes.append(contentsOf: repeatElement(0, count: range.count))
    guard !dimensions.isEmpty else { return }
    readFields(range, of: farm)
    order.removeAll(keepingCapacity: true)
    let (fields, width) = (fields, dimensions.count)
    for index in 0..<range.count {
      let (first, last) = (fields[index * width], fields[index * width + width - 1])
      order.append((UInt64(first) << 32 | UInt64(last), index))
    }
    func compare(_ first: (head: UInt64, index: Int), _ second: (head: UInt64, index: Int)) -> Int {
      if first.head != second.head { return first.head < second.head ? -1 : 1 }
      return GroupKeys.compare(fields, width, first.index, second.index)
    }
    order.sort { compare($0, $1) < 0 }
    var number: UInt32 = 0
    for position in order.indices {
      if position > 0, compare(order[position - 1], order[position]) != 0 { number += 1 }
      classes[order[position].index] = number
    }
  }

  private mutating func readFields(_ range: Range<Int>, of farm: Farm) {
    fields.removeAll(keepingCapacity: true)
    for number in range {
      let body = farm.bodies[number]
      for dimension in dimensions { fields.append(field(dimension, body)) }
    }
  }

  private func field(_ dimension: Dimension, _ body: SpecBody) -> UInt32 {
    switch dimension {
    case .version: body.version
    case .os: body.os
    case .platform: body.platform
    case .target: body.target
    case .compiler: body.compiler.groupNumber
    case .variants: variantClasses[Int(body.variants)]
    case .package, .stack, .hash: 0
    }
  }

  private static func compare(_ fields: [UInt32], _ width: Int, _ first: Int, _ second: Int) -> Int {
    for offset in 0..<width {
      let left = fields[first * width + offset]
      let right = fields[second * width + offset]
      if left != right { return left < right ? -1 : 1 }
    }
    return 0
  }
}

extension CompilerRecord {
  /// A number for each compiler and for each of the two ways of not having one.
  var groupNumber: UInt32 {
    switch self {
    case .unrecorded: 0
    case .noCompiler: 1
    case .known(let number): number + 2
    }
  }
}
