import Diagnostics
import CoverageEngine
import CoveragePolicy
import FarmModel

/// Writes one row for each finding (RFC 4180), and one for each document that could not be read.
package struct CSVReporter: Reporter {
  package init() {}

  private static let header = [
    "snapshot", "policy", "severity", "verdict", "status", "package", "version", "stack", "os", "platform", "target",
    "compiler", "variants", "hash", "count", "new", "baseline", "waived_until", "because", "identity",
  ]

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    output.write(CSVText.row(CSVReporter.header))
    for snapshot in input.outcome.snapshots {
      for outcome in snapshot.policies { write(outcome, in: snapshot.snapshot, to: &output) }
    }
    for diagnostic in input.outcome.diagnostics where diagnostic.severity == .error {
      var cells = [String](repeating: "", count: CSVReporter.header.count)
      cells[1] = diagnostic.code
      cells[2] = diagnostic.severity.rawValue
      cells[4] = "error"
      cells[18] = diagnostic.message
      cells[19] = diagnostic.place?.description ?? ""
      output.write(CSVText.row(cells))
    }
  }

  /// How many bytes of rows are gathered before they are written.
  private static let chunk = 1 << 16

  private func write(_ outcome: PolicyOutcome, in snapshot: String, to output: inout some TextOutputStream) {
    let policy = outcome.policy
    let lead = CSVText.written([snapshot, policy.name, policy.severity.rawValue, outcome.verdict.rawValue])
    let reason = CSVText.written([policy.reason ?? ""])
    var rows = CSVText()
    rows.reserveCapacity(min(CSVReporter.chunk * 2, 256 * outcome.findings.count))
    // Used again for each finding.
    var joined: [UInt8] = []
    for finding in outcome.findings {
      rows.add(written: lead)
      rows.add(finding.statusWord)
      rows.add(finding.cell, &joined)
      rows.add(finding.count.map { String($0) })
      rows.add(finding.isNew == true ? "true" : nil)
      rows.add(finding.isInBaseline ? "true" : nil)
      let waiver = finding.waiver.map { policy.waivers[$0] }
      rows.add(waiver?.until.description)
      if let waiver { rows.add(waiver.reason) } else { rows.add(written: reason) }
      joined.removeAll(keepingCapacity: true)
      finding.appendIdentity(policy: policy.name, to: &joined)
      rows.add(joined)
      rows.endRow()
      if rows.byteCount > CSVReporter.chunk {
        output.write(rows.text)
        rows.clear()
      }
    }
    output.write(rows.text)
  }
}

extension CSVText {
  /// The dimensions of a cell; `joined` is used for its variants.
  fileprivate mutating func add(_ cell: Cell, _ joined: inout [UInt8]) {
    add(cell.package)
    add(cell.version)
    add(cell.stack)
    add(cell.os)
    add(cell.platform)
    add(cell.target)
    add(cell.compiler)
    if let variants = cell.variants {
      joined.removeAll(keepingCapacity: true)
      for (position, variant) in variants.enumerated() {
        if position > 0 { joined.append(UInt8(ascii: " ")) }
        joined.append(utf8Of: variant)
      }
      add(joined)
    } else {
      add(nil)
    }
    add(cell.hash)
  }
}
