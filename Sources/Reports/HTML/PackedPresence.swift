import FarmModel

/// What the farm holds, whatever policies ask for: one bit for each version of a package and each stack and target.
///
/// The bytes hold, for each package with specs, in ascending order: its distance from the one before (the first: from
/// -1), how many specs it has and how many of these are orphaned, the number of versions that some stack carries, for
/// each its distance from the one before (the first: from -1), and for each one row of bits, a bit for each column,
/// lowest bit first, filled up to a whole byte.
struct PackedPresence {
  /// Stack and target, by the numbers of the page.
  private(set) var columns: [(stack: Int, target: Int)] = []
  private(set) var bytes = PackedBytes()

  /// Complexity: O(bodies × stacks of a body).
  init(_ farm: Farm, names: HTMLNameTables) {
    let versions = farm.versions.versions.map { names.number(ofVersion: $0.text) }
    var columnNumbers = [[Int]](
      repeating: [Int](repeating: -1, count: farm.targets.count), count: farm.stacks.count)
    for (stack, facts) in farm.stackFacts.enumerated() {
      for target in facts.targets {
        columnNumbers[stack][Int(target)] = columns.count
        let stackNumber = names.number(farm.stacks[UInt32(stack)], in: names.stacks)
        columns.append((stackNumber, names.number(farm.targets[target], in: names.targets)))
      }
    }
    var last = -1
    for package in farm.packages.names.indices {
      let number = names.number(farm.packages[UInt32(package)], in: names.packages)
      bytes.append(number: number - last)
      last = number
      append(PackageID(package), of: farm, columnNumbers, versions)
    }
  }

  private mutating func append(_ package: PackageID, of farm: Farm, _ columnNumbers: [[Int]], _ versions: [Int]) {
    var rows: [Int: [UInt8]] = [:]
    var orphanCount = 0
    for index in farm.bodies(of: package) {
      let body = farm.bodies[index]
      let version = versions[Int(body.version)]
      for stack in farm.stackSets[Int(body.stacks)].stacks {
        let column = columnNumbers[Int(stack)][Int(body.target)]
        rows[version, default: [UInt8](repeating: 0, count: (columns.count + 7) / 8)][column / 8] |= 1 << (column % 8)
      }
      if farm.isOrphaned(body) { orphanCount += Int(farm.specCounts[index]) }
    }
    bytes.append(number: farm.specs(of: package).count)
    bytes.append(number: orphanCount)
    bytes.append(number: rows.count)
    let carried = rows.keys.sorted()
    var last = -1
    for version in carried {
      bytes.append(number: version - last)
      last = version
    }
    for version in carried { bytes.append(contentsOf: rows[version] ?? []) }
  }

  func write(to json: inout JSONWriter) {
    json.array("columns") { json in for column in columns { json.array(of: [column.stack, column.target]) } }
    json.field("rows", bytes.base64)
  }
}
