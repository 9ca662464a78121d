/// Coverage over time as a picture: one line for each coverage policy, in SVG that stands alone or in a page.
///
/// It holds no text from documents but names, escaped as XML, and no script.
package enum TrendChart {
  private static let width = 720
  private static let height = 240
  private static let margin = 36
  /// Lines are told apart by dash as well as by colour.
  private static let strokes = [
    ("#0072b2", ""), ("#d55e00", "6 3"), ("#009e73", "2 2"), ("#cc79a7", "8 3 2 3"), ("#e69f00", "4 4"),
    ("#56b4e9", "1 3"),
  ]

  /// The whole SVG document. Complexity: O(points × policies).
  package static func svg(of trend: Trend) -> String {
    let series = trend.series.filter { $0.kind == "policy" && $0.isShare }
    let tall = height + 18 * series.count
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(tall)\" role=\"img\""
        + " font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"currentColor\">",
      "<title>Coverage over \(trend.points.count) snapshots</title>",
    ]
    lines += grid(trend)
    for (index, line) in series.enumerated() { lines += curve(line, index, count: trend.points.count) }
    lines.append("</svg>")
    return lines.map { $0 + "\n" }.joined()
  }

  private static func grid(_ trend: Trend) -> [String] {
    var lines: [String] = []
    for percentage in [0, 25, 50, 75, 100] {
      let place = vertical(percentage * 100)
      lines.append(
        "<line x1=\"\(margin)\" x2=\"\(width - margin)\" y1=\"\(place)\" y2=\"\(place)\" stroke=\"currentColor\""
          + " stroke-opacity=\"0.15\"/><text x=\"2\" y=\"\(place + 4)\">\(percentage)%</text>")
    }
    if let first = trend.points.first {
      lines.append("<text x=\"\(margin)\" y=\"\(height - 6)\">\(XMLText.safe(first.snapshot))</text>")
    }
    if let last = trend.points.last, trend.points.count > 1 {
      lines.append(
        "<text x=\"\(width - margin)\" y=\"\(height - 6)\" text-anchor=\"end\">\(XMLText.safe(last.snapshot))</text>")
    }
    return lines
  }

  private static func curve(_ series: Trend.Series, _ index: Int, count: Int) -> [String] {
    let (colour, dash) = strokes[index % strokes.count]
    let style = "stroke=\"\(colour)\" stroke-width=\"2\"" + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
    var lines: [String] = []
    var points: [String] = []
    func finish() {
      if points.count > 1 {
        lines.append("<polyline fill=\"none\" \(style) points=\"\(points.joined(separator: " "))\"/>")
      }
      points = []
    }
    for (position, value) in series.values.enumerated() {
      guard let value else {
        finish()
        continue
      }
      let place = (horizontal(position, of: count), vertical(value))
      points.append("\(place.0),\(place.1)")
      lines.append("<circle cx=\"\(place.0)\" cy=\"\(place.1)\" r=\"2.5\" fill=\"\(colour)\"/>")
    }
    finish()
    let row = height + 14 + 18 * index
    lines.append("<line x1=\"\(margin)\" x2=\"\(margin + 28)\" y1=\"\(row - 4)\" y2=\"\(row - 4)\" \(style)/>")
    lines.append("<text x=\"\(margin + 36)\" y=\"\(row)\">\(XMLText.safe(series.name))</text>")
    return lines
  }

  private static func horizontal(_ position: Int, of count: Int) -> Int {
    count < 2 ? width / 2 : margin + position * (width - 2 * margin) / (count - 1)
  }

  /// The height of a share in hundredths of a percent.
  private static func vertical(_ share: Int) -> Int { height - 28 - share * (height - 48) / 10_000 }
}
