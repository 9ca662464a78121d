import CoveragePolicy
import FarmModel

/// The values that one dimension can take in a policy: the farm's names, and those that the policy names although the
/// farm does not have them, together in printing order; the position is the value.
struct ValueTable {
  /// As findings print them.
  let names: [String]
  /// For each value its number in the farm; `nil` where every value is the farm's own number.
  private var farmNumbers: [UInt32?]?
  /// For each number of the farm its value; `nil` likewise.
  private var values: [UInt32]?

  /// The farm's names alone.
  init(names: [String]) { self.names = names }

  /// The farm's names with strangers among them; `precedes` is the printing order.
  init(names farmNames: [String], strangers: [String], precedes: (String, String) -> Bool) {
    if strangers.isEmpty {
      names = farmNames
      return
    }
    var entries = farmNames.enumerated().map { (name: $1, number: UInt32($0) as UInt32?) }
    entries += strangers.map { ($0, nil) }
    entries.sort { precedes($0.name, $1.name) }
    names = entries.map(\.name)
    farmNumbers = entries.map(\.number)
    var values = [UInt32](repeating: 0, count: farmNames.count)
    for (value, entry) in entries.enumerated() {
      if let number = entry.number { values[Int(number)] = UInt32(value) }
    }
    self.values = values
  }

  var count: Int { names.count }

  /// The farm's number of a value; `nil` for a stranger.
  func farmNumber(of value: UInt32) -> UInt32? {
    guard let farmNumbers else { return value }
    return farmNumbers[Int(value)]
  }

  /// The value of a number of the farm.
  func value(of farmNumber: UInt32) -> UInt32 { values?[Int(farmNumber)] ?? farmNumber }
}
