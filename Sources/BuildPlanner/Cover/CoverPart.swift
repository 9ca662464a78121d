/// A part of a problem with its own numbers of rows.
struct CoverPart {
  var rowCount: Int
  /// The columns with their numbers in the problem; rows ascending.
  var columns: [(number: Int, rows: [Int32])]

  /// Adds a column of the problem; `numberOfRow` holds the part's numbers of the problem's rows, -1 for new ones.
  mutating func add(_ column: [Int32], _ number: Int, _ numberOfRow: inout [Int32]) {
    let rows = column.map { row in
      if numberOfRow[Int(row)] < 0 {
        numberOfRow[Int(row)] = Int32(rowCount)
        rowCount += 1
      }
      return numberOfRow[Int(row)]
    }
    columns.append((number, rows.sorted()))
  }
}

/// Which rows of a problem hang together by columns.
struct RowGroups {
  private var parents: [Int32]

  /// Complexity: O(entries), nearly.
  init(_ problem: CoverProblem) {
    parents = Array(Int32(0)..<Int32(problem.rowCount))
    for column in problem.columns {
      guard let first = column.first else { continue }
      for row in column.dropFirst() { unite(first, row) }
    }
    for row in parents.indices { parents[row] = find(Int32(row)) }
  }

  /// The row that stands for a row's group: its first.
  func root(of row: Int32) -> Int { Int(parents[Int(row)]) }

  private mutating func unite(_ first: Int32, _ second: Int32) {
    let (one, other) = (find(first), find(second))
    if one != other { parents[Int(max(one, other))] = min(one, other) }
  }

  private mutating func find(_ row: Int32) -> Int32 {
    var row = row
    while parents[Int(row)] != row {
      parents[Int(row)] = parents[Int(parents[Int(row)])]
      row = parents[Int(row)]
    }
    return row
  }
}
