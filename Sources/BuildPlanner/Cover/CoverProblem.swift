/// A minimum set cover: choose as few columns as possible so that every row is in one of them.
struct CoverProblem {
  var rowCount: Int
  /// For each column its rows, ascending. Of columns that could stand for each other the earlier is preferred.
  var columns: [[Int32]]
}

/// The columns chosen for a cover.
struct CoverSolution {
  /// Ascending.
  var columns: [Int]
  /// No cover has fewer.
  var lowerBound: Int
  var isMinimal: Bool { columns.count == lowerBound }
}

extension CoverProblem {
  /// Solves the problem exactly, or as well as the budget allows. Rows that no column has are left uncovered.
  ///
  /// Components that share no column are solved on their own. - Parameter budget: how many steps of reduction and search
  /// each component may take. Complexity: O(entries) and the budget.
  func solved(budget: Int) -> CoverSolution {
    // Most packages lack one build.
    if columns.count == 1, !columns[0].isEmpty { return CoverSolution(columns: [0], lowerBound: 1) }
    var solution = CoverSolution(columns: [], lowerBound: 0)
    for part in components() {
      var component = CoverComponent(part, budget: budget)
      let solved = component.solve()
      solution.columns += solved.columns
      solution.lowerBound += solved.lowerBound
    }
    solution.columns.sort()
    return solution
  }

  /// The columns in groups that share no row, in the order of their first columns, each with its own numbers of rows.
  func components() -> [CoverPart] {
    let roots = RowGroups(self)
    var parts: [CoverPart] = []
    var partOfRoot = [Int32](repeating: -1, count: rowCount)
    var numberOfRow = partOfRoot
    for (number, column) in columns.enumerated() {
      guard let first = column.first else { continue }
      let root = roots.root(of: first)
      if partOfRoot[root] < 0 {
        partOfRoot[root] = Int32(parts.count)
        parts.append(CoverPart(rowCount: 0, columns: []))
      }
      parts[Int(partOfRoot[root])].add(column, number, &numberOfRow)
    }
    return parts
  }
}
