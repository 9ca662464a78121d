/// Branch and bound over a small cover problem.
struct CoverSearch {
  /// Beyond this many rows a search would not end anyway, and bit sets of rows by rows would take too much memory.
  private static let mostRows = 2048
  private static let mostBits = 1 << 27

  private let part: CoverPart
  private var columns: [BitSet] = []
  /// For each row its columns, the widest first.
  private var columnsOfRow: [[Int]] = []
  /// For each row all rows that share a column with it.
  private var neighbours: [BitSet] = []
  /// The rows, those with fewest columns first.
  private var rowsByScarcity: [Int] = []
  private var budget: Int
  private var best: [Int] = []

  init(_ part: CoverPart, budget: Int) {
    self.part = part
    self.budget = budget
  }

  /// The best cover found and a lower bound.
  mutating func run() -> CoverSolution {
    best = greedy()
    let widthBound = widthBound()
    guard widthBound < best.count, part.rowCount <= CoverSearch.mostRows,
      part.rowCount * part.columns.count <= CoverSearch.mostBits
    else { return solution(lowerBound: widthBound) }
    prepare()
    var everything = BitSet(count: part.rowCount)
    for row in 0..<part.rowCount { everything.insert(row) }
    let bound = max(bound(everything), widthBound)
    let isProven = bound >= best.count || search(everything)
    return solution(lowerBound: isProven ? best.count : bound)
  }

  private mutating func prepare() {
    columns = part.columns.map { column in
      column.rows.reduce(into: BitSet(count: part.rowCount)) { $0.insert(Int($1)) }
    }
    columnsOfRow = [[Int]](repeating: [], count: part.rowCount)
    let widths = part.columns.map(\.rows.count)
    let widestFirst = widths.indices.sorted { widths[$0] != widths[$1] ? widths[$0] > widths[$1] : $0 < $1 }
    for column in widestFirst {
      for row in part.columns[column].rows { columnsOfRow[Int(row)].append(column) }
    }
    let counts = columnsOfRow.map(\.count)
    rowsByScarcity = counts.indices.sorted { counts[$0] != counts[$1] ? counts[$0] < counts[$1] : $0 < $1 }
    neighbours = columnsOfRow.map { shared in
      shared.reduce(into: BitSet(count: part.rowCount)) { $0.formUnion(columns[$1]) }
    }
  }

  private func solution(lowerBound: Int) -> CoverSolution {
    CoverSolution(columns: best.map { part.columns[$0].number }.sorted(), lowerBound: min(lowerBound, best.count))
  }

  /// Takes the column with most open rows until none is open. Complexity: O(entries × log columns) for most problems.
  private func greedy() -> [Int] {
    var isOpen = [Bool](repeating: true, count: part.rowCount)
    var openCount = part.rowCount
    var chosen: [Int] = []
    var heap = WidthHeap(part.columns.map(\.rows.count))
    while openCount > 0, let candidate = heap.popWidest() {
      let open = part.columns[candidate.column].rows.filter { isOpen[Int($0)] }
      if open.isEmpty { continue }
      if open.count < candidate.width {
        heap.push(column: candidate.column, width: open.count)
        continue
      }
      chosen.append(candidate.column)
      openCount -= open.count
      for row in open { isOpen[Int(row)] = false }
    }
    return chosen
  }

  /// Rows no two of which share a column: each needs a column of its own.
  private func bound(_ open: BitSet) -> Int {
    var open = open
    var count = 0
    for row in rowsByScarcity where open.contains(row) {
      count += 1
      open.subtract(neighbours[row])
    }
    return count
  }

  /// No column covers more rows than the widest.
  private func widthBound() -> Int {
    let widest = part.columns.map(\.rows.count).max() ?? 1
    return (part.rowCount + widest - 1) / widest
  }

  /// Tries all covers that could be better than `best`; false where the budget ended the search.
  private mutating func search(_ everything: BitSet) -> Bool {
    struct Level {
      var open: BitSet
      var choices: [Int]
      var next = 0
    }
    var levels = [Level(open: everything, choices: choices(everything))]
    var chosen: [Int] = []
    while let level = levels.last {
      guard level.next < level.choices.count, budget > 0 else {
        if budget <= 0 { return false }
        levels.removeLast()
        chosen = Array(chosen.dropLast())
        continue
      }
      budget -= 1
      levels[levels.count - 1].next += 1
      let column = level.choices[level.next]
      var open = level.open
      open.subtract(columns[column])
      if open.isEmpty {
        if chosen.count + 1 < best.count { best = chosen + [column] }
      } else if chosen.count + 1 + bound(open) < best.count {
        levels.append(Level(open: open, choices: choices(open)))
        chosen.append(column)
      }
    }
    return true
  }

  /// The columns of the open row that has fewest.
  private func choices(_ open: BitSet) -> [Int] {
    rowsByScarcity.first { open.contains($0) }.map { columnsOfRow[$0] } ?? []
  }
}
