import CoverageEngine
import Diagnostics

/// A difference for a terminal.
struct DifferenceText {
  let options: ReportOptions

  private static let nameLimit = 20

  func text(of difference: FarmDifference) -> String {
    var page = TextPage(options: options)
    let (from, to) = (TerminalText.visible(difference.from), TerminalText.visible(difference.to))
    page.line(page.styled(from == to ? "\(from), before and now" : "\(from) → \(to)", .strong))
    page.blankLine()
    for (name, change) in DifferenceWording.figures(difference) {
      page.line("\(name): \(DifferenceWording.change(change))", indent: 2)
    }
    write("gained", "+", difference.gained, style: .good, to: &page)
    write("lost", "-", difference.lost, style: .bad, to: &page)
    for change in difference.policies { write(change, to: &page) }
    return page.text
  }

  private func write(
    _ title: String, _ sign: String, _ names: FarmDifference.Names, style: TextStyle, to page: inout TextPage
  ) {
    let rows = DifferenceWording.rows(names)
    page.blankLine()
    page.line(page.styled("\(sign) \(title)\(rows.isEmpty ? ": nothing" : "")", style))
    for row in rows {
      let limit = options.showsAll ? Int.max : DifferenceText.nameLimit
      var items = row.names.prefix(limit).map { TerminalText.visible($0) }
      if row.names.count > limit { items.append("… \(Wording.grouped(row.names.count - limit)) more (--all)") }
      page.flow(items, separator: ", ", lead: "\(row.kind): ", indent: 2, hanging: 2)
    }
  }

  private func write(_ change: FarmDifference.PolicyChange, to page: inout TextPage) {
    page.blankLine()
    let counts = [
      "\(Wording.grouped(change.newGaps.count)) new", "\(Wording.grouped(change.lostCells.count)) of them lost",
      "\(Wording.grouped(change.closed.count)) closed",
    ]
    page.flow(
      [page.styled(TerminalText.visible(change.policy), .strong) + ":", counts.joined(separator: ", ")],
      separator: " ", indent: 0, hanging: 2)
    let sections = [
      ("new", change.newGaps), ("lost: built before, not now", change.lostCells), ("closed", change.closed),
    ]
    for (title, findings) in sections where !findings.isEmpty {
      page.line(page.styled("\(title):", .faint), indent: 2)
      TextFindingList(options: options).write(findings, to: &page)
    }
  }
}
