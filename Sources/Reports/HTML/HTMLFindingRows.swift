import CoverageEngine
import FarmModel

/// The findings of a policy written one by one: those of counts, prohibitions, losses and wanted lists. (Those of
/// coverage sentences are derived in the page from the states of the cells.)
struct HTMLFindingRows {
  /// A page lists at most so many findings one by one, over all policies; the rest is counted.
  static let limit = 25_000

  let findings: ArraySlice<Finding>
  let omitted: Int
  private let dimensions: [Dimension]

  init(_ findings: [Finding], limit: Int) {
    self.findings = findings.prefix(limit)
    omitted = findings.count - self.findings.count
    var bound: Set<Dimension> = []
    for finding in self.findings { for binding in finding.cell.bindings { bound.insert(binding.dimension) } }
    dimensions = bound.sorted()
  }

  /// Rows of: status word, the number or text of each bound dimension, and an object with the rest where there is any.
  func write(to json: inout JSONWriter, names: HTMLNameTables, variants: inout TextTable) {
    json.array("dimensions", of: dimensions.map(\.rawValue))
    json.array("findings") { json in
      for finding in findings {
        json.array { json in
          json.element(finding.status.rawValue)
          for dimension in dimensions {
            write(dimension, of: finding.cell, to: &json, names: names, variants: &variants)
          }
          if HTMLFindingRows.hasRest(finding) { writeRest(of: finding, to: &json) }
        }
      }
    }
    if omitted > 0 { json.field("omitted", omitted) }
  }

  private func write(
    _ dimension: Dimension, of cell: Cell, to json: inout JSONWriter, names: HTMLNameTables,
    variants: inout TextTable
  ) {
    switch dimension {
    case .package: json.element(names.number(cell.package, in: names.packages))
    case .version: json.element(names.number(ofVersion: cell.version))
    case .stack: json.element(names.number(cell.stack, in: names.stacks))
    case .os: json.element(names.number(cell.os, in: names.oses))
    case .platform: json.element(names.number(cell.platform, in: names.platforms))
    case .target: json.element(names.number(cell.target, in: names.targets))
    case .compiler:
      json.element(names.number(cell.compiler.map { Compiler(written: $0).canonical }, in: names.compilers))
    case .variants: json.element(cell.variants.map { variants.number(of: $0.joined(separator: " ")) } ?? -1)
    case .hash: json.element(cell.hash ?? "")
    }
  }

  private static func hasRest(_ finding: Finding) -> Bool {
    finding.count != nil || finding.waiver != nil || finding.expiredWaiver != nil || finding.isInBaseline
      || finding.isNew == true || !finding.blockers.isEmpty
  }

  private func writeRest(of finding: Finding, to json: inout JSONWriter) {
    json.object { json in
      json.field("count", ifPresent: finding.count)
      json.field("waiver", ifPresent: finding.waiver)
      json.field("expired", ifPresent: finding.expiredWaiver)
      if finding.isInBaseline { json.field("baseline", true) }
      if finding.isNew == true { json.field("new", true) }
      if !finding.blockers.isEmpty {
        json.array("blockers", of: finding.blockers)
      }
    }
  }
}

/// Texts that are often repeated, each once, in the order of first use.
struct TextTable {
  private(set) var texts: [String] = []
  private var numbers: [[UInt8]: Int] = [:]

  mutating func number(of text: String) -> Int {
    let bytes = Array(text.utf8)
    if let number = numbers[bytes] { return number }
    numbers[bytes] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}
