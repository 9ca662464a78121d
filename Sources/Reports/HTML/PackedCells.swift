import CoverageEngine
import FarmModel

/// The required cells of one policy, packed: for each package its versions, its places and one state per crossing.
///
/// The bytes hold, for each package that has cells, in ascending order: the package's distance from the one before
/// (the first: from -1), the number of rows, for each row the version's number plus one (0: none bound), the number of
/// the set of places, and the states row by row in four bits each, filled up to a whole byte. The lower three bits are
/// `CellState.packed`, the fourth says that the gap is new. Positions count states from the start.
struct PackedCells {
  private(set) var places: [HTMLPlace] = []
  /// Sets of numbers of places, each once, in the order in which packages first need them.
  private(set) var placeSets: [[Int]] = []
  private(set) var bytes = PackedBytes()
  /// Where several cells share a crossing (hashes of one version): position, required, covered.
  private(set) var multiples: [Int] = []
  private var setNumbers: [[Int]: Int] = [:]
  private var firstPositions: [Int: (block: CellBlock, first: Int)] = [:]
  private var stateCount = 0

  /// Packs blocks of any order, each package once. Complexity: O(n log n) in the blocks and places.
  init(_ blocks: [CellBlock], newGaps: [Cell], names: HTMLNameTables) {
    places = Set(blocks.flatMap(\.places)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    var new: [Int: [Cell]] = [:]
    for cell in newGaps { new[names.number(cell.package, in: names.packages), default: []].append(cell) }
    var last = -1
    for block in blocks.sorted(by: { $0.package < $1.package }) {
      bytes.append(number: block.package - last)
      last = block.package
      append(block, columns: block.places.compactMap { numbers[$0] }, new: new[block.package] ?? [], names)
    }
  }

  /// The position of a cell's state, or `nil` where the policy does not require it. Complexity: O(log n).
  func position(of cell: Cell, names: HTMLNameTables) -> Int? {
    guard let (block, first) = firstPositions[names.number(cell.package, in: names.packages)],
      let index = block.index(version: names.number(ofVersion: cell.version), place: names.place(of: cell))
    else { return nil }
    return first + index
  }

  private mutating func append(_ block: CellBlock, columns: [Int], new: [Cell], _ names: HTMLNameTables) {
    firstPositions[block.package] = (block, stateCount)
    bytes.append(number: block.versions.count)
    for version in block.versions { bytes.append(number: version + 1) }
    bytes.append(number: setNumber(of: columns))
    var states = block.crossings.map(\.state)
    for cell in new {
      let index = block.index(version: names.number(ofVersion: cell.version), place: names.place(of: cell))
      if let index { states[index] |= 8 }
    }
    bytes.append(nibbles: states)
    for (index, crossing) in block.crossings.enumerated() where crossing.required > 1 {
      multiples += [stateCount + index, crossing.required, crossing.covered]
    }
    stateCount += states.count
  }

  private mutating func setNumber(of columns: [Int]) -> Int {
    if let number = setNumbers[columns] { return number }
    setNumbers[columns] = placeSets.count
    placeSets.append(columns)
    return placeSets.count - 1
  }

  func write(to json: inout JSONWriter) {
    json.array("places") { json in for place in places { json.array(of: place.numbers) } }
    json.array("placeSets") { json in for set in placeSets { json.array(of: set) } }
    json.field("cells", bytes.base64)
    if !multiples.isEmpty { json.array("multiples", of: multiples) }
  }
}
