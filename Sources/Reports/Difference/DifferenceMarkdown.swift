import CoverageEngine

/// A difference as a comment.
struct DifferenceMarkdown {
  private static let nameLimit = 50

  func text(of difference: FarmDifference) -> String {
    var page = MarkdownPage()
    let (from, to) = (MarkdownText.code(difference.from), MarkdownText.code(difference.to))
    _ = page.append("### \(from) → \(to)\n\n| | before | now |\n|---|--:|--:|\n")
    for (name, change) in DifferenceWording.figures(difference) {
      _ = page.append("| \(name) | \(Wording.grouped(change.from)) | \(Wording.grouped(change.to)) |\n")
    }
    var isCut = !write("gained", difference.gained, to: &page)
    isCut = !write("lost", difference.lost, to: &page) || isCut
    for change in difference.policies { isCut = !write(change, to: &page) || isCut }
    if isCut { page.close("\n_Cut to fit; the JSON report has all._\n") }
    return page.text
  }

  private func write(_ title: String, _ names: FarmDifference.Names, to page: inout MarkdownPage) -> Bool {
    let rows = DifferenceWording.rows(names)
    guard page.append("\n**\(title)**\(rows.isEmpty ? ": nothing" : "")\n\n") else { return false }
    return rows.allSatisfy { row in
      var items = row.names.prefix(DifferenceMarkdown.nameLimit).map { MarkdownText.code($0) }
      if row.names.count > items.count { items.append("… \(Wording.grouped(row.names.count - items.count)) more") }
      return page.append("- \(row.kind): \(items.joined(separator: ", "))\n")
    }
  }

  private func write(_ change: FarmDifference.PolicyChange, to page: inout MarkdownPage) -> Bool {
    let name = MarkdownText.html(change.policy)
    let counts =
      "\(Wording.grouped(change.newGaps.count)) new, \(Wording.grouped(change.lostCells.count)) lost, "
      + "\(Wording.grouped(change.closed.count)) closed"
    guard page.append("\n<details><summary><b>\(name)</b>: \(counts)</summary>\n\n") else { return false }
    let lost = Set(change.lostCells)
    var isWhole = true
    for finding in change.newGaps where isWhole {
      let mark = lost.contains(finding) ? " **lost**" : ""
      isWhole = page.append("- \(MarkdownText.code(finding.cell.sentenceLabel))\(mark)\n")
    }
    for finding in change.closed where isWhole {
      isWhole = page.append("- closed: \(MarkdownText.code(finding.cell.sentenceLabel))\n")
    }
    page.close("\n</details>\n")
    return isWhole
  }
}
