import FarmModel

/// The names of a farm with those that only policies know behind them: a policy may ask for a target, version or stack
/// that the farm does not have.
struct PlannerNames {
  /// The number of the aggregate stack; the stacks of the farm come before it.
  let aggregateStack: UInt32
  private let farm: Farm
  private var strangers: [Dimension: [String]] = [:]
  /// For each dimension the name that was asked for last; mostly it is asked for again.
  private var last: [(name: String, number: UInt32)?]

  init(_ farm: Farm) {
    self.farm = farm
    last = [(name: String, number: UInt32)?](repeating: nil, count: Dimension.allCases.count)
    aggregateStack = UInt32(farm.stacks.count)
    strangers[.stack] = [Farm.aggregateStack]
  }

  /// The number of a name; one that the farm lacks gets a number behind the farm's. Complexity: O(log n).
  mutating func number(of name: String, _ dimension: Dimension) -> UInt32 {
    if let last = last[dimension.order], NameTable.isSame(last.name, name) { return last.number }
    let number = farmNumber(of: name, dimension) ?? strangerNumber(of: name, dimension)
    last[dimension.order] = (name, number)
    return number
  }

  /// The name of a number.
  func name(_ number: UInt32, _ dimension: Dimension) -> String {
    let count = farmCount(dimension)
    if number >= count { return strangers[dimension, default: []][Int(number) - count] }
    return switch dimension {
    case .version: farm.versions[number].text
    case .stack: farm.stacks[number]
    case .os: farm.oses[number]
    case .platform: farm.platforms[number]
    case .target: farm.targets[number]
    case .compiler: farm.compilers[number].canonical
    case .package, .variants, .hash: ""
    }
  }

  /// A version, ready to compare.
  func version(_ number: UInt32) -> Version {
    Int(number) < farm.versions.count ? farm.versions[number] : Version(name(number, .version))
  }

  private func farmNumber(of name: String, _ dimension: Dimension) -> UInt32? {
    switch dimension {
    case .version: farm.versions.number(of: name)
    case .stack: farm.stacks.number(of: name)
    case .os: farm.oses.number(of: name)
    case .platform: farm.platforms.number(of: name)
    case .target: farm.targets.number(of: name)
    case .compiler: farm.compilers.number(of: Compiler(written: name).canonical)
    case .package, .variants, .hash: nil
    }
  }

  private func farmCount(_ dimension: Dimension) -> Int {
    switch dimension {
    case .version: farm.versions.count
    case .stack: farm.stacks.count
    case .os: farm.oses.count
    case .platform: farm.platforms.count
    case .target: farm.targets.count
    case .compiler: farm.compilers.count
    case .package, .variants, .hash: 0
    }
  }

  private mutating func strangerNumber(of name: String, _ dimension: Dimension) -> UInt32 {
    let known = strangers[dimension, default: []]
    let name = dimension == .compiler ? Compiler(written: name).canonical : name
    let position = known.firstIndex { NameTable.isSame($0, name) } ?? known.count
    if position == known.count { strangers[dimension, default: []].append(name) }
    return UInt32(farmCount(dimension) + position)
  }
}
