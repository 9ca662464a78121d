/// Rows and columns that hang together: reduced as far as that decides anything, then searched.
struct CoverComponent {
  /// The columns' numbers in the problem.
  private let numbers: [Int]
  /// For each column its rows, for each row its columns; ascending, of those still in play.
  private(set) var columns: [[Int32]]
  private(set) var rows: [[Int32]]
  private var isColumnOut: [Bool]
  private var isRowOut: [Bool]
  private var chosen: [Int] = []
  private var budget: Int

  init(_ part: CoverPart, budget: Int) {
    numbers = part.columns.map(\.number)
    columns = part.columns.map(\.rows)
    rows = [[Int32]](repeating: [], count: part.rowCount)
    for (number, column) in columns.enumerated() {
      for row in column { rows[Int(row)].append(Int32(number)) }
    }
    isColumnOut = [Bool](repeating: false, count: columns.count)
    isRowOut = [Bool](repeating: false, count: part.rowCount)
    self.budget = budget
  }

  /// The best cover that the budget allows, in the problem's numbers.
  mutating func solve() -> CoverSolution {
    if let all = columns.firstIndex(where: { $0.count == rows.count }) {
      return CoverSolution(columns: [numbers[all]], lowerBound: 1)
    }
    reduce()
    let remaining = CoverProblem(rowCount: rows.count, columns: columnsInPlay())
    var added: [Int] = []
    var lowerBound = 0
    for part in remaining.components() {
      var search = CoverSearch(part, budget: budget)
      let found = search.run()
      added += found.columns
      lowerBound += found.lowerBound
    }
    return solution(adding: added, lowerBound: lowerBound)
  }

  private func solution(adding added: [Int], lowerBound: Int) -> CoverSolution {
    CoverSolution(columns: (chosen + added).map { numbers[$0] }.sorted(), lowerBound: chosen.count + lowerBound)
  }

  private func columnsInPlay() -> [[Int32]] {
    columns.indices.map { isColumnOut[$0] ? [] : columns[$0] }
  }
}

extension CoverComponent {
  /// Takes the only column of a row, drops columns and rows that others stand for, until nothing changes or the budget
  /// is spent.
  private mutating func reduce() {
    var hasChanged = true
    while hasChanged, budget > 0 {
      hasChanged = takeEssentialColumns()
      hasChanged = dropColumns() || hasChanged
      hasChanged = dropRows() || hasChanged
    }
  }

  private mutating func takeEssentialColumns() -> Bool {
    var hasChanged = false
    for row in rows.indices where !isRowOut[row] && rows[row].count == 1 {
      hasChanged = true
      choose(Int(rows[row][0]))
    }
    return hasChanged
  }

  private mutating func choose(_ column: Int) {
    chosen.append(column)
    for row in columns[column] { drop(row: Int(row)) }
    drop(column: column)
  }

  private mutating func drop(row: Int) {
    guard !isRowOut[row] else { return }
    isRowOut[row] = true
    for column in rows[row] where !isColumnOut[Int(column)] { columns[Int(column)].removeAll { $0 == Int32(row) } }
  }

  private mutating func drop(column: Int) {
    guard !isColumnOut[column] else { return }
    isColumnOut[column] = true
    for row in columns[column] where !isRowOut[Int(row)] { rows[Int(row)].removeAll { $0 == Int32(column) } }
  }

  /// Drops columns whose rows another column has too.
  private mutating func dropColumns() -> Bool {
    var hasChanged = false
    for column in columns.indices where !isColumnOut[column] && budget > 0 {
      guard let rarest = columns[column].min(by: { rows[Int($0)].count < rows[Int($1)].count }) else {
        drop(column: column)
        continue
      }
      let isDominated = rows[Int(rarest)].contains { other in
        budget -= 1
        return Int(other) != column && isCovered(columns[column], by: columns[Int(other)], isEarlier: other < column)
      }
      if isDominated {
        drop(column: column)
        hasChanged = true
      }
    }
    return hasChanged
  }

  /// Drops rows that are covered whenever another row is.
  private mutating func dropRows() -> Bool {
    var hasChanged = false
    for row in rows.indices where !isRowOut[row] && budget > 0 {
      guard let narrowest = rows[row].min(by: { columns[Int($0)].count < columns[Int($1)].count }) else { continue }
      let isImplied = columns[Int(narrowest)].contains { other in
        budget -= 1
        return Int(other) != row && isCovered(rows[Int(other)], by: rows[row], isEarlier: other < row)
      }
      if isImplied {
        drop(row: row)
        hasChanged = true
      }
    }
    return hasChanged
  }

  /// Whether all of some ascending numbers are among others; if they are the same, only where the others come earlier.
  private func isCovered(_ numbers: [Int32], by others: [Int32], isEarlier: Bool) -> Bool {
    if numbers.count > others.count || (numbers.count == others.count && !isEarlier) { return false }
    var position = 0
    for number in numbers {
      while position < others.count, others[position] < number { position += 1 }
      if position == others.count || others[position] != number { return false }
      position += 1
    }
    return true
  }
}
