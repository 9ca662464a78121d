import CoverageEngine
import Diagnostics

/// `duplicates` for a terminal.
struct WasteText {
  let options: ReportOptions

  private static let rowLimit = 15

  func text(of wastes: [BuildWaste]) -> String {
    var page = TextPage(options: options)
    if wastes.isEmpty { page.line("No snapshot.") }
    for waste in wastes {
      page.blankLine()
      write(waste, to: &page)
    }
    return page.text
  }

  private func write(_ waste: BuildWaste, to page: inout TextPage) {
    let name = page.styled(TerminalText.visible(waste.snapshot), .strong)
    guard !waste.groups.isEmpty else {
      page.line("✓ \(name): every configuration was built once, \(Wording.count(waste.specCount, "spec"))")
      writeUse(of: waste, to: &page)
      return
    }
    let share = Wording.percentage(waste.savable, of: waste.specCount).map { " (\($0))" } ?? ""
    page.line(
      "\(name): \(Wording.grouped(waste.savable)) of \(Wording.count(waste.specCount, "build")) could be saved\(share)")
    page.paragraph(
      "\(Wording.count(waste.groups.count, "group")) of builds of one configuration under several hashes in one stack",
      indent: 2, hanging: 2)
    write("package", waste.packages, to: &page)
    write("stack", waste.stacks, to: &page)
    writeGroups(waste.groups, to: &page)
    writeCauses(waste.causes, to: &page)
    writeUse(of: waste, to: &page)
  }

  private func write(_ title: String, _ shares: [BuildWaste.Share], to page: inout TextPage) {
    var table = AlignedTable([
      .init(title: title), .init(title: "groups", isNumber: true), .init(title: "savable", isNumber: true),
    ])
    table.rows = shares.prefix(limit).map {
      [TerminalText.visible($0.name), Wording.grouped($0.groups), Wording.grouped($0.savable)]
    }
    page.blankLine()
    table.write(to: &page)
    writeRest(shares.count, to: &page)
  }

  private func writeGroups(_ groups: [BuildWaste.Group], to page: inout TextPage) {
    page.blankLine()
    for group in groups.prefix(limit) {
      let cell = group.cell
      let label = "\(cell.package ?? "") \(cell.version ?? "")  \(cell.placeLabel)"
      page.paragraph(
        "\(Wording.count(group.hashes.count, "build")) of \(TerminalText.visible(label))", indent: 2, hanging: 4)
      let hashes = group.hashes.prefix(options.showsAll ? Int.max : 5).map {
        "/" + TerminalText.visible(String($0.prefix(7)))
      }
      let rest = group.hashes.count > hashes.count ? ["… \(group.hashes.count - hashes.count) more"] : []
      page.flow(hashes + rest, separator: ", ", indent: 6, hanging: 0)
    }
    writeRest(groups.count, to: &page)
  }

  private func writeCauses(_ causes: [RebuildCause], to page: inout TextPage) {
    guard !causes.isEmpty else { return }
    page.blankLine()
    page.line("why builds of one configuration differ, by rebuilds:", indent: 2)
    for cause in causes.prefix(limit) {
      let values = TerminalText.visible(cause.values.joined(separator: " | "))
      let package = TerminalText.visible(cause.package)
      let text =
        cause.kind == .recipe
        ? "\(package): nothing recorded differs, most likely the recipe"
        : "\(package): \(cause.kind.rawValue) \(values)"
      page.paragraph("\(Wording.grouped(cause.rebuilds))  \(text)", indent: 4, hanging: 4)
    }
    writeRest(causes.count, to: &page)
  }

  private func writeUse(of waste: BuildWaste, to page: inout TextPage) {
    if !waste.sharings.isEmpty {
      page.blankLine()
      page.line("specs that several stacks carry:", indent: 2)
      for sharing in waste.sharings.prefix(limit) {
        let stacks = sharing.stacks.map { TerminalText.visible($0) }
        page.flow(stacks, separator: ", ", lead: "\(Wording.grouped(sharing.specs))  ", indent: 4, hanging: 4)
      }
      writeRest(waste.sharings.count, to: &page)
    }
    guard !waste.orphans.isEmpty else { return }
    page.blankLine()
    page.line(
      "orphans, that no stack carries: \(Wording.grouped(waste.orphans.reduce(0) { $0 + $1.savable }))", indent: 2)
    for share in waste.orphans.prefix(limit) {
      page.line("\(Wording.grouped(share.savable))  \(TerminalText.visible(share.name))", indent: 4)
    }
    writeRest(waste.orphans.count, to: &page)
  }

  private var limit: Int { options.showsAll ? Int.max : WasteText.rowLimit }

  private func writeRest(_ count: Int, to page: inout TextPage) {
    if count > limit { page.line("… and \(Wording.grouped(count - limit)) more; --all shows them", indent: 4) }
  }
}
