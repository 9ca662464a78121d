import Diagnostics
import FarmModel

/// `show` for a terminal.
struct ShowText {
  let options: ReportOptions

  /// How many specs a list has before it is cut.
  private static let specLimit = 50

  func overview(of overviews: [FarmOverview]) -> String {
    var page = TextPage(options: options)
    if overviews.isEmpty { page.line("No snapshot.") }
    for overview in overviews {
      page.blankLine()
      write(overview, to: &page)
    }
    return page.text
  }

  private func write(_ overview: FarmOverview, to page: inout TextPage) {
    let counts = [
      Wording.count(overview.packages, "package"), Wording.count(overview.versions, "version"),
      Wording.count(overview.specs, "spec"), Wording.count(overview.stacks.count, "stack"),
      Wording.count(overview.targets, "target"),
    ]
    page.flow(
      [page.styled(TerminalText.visible(overview.snapshot), .strong) + ":", counts.joined(separator: ", ")],
      separator: " ", indent: 0, hanging: 2)
    page.blankLine()
    var table = AlignedTable([
      .init(title: "stack"), .init(title: "packages", isNumber: true), .init(title: "specs", isNumber: true),
      .init(title: "targets"), .init(title: "oses"), .init(title: "compilers"),
    ])
    table.rows = overview.stacks.map { stack in
      [
        TerminalText.visible(stack.name), Wording.grouped(stack.packages), Wording.grouped(stack.specs),
        names(stack.targets.sorted { $0.packages > $1.packages }.map { $0.name + ($0.isStray ? " (stray)" : "") }),
        names(stack.oses), stack.compilers.isEmpty ? "unrecorded" : names(stack.compilers),
      ]
    }
    table.write(to: &page)
    if let indexes = overview.indexes { write(indexes, to: &page) }
    writeRemarks(on: overview, to: &page)
  }

  private func write(_ indexes: FarmSummary, to page: inout TextPage) {
    let counts = [
      Wording.count(indexes.nodes, "spec"), "\(Wording.count(indexes.externals, "external")) installed outside Spack",
      "\(Wording.count(indexes.holes, "hole")) in no build cache",
      "\(Wording.count(indexes.pushedElsewhere, "build")) pushed by another stack than one that carries them",
    ]
    page.blankLine()
    page.paragraph("In the indexes: " + counts.joined(separator: ", "), indent: 2, hanging: 2)
  }

  /// All names, or the first and how many more there are.
  private func names(_ names: [String]) -> String {
    guard let first = names.first, !options.showsAll, names.count > 1 else {
      return TerminalText.visible(names.joined(separator: ", "))
    }
    return "\(TerminalText.visible(first)) +\(names.count - 1)"
  }

  private func writeRemarks(on overview: FarmOverview, to page: inout TextPage) {
    var remarks: [String] = []
    if overview.orphaned > 0 {
      remarks.append("\(Wording.count(overview.orphaned, "orphaned spec")): in the farm, but in no stack")
    }
    if overview.unrecordedCompilers > 0 {
      remarks.append("\(Wording.count(overview.unrecordedCompilers, "spec")) with unrecorded compilers")
    }
    if overview.neededHoles > 0 {
      remarks.append("\(Wording.count(overview.neededHoles, "hole")): in an index, needed to run, and not built")
    }
    for stack in overview.stacks {
      for target in stack.targets where target.isStray {
        remarks.append(
          "stray target: \(TerminalText.visible(target.name)) holds \(Wording.grouped(target.packages)) of the "
            + "\(Wording.count(stack.packages, "package")) of \(TerminalText.visible(stack.name)), under a tenth; "
            + "`main targets` passes it over")
      }
    }
    guard !remarks.isEmpty else { return }
    page.blankLine()
    for remark in remarks { page.paragraph("! \(remark)", indent: 2, hanging: 2) }
  }

  func matrices(_ matrices: [PackageMatrix], of package: String) -> String {
    var page = TextPage(options: options)
    if matrices.isEmpty { page.line("No snapshot has \(TerminalText.visible(package)).") }
    for matrix in matrices {
      page.blankLine()
      write(matrix, to: &page)
    }
    return page.text
  }

  private func write(_ matrix: PackageMatrix, to page: inout TextPage) {
    let filled = matrix.rows.reduce(0) { $0 + $1.counts.count { $0 > 0 } }
    let all = matrix.rows.count * matrix.places.count
    let name = page.styled(TerminalText.visible(matrix.package), .strong)
    let share = Wording.percentage(filled, of: all).map { " (\($0))" } ?? ""
    page.line("\(name) in \(TerminalText.visible(matrix.snapshot)): \(filled) of \(all) cells built\(share)")
    page.blankLine()
    for (index, place) in matrix.places.enumerated() {
      page.line("\(label(index, matrix))  \(TerminalText.visible("\(place.stack)/\(place.target)"))", indent: 2)
    }
    let versionWidth = matrix.rows.map { DisplayWidth.columns(TerminalText.visible($0.version)) }.max() ?? 0
    let labelWidth = String(max(1, matrix.places.count)).count
    let perBlock = max(1, (page.width - versionWidth - 16) / (labelWidth + 1))
    for start in stride(from: 0, to: matrix.places.count, by: perBlock) {
      let columns = start..<min(start + perBlock, matrix.places.count)
      page.blankLine()
      let head = columns.map { label($0, matrix) }.joined(separator: " ")
      page.line(page.styled(String(repeating: " ", count: versionWidth) + "  " + head, .faint), indent: 2)
      for row in matrix.rows {
        let version = TerminalText.visible(row.version)
        let cells = columns.map { column in
          String(repeating: " ", count: labelWidth - 1) + (row.counts[column] > 0 ? "■" : "·")
        }
        let padding = String(repeating: " ", count: versionWidth - DisplayWidth.columns(version))
        let remark = row.isOrphaned ? "  orphaned" : ""
        page.line("\(version)\(padding)  \(cells.joined(separator: " "))\(remark)", indent: 2)
      }
    }
    if matrix.places.isEmpty {
      page.paragraph("no stack carries it; versions: \(matrix.rows.map(\.version).joined(separator: ", "))", indent: 2)
    }
  }

  private func label(_ column: Int, _ matrix: PackageMatrix) -> String {
    let number = String(column + 1)
    return String(repeating: " ", count: String(matrix.places.count).count - number.count) + number
  }

  func specs(_ selections: [ShowReporter.Selection]) -> String {
    var page = TextPage(options: options)
    if selections.isEmpty { page.line("No snapshot.") }
    for selection in selections {
      page.blankLine()
      let name = page.styled(TerminalText.visible(selection.snapshot), .strong)
      page.line("\(name): \(Wording.count(selection.specs.count, "spec"))")
      let limit = options.showsAll ? Int.max : ShowText.specLimit
      for spec in selection.specs.prefix(limit) { write(spec, to: &page) }
      if selection.specs.count > limit {
        page.line("… and \(Wording.grouped(selection.specs.count - limit)) more; --all shows them", indent: 2)
      }
    }
    return page.text
  }

  private func write(_ spec: SpecDescription, to page: inout TextPage) {
    let compiler = spec.compiler.map { "%" + Compiler(written: $0).canonical }
    let stacks = spec.stacks.isEmpty ? "in no stack" : "in " + spec.stacks.joined(separator: ", ")
    let words =
      ["\(spec.package)@=\(spec.version)"] + spec.variants.written
      + ["platform=\(spec.platform)", "os=\(spec.os)", "target=\(spec.target)"] + [compiler].compactMap { $0 }
      + [stacks]
    let safe = words.map { TerminalText.visible($0) }
    page.flow(
      safe, separator: " ", lead: "/\(TerminalText.visible(String(spec.hash.prefix(7))))  ", indent: 2, hanging: 10)
  }
}
