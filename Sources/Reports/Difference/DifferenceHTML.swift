import CoverageEngine

/// A difference as one self-contained page: no script, no network; every name is escaped text.
struct DifferenceHTML {
  func text(of difference: FarmDifference) -> String {
    let title = "\(XMLText.safe(difference.from)) → \(XMLText.safe(difference.to))"
    var lines = [
      "<!doctype html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<meta name=\"viewport\" content=\"width=device-width\">", "<title>\(title)</title>",
      "<style>\(DifferenceHTML.style)</style>", "</head>", "<body>", "<main>", "<h1>\(title)</h1>",
    ]
    lines += figures(of: difference)
    lines += names("Gained", difference.gained)
    lines += names("Lost", difference.lost)
    for change in difference.policies { lines += section(of: change) }
    lines += ["</main>", "</body>", "</html>"]
    return lines.map { $0 + "\n" }.joined()
  }

  private static let style = """
    :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
    main{max-width:60rem;margin:0 auto;padding:1rem}
    table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:left;border-bottom:1px solid #8884}
    td.number{text-align:right;font-variant-numeric:tabular-nums}code{overflow-wrap:anywhere}summary{cursor:pointer}
    """

  private func figures(of difference: FarmDifference) -> [String] {
    let rows = DifferenceWording.figures(difference).map { name, change in
      "<tr><th scope=\"row\">\(name)</th><td class=\"number\">\(Wording.grouped(change.from))</td>"
        + "<td class=\"number\">\(Wording.grouped(change.to))</td></tr>"
    }
    return ["<table>", "<tr><th scope=\"col\">what</th><th scope=\"col\">before</th><th scope=\"col\">now</th></tr>"]
      + rows + ["</table>"]
  }

  private func names(_ title: String, _ names: FarmDifference.Names) -> [String] {
    let rows = DifferenceWording.rows(names)
    if rows.isEmpty { return ["<h2>\(title): nothing</h2>"] }
    return ["<h2>\(title)</h2>", "<ul>"]
      + rows.map { row in
        let items = row.names.map { "<code>\(XMLText.safe($0))</code>" }.joined(separator: ", ")
        return "<li>\(row.kind): \(items)</li>"
      } + ["</ul>"]
  }

  private func section(of change: FarmDifference.PolicyChange) -> [String] {
    let lost = Set(change.lostCells)
    let counts = "\(change.newGaps.count) new, \(change.lostCells.count) lost, \(change.closed.count) closed"
    let isOpen = change.newGaps.count + change.closed.count <= 50 ? " open" : ""
    var lines = ["<details\(isOpen)>", "<summary><b>\(XMLText.safe(change.policy))</b>: \(counts)</summary>", "<ul>"]
    for finding in change.newGaps {
      let mark = lost.contains(finding) ? " (was built before)" : ""
      lines.append("<li>new: <code>\(XMLText.safe(finding.cell.sentenceLabel))</code>\(mark)</li>")
    }
    for finding in change.closed {
      lines.append("<li>closed: <code>\(XMLText.safe(finding.cell.sentenceLabel))</code></li>")
    }
    return lines + ["</ul>", "</details>"]
  }
}
