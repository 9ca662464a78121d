import Diagnostics

/// A trend for a terminal: a line with a sparkline for each policy, stack and target.
struct TrendText {
  let options: ReportOptions

  private static let bars = Array("▁▂▃▄▅▆▇█")

  func text(of trend: Trend) -> String {
    var page = TextPage(options: options)
    guard let first = trend.points.first, let last = trend.points.last else {
      page.line("No snapshot.")
      return page.text
    }
    let span = "\(TerminalText.visible(first.snapshot)) to \(TerminalText.visible(last.snapshot))"
    page.line("\(page.styled(span, .strong)): \(Wording.count(trend.points.count, "snapshot"))")
    let all = trend.series
    for (kind, title) in [("policy", "policies"), ("stack", "stacks"), ("target", "targets")] {
      let series = all.filter { $0.kind == kind }
      guard !series.isEmpty else { continue }
      page.blankLine()
      var table = AlignedTable([
        .init(title: title), .init(title: "first", isNumber: true), .init(title: "last", isNumber: true),
        .init(title: "change", isNumber: true), .init(title: "trend"),
      ])
      table.rows = series.map { row(of: $0, width: page.width) }
      table.write(to: &page)
    }
    return page.text
  }

  private func row(of series: Trend.Series, width: Int) -> [String] {
    let known = series.values.compactMap { $0 }
    let (first, last) = (known.first, known.last)
    let change = zip([first].compactMap { $0 }, [last].compactMap { $0 }).map { $1 - $0 }.first
    let name = TerminalText.visible(series.name)
    let room = max(8, width / 3)
    return [
      DisplayWidth.columns(name) > width / 2 ? String(name.prefix(width / 2 - 1)) + "…" : name,
      figure(first, series), figure(last, series), change.map { sign($0, series) } ?? "",
      sparkline(Array(series.values.suffix(room)), isShare: series.isShare),
    ]
  }

  private func figure(_ value: Int?, _ series: Trend.Series) -> String {
    guard let value else { return "-" }
    return series.isShare ? "\(value / 100).\(value / 10 % 10)%" : Wording.grouped(value)
  }

  private func sign(_ change: Int, _ series: Trend.Series) -> String {
    if change == 0 { return "=" }
    let size = series.isShare ? "\(abs(change) / 100).\(abs(change) / 10 % 10)" : Wording.grouped(abs(change))
    return (change > 0 ? "+" : "-") + size
  }

  /// Between the least and the greatest value, so that a small change is seen; a point without a value is a blank.
  private func sparkline(_ values: [Int?], isShare: Bool) -> String {
    let known = values.compactMap { $0 }
    guard let least = known.min(), let greatest = known.max() else { return "" }
    let bars = TrendText.bars
    return String(
      values.map { value -> Character in
        guard let value else { return " " }
        guard greatest > least else { return bars[isShare && greatest > 0 ? 7 : 0] }
        return bars[(value - least) * (bars.count - 1) / (greatest - least)]
      })
  }
}
