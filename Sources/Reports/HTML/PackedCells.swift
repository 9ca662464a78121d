import CoverageEngine
import FarmModel

/// The required cells of one policy, packed: for each package its versions, its places and one state per crossing.
///
/// The bytes hold, for each package that has cells, in ascending order: the package's distance from the one before
/// (the first: from -1), the number of rows, for each row the version's number plus one (0: none bound), the number of
/// the set of places, and the states row by row in four bits each, filled up to a whole byte. The lower three bits are
/// `ReportedCell.State` or 0, the fourth says that the gap is new. Positions count states from the start.
struct PackedCells {
  private(set) var places: [HTMLPlace] = []
  /// Sets of numbers of places, each once, in the order in which packages first need them.
  private(set) var placeSets: [[Int]] = []
  private(set) var bytes = PackedBytes()
  /// Where several cells share a crossing (hashes of one version): position, required, covered.
  private(set) var multiples: [Int] = []
  private var positions: [Key: Int] = [:]
  private var setNumbers: [[Int]: Int] = [:]
  private var stateCount = 0

  struct Key: Hashable {
    var package: Int
    var version: Int
    var place: HTMLPlace
  }

  /// Packs cells that may come in any order. Complexity: O(n log n).
  init(_ cells: [ReportedCell], newGaps: [Cell], names: HTMLNameTables) {
    var crossings: [Key: Crossing] = [:]
    var keys = KeyMaker(names: names)
    for judged in cells { crossings[keys.key(of: judged.cell), default: Crossing()].add(judged.state) }
    for cell in newGaps { crossings[keys.key(of: cell)]?.isNew = true }
    places = Set(crossings.keys.map(\.place)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    var byPackage: [Int: [Key]] = [:]
    for key in crossings.keys { byPackage[key.package, default: []].append(key) }
    var last = -1
    for package in byPackage.keys.sorted() {
      bytes.append(number: package - last)
      last = package
      append(byPackage[package] ?? [], crossings, numbers)
    }
  }

  /// The position of a cell's state, or `nil` where the policy does not require it.
  func position(of cell: Cell, names: HTMLNameTables) -> Int? {
    var keys = KeyMaker(names: names)
    return positions[keys.key(of: cell)]
  }

  private mutating func append(_ keys: [Key], _ crossings: [Key: Crossing], _ numbers: [HTMLPlace: Int]) {
    let versions = Set(keys.map(\.version)).sorted()
    let columns = Set(keys.compactMap { numbers[$0.place] }).sorted()
    bytes.append(number: versions.count)
    for version in versions { bytes.append(number: version + 1) }
    bytes.append(number: setNumber(of: columns))
    var states: [UInt8] = []
    for version in versions {
      for column in columns {
        let key = Key(package: keys[0].package, version: version, place: places[column])
        states.append(crossings[key]?.nibble ?? 0)
        if let crossing = crossings[key] {
          positions[key] = stateCount
          if crossing.required > 1 { multiples += [stateCount, crossing.required, crossing.covered] }
        }
        stateCount += 1
      }
    }
    bytes.append(nibbles: states)
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
    if !multiples.isEmpty {
      json.array("multiples", of: multiples)
    }
  }
}

/// What is known of one crossing of a version and a place: the worst state of its cells, and how many are covered.
private struct Crossing {
  var state: UInt8 = 0
  var required = 0
  var covered = 0
  var isNew = false

  mutating func add(_ next: ReportedCell.State) {
    state = max(state, next.rawValue)
    required += 1
    if next == .built { covered += 1 }
  }

  var nibble: UInt8 { state | (isNew ? 8 : 0) }
}

/// Turns cells into numbers; remembers the last names, for cells come in runs of one package and version.
private struct KeyMaker {
  let names: HTMLNameTables
  private var package: (name: String?, number: Int) = (nil, -1)
  private var version: (text: String?, number: Int) = (nil, -1)

  init(names: HTMLNameTables) { self.names = names }

  mutating func key(of cell: Cell) -> PackedCells.Key {
    if !isSame(package.name, cell.package) {
      package = (cell.package, names.number(cell.package, in: names.packages))
    }
    if !isSame(version.text, cell.version) {
      version = (cell.version, names.number(ofVersion: cell.version))
    }
    return PackedCells.Key(package: package.number, version: version.number, place: names.place(of: cell))
  }

  private func isSame(_ first: String?, _ second: String?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return NameTable.isSame(first, second)
  }
}
