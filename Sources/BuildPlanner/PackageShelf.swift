import FarmModel

/// The bodies of one package by the stacks that carry them.
struct PackageShelf {
  let package: PackageID
  let bodies: Range<Int>
  /// The stacks that carry some body, ascending.
  private(set) var stacks: [StackID] = []
  private var starts: [Int] = []
  private var entries: [Int32] = []
  private let aggregateStack: UInt32

  /// Complexity: O(bodies × stacks of a body + stacks of the package × log).
  init(_ package: PackageID, of farm: Farm) {
    self.package = package
    bodies = farm.bodies(of: package)
    aggregateStack = UInt32(farm.stacks.count)
    var counts: [StackID: Int] = [:]
    for body in bodies {
      for stack in farm.stackSets[Int(farm.bodies[body].stacks)].stacks { counts[stack, default: 0] += 1 }
    }
    stacks = counts.keys.sorted()
    var next: [StackID: Int] = [:]
    var total = 0
    for stack in stacks {
      starts.append(total)
      next[stack] = total
      total += counts[stack] ?? 0
    }
    starts.append(total)
    entries = [Int32](repeating: 0, count: total)
    for body in bodies {
      for stack in farm.stackSets[Int(farm.bodies[body].stacks)].stacks {
        let position = next[stack] ?? 0
        entries[position] = Int32(body)
        next[stack] = position + 1
      }
    }
  }

  /// The bodies that a stack carries, ascending; all for the aggregate stack, which carries every spec.
  func bodies(in stack: UInt32) -> BodyList {
    if stack == aggregateStack { return .range(bodies) }
    var low = 0
    var high = stacks.count
    while low < high {
      let middle = (low + high) / 2
      if stacks[middle] < stack { low = middle + 1 } else { high = middle }
    }
    guard low < stacks.count, stacks[low] == stack else { return .range(0..<0) }
    return .listed(entries[starts[low]..<starts[low + 1]])
  }
}

/// Numbers of bodies, ascending.
enum BodyList {
  case range(Range<Int>)
  case listed(ArraySlice<Int32>)

  var count: Int {
    switch self {
    case .range(let range): range.count
    case .listed(let numbers): numbers.count
    }
  }

  subscript(position: Int) -> Int {
    switch self {
    case .range(let range): range.lowerBound + position
    case .listed(let numbers): Int(numbers[numbers.startIndex + position])
    }
  }

  func forEach(_ body: (Int) -> Void) {
    switch self {
    case .range(let range): range.forEach(body)
    case .listed(let numbers): for number in numbers { body(Int(number)) }
    }
  }
}
