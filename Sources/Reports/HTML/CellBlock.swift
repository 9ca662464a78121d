import CoverageEngine
import FarmModel

/// The cells of one package under one policy, by the numbers of the page: versions × places, both ascending.
struct CellBlock {
  /// What is known of one crossing of a version and a place.
  struct Crossing: Hashable {
    /// The worst state of its cells, packed; 0 where none is required.
    var state: UInt8 = 0
    var required = 0
    var covered = 0

    mutating func add(_ next: CellState) {
      guard next != .notRequired else { return }
      state = max(state, next.packed)
      required += 1
      if next == .covered { covered += 1 }
    }
  }

  var package: Int
  private(set) var versions: [Int]
  private(set) var places: [HTMLPlace]
  /// For version `v` and place `p`: `crossings[v * places.count + p]`.
  private(set) var crossings: [Crossing]

  private init(package: Int, versions: Set<Int>, places: Set<HTMLPlace>) {
    self.package = package
    self.versions = versions.sorted()
    self.places = places.sorted()
    crossings = [Crossing](repeating: Crossing(), count: versions.count * places.count)
  }

  /// The blocks of a coverage sentence; a package of which nothing is required has none.
  static func blocks(_ grids: [CellGrid], names: HTMLNameTables) -> [CellBlock] {
    grids.filter { grid in grid.states.contains { $0 != .notRequired } }.map { grid in
      let versions = grid.versions.map { names.number(ofVersion: $0) }
      let places = grid.places.map { names.place(of: $0) }
      var block = CellBlock(
        package: names.number(grid.package, in: names.packages), versions: Set(versions), places: Set(places))
      for (row, version) in versions.enumerated() {
        for (column, place) in places.enumerated() {
          block.add(grid.state(version: row, place: column), version: version, place: place)
        }
      }
      return block
    }
  }

  /// The blocks of a wanted list.
  static func blocks(_ wanted: [HTMLPolicyDetail.WantedCell], names: HTMLNameTables) -> [CellBlock] {
    var cells: [Int: [(version: Int, place: HTMLPlace, state: CellState)]] = [:]
    for judged in wanted {
      let package = names.number(judged.cell.package, in: names.packages)
      cells[package, default: []].append(
        (names.number(ofVersion: judged.cell.version), names.place(of: judged.cell), judged.state))
    }
    return cells.map { package, cells in
      var block = CellBlock(package: package, versions: Set(cells.map(\.version)), places: Set(cells.map(\.place)))
      for cell in cells { block.add(cell.state, version: cell.version, place: cell.place) }
      return block
    }
  }

  /// Where a crossing stands in `crossings`. Complexity: O(log n).
  func index(version: Int, place: HTMLPlace) -> Int? {
    guard let row = CellBlock.position(of: version, in: versions),
      let column = CellBlock.position(of: place, in: places)
    else { return nil }
    return row * places.count + column
  }

  private mutating func add(_ state: CellState, version: Int, place: HTMLPlace) {
    if let index = index(version: version, place: place) { crossings[index].add(state) }
  }

  private static func position<Value: Comparable>(of value: Value, in sorted: [Value]) -> Int? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == value ? low : nil
  }
}

extension CellState {
  /// The state in the packed form: the higher, the more it matters to the reader.
  var packed: UInt8 {
    switch self {
    case .notRequired: 0
    case .covered: 1
    case .waived: 2
    case .undetermined: 3
    case .gap: 4
    }
  }
}
