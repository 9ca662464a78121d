import Testing

@testable import BuildPlanner

/// The solver of minimum set covers on its own.
struct CoverTests {
  @Test func `a cover is as small as trying all of them finds`() {
    var random = RandomFarm(seed: 7)
    for _ in 0..<300 {
      let rowCount = Int(1 + random.next() % 8)
      let columnCount = Int(1 + random.next() % 9)
      let masks = (0..<columnCount).map { _ in Int(random.next() % UInt64(1 << rowCount)) }
      let coverable = masks.reduce(0, |)
      let problem = CoverProblem(
        rowCount: rowCount, columns: masks.map { mask in (0..<Int32(rowCount)).filter { mask >> $0 & 1 == 1 } })
      let solution = problem.solved(budget: 100_000)
      let smallest = (0..<(1 << columnCount)).filter { chosen in
        masks.indices.reduce(0) { chosen >> $1 & 1 == 1 ? $0 | masks[$1] : $0 } == coverable
      }.map(\.nonzeroBitCount).min()
      #expect(solution.columns.count == smallest && solution.isMinimal)
      #expect(solution.columns.reduce(0) { $0 | masks[$1] } == coverable)
    }
  }

  @Test func `beyond the budget a cover is greedy and says how small it could be`() {
    let rowCount = 60
    var random = RandomFarm(seed: 3)
    let columns = (0..<120).map { _ in
      Set((0..<6).map { _ in Int32(random.next() % UInt64(rowCount)) }).sorted()
    }
    let solution = CoverProblem(rowCount: rowCount, columns: columns).solved(budget: 50)
    #expect(Set(solution.columns.flatMap { columns[$0] }).count == Set(columns.flatMap { $0 }).count)
    #expect(!solution.isMinimal && solution.lowerBound < solution.columns.count && solution.lowerBound >= 10)
  }
}
