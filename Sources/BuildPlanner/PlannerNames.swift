import CoverageEngine
import FarmModel

/// The names of a farm with those that only policies know behind them: a policy may ask for a target, version or stack
/// that the farm does not have.
struct PlannerNames {
  /// The number of the aggregate stack; the stacks of the farm come before it.
  let aggregateStack: UInt32
  private let farm: Farm
  private var strangers: [Dimension: [String]] = [:]
  /// Where a stranger is, by its bytes.
  private var strangerPositions: [Dimension: [[UInt8]: Int]] = [:]
  /// The numbers of the farm's versions that were asked for: to read a version takes longer than to look it up.
  private var versionNumbers: [String: UInt32] = [:]
  /// For each dimension the name that was asked for last; mostly it is asked for again.
  private var last: [(name: String, number: UInt32)?]

  init(_ farm: Farm) {
    self.farm = farm
    last = [(name: String, number: UInt32)?](repeating: nil, count: Dimension.allCases.count)
    aggregateStack = UInt32(farm.stacks.count)
    strangers[.stack] = [Farm.aggregateStack]
    strangerPositions[.stack] = [Array(Farm.aggregateStack.utf8): 0]
  }

  /// The number of a name; one that the farm lacks gets a number behind the farm's. Complexity: O(log n).
  mutating func number(of name: String, _ dimension: Dimension) -> UInt32 {
    if let last = last[dimension.order], NameTable.isSame(last.name, name) { return last.number }
    let number = farmNumber(of: name, dimension) ?? strangerNumber(of: name, dimension)
    last[dimension.order] = (name, number)
    return number
  }

  /// The number of a name that the farm has. Complexity: as `number`.
  mutating func farmNumber(of name: String, _ dimension: Dimension) -> UInt32? {
    guard dimension == .version else { return farm.number(of: name, dimension) }
    // Texts that are equal need not be the same bytes.
    if let known = versionNumbers[name], NameTable.isSame(farm.versions[known].text, name) { return known }
    let number = farm.number(of: name, .version)
    if let number { versionNumbers[name] = number }
    return number
  }

  /// The name of a number.
  func name(_ number: UInt32, _ dimension: Dimension) -> String {
    let count = farm.nameCount(dimension)
    if number >= count { return strangers[dimension, default: []][Int(number) - count] }
    return farm.name(number, dimension)
  }

  /// A version, ready to compare.
  func version(_ number: UInt32) -> Version {
    Int(number) < farm.versions.count ? farm.versions[number] : Version(name(number, .version))
  }

  private mutating func strangerNumber(of name: String, _ dimension: Dimension) -> UInt32 {
    let name = dimension == .compiler ? Compiler(written: name).canonical : name
    let next = strangers[dimension, default: []].count
    let position = strangerPositions[dimension, default: [:]][Array(name.utf8), default: next]
    if position == next {
      strangers[dimension, default: []].append(name)
      strangerPositions[dimension, default: [:]][Array(name.utf8)] = next
    }
    return UInt32(farm.nameCount(dimension) + position)
  }
}
