import Diagnostics
import CoverageEngine
import CoveragePolicy

/// Findings by package, a line for each version, long lists cut with a count and the flag that shows all.
struct TextFindingList {
  /// `nil` where findings of several sentences are listed alike.
  var sentence: Sentence?
  let options: ReportOptions

  /// How many version lines a policy shows, and how many findings a line, unless all are asked for.
  private static let lineLimit = 30
  private static let itemLimit = 8

  func write(_ findings: [Finding], to page: inout TextPage) {
    let groups = FindingGroup.groups(of: findings)
    var room = options.showsAll ? Int.max : TextFindingList.lineLimit
    var shown = 0
    var shownPackages = 0
    var wasCut = false
    for group in groups {
      guard room > 0 else { break }
      let lines = group.lines.prefix(room)
      write(group, lines: lines, cut: &wasCut, to: &page)
      room -= lines.count
      shown += lines.reduce(0) { $0 + $1.findings.count }
      shownPackages += 1
    }
    if shown < findings.count {
      let (rest, packages) = (findings.count - shown, groups.count - shownPackages)
      let among = packages > 0 ? " in \(Wording.count(packages, "more package"))" : ""
      let noun = sentence?.findingNoun ?? (singular: "finding", plural: "findings")
      page.paragraph(
        "… and \(Wording.count(rest, noun.singular, noun.plural)) more\(among); --all shows them", indent: 4)
    } else if wasCut {
      page.line("--all shows every one", indent: 4)
    }
  }

  private func write(
    _ group: FindingGroup, lines: ArraySlice<FindingGroup.Line>, cut wasCut: inout Bool, to page: inout TextPage
  ) {
    if let package = group.package {
      let heading = page.styled(TerminalText.visible(package), .strong)
      page.line("\(heading)  \(page.styled(Wording.grouped(group.count), .faint))", indent: 4)
    }
    for line in lines {
      let limit = options.showsAll ? Int.max : TextFindingList.itemLimit
      var items = line.findings.prefix(limit).map { item($0) }
      if line.findings.count > limit {
        items.append("… \(Wording.grouped(line.findings.count - limit)) more")
        wasCut = true
      }
      let version = line.version.map { TerminalText.visible($0) } ?? ""
      let isAlone = items.count == 1 && items[0].isEmpty
      let lead = version.isEmpty || isAlone ? version : version + "  "
      page.flow(isAlone ? [] : items, separator: ", ", lead: lead, indent: 6, hanging: min(12, lead.count))
    }
  }

  private func item(_ finding: Finding) -> String {
    var text = TerminalText.visible(finding.cell.placeLabel)
    if let count = finding.count {
      text = "\(sentence?.counted(count) ?? Wording.grouped(count))\(text.isEmpty ? "" : " in \(text)")"
    }
    if finding.isNew == true { text += text.isEmpty ? "(new)" : " (new)" }
    if !finding.blockers.isEmpty {
      let names = finding.blockers.prefix(3).map { TerminalText.visible($0) }.joined(separator: " ")
      let rest = finding.blockers.count > 3 ? " and \(finding.blockers.count - 3) more" : ""
      text += " (blocked by \(names)\(rest))"
    }
    return text
  }
}
