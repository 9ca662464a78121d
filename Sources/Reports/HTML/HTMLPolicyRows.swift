import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel

/// One policy as the page gets it: what it says, how it fared, its packed cells or its findings one by one.
struct HTMLPolicyRows {
  let outcome: PolicyOutcome
  let detail: HTMLPolicyDetail
  /// `nil` for sentences that require no cells.
  let cells: PackedCells?
  /// `nil` where the page derives the findings from the cells.
  let findings: HTMLFindingRows?

  init(_ outcome: PolicyOutcome, _ detail: HTMLPolicyDetail, findingLimit: Int, names: HTMLNameTables) {
    self.outcome = outcome
    self.detail = detail
    let newGaps = outcome.findings.filter { $0.isNew == true }.map(\.cell)
    let blocks =
      detail.grids.isEmpty
      ? CellBlock.blocks(detail.wanted, names: names) : CellBlock.blocks(detail.grids, names: names)
    cells = blocks.isEmpty ? nil : PackedCells(blocks, newGaps: newGaps, names: names)
    let isDerived = outcome.policy.sentence.kind == "coverage" && cells != nil
    findings = isDerived ? nil : HTMLFindingRows(outcome.findings, limit: findingLimit)
  }

  func write(to json: inout JSONWriter, names: HTMLNameTables, variants: inout TextTable) {
    let policy = outcome.policy
    json.object { json in
      json.field("name", policy.name)
      json.field("title", ifPresent: policy.title)
      json.field("kind", policy.sentence.kind)
      json.field("sentence", policy.text)
      json.field("reading", detail.reading)
      json.field("reason", ifPresent: policy.reason)
      json.field("severity", policy.severity.rawValue)
      json.field("verdict", outcome.verdict.rawValue)
      json.field("place", ifPresent: policy.place?.description)
      json.field("passing", ifPresent: policy.passingPercentage.map { $0.hundredths })
      writeClauses(of: policy, to: &json)
      writeTallies(to: &json)
      if let cells {
        cells.write(to: &json)
        writeRemarks(on: cells, to: &json, names: names)
      }
      findings?.write(to: &json, names: names, variants: &variants)
    }
  }

  private func writeClauses(of policy: Policy, to json: inout JSONWriter) {
    json.array("clauses") { json in
      for scope in policy.scopes { json.element("for " + scope.text) }
      for names in policy.requiredVariants { json.element("for variants " + names.map(\.text).joined(separator: ", ")) }
      for names in policy.snapshots { json.element("for snapshots " + names.map(\.text).joined(separator: ", ")) }
      for exception in policy.exceptions {
        json.element("except " + exception.pattern.text + (exception.reason.map { " because “\($0)”" } ?? ""))
      }
    }
    json.array("waivers") { json in
      for waiver in policy.waivers {
        json.object { json in
          json.field("pattern", waiver.pattern.text)
          json.field("until", waiver.until.description)
          json.field("reason", waiver.reason)
          json.field("place", ifPresent: waiver.place?.description)
        }
      }
    }
  }

  private func writeTallies(to json: inout JSONWriter) {
    let tallies = outcome.tallies
    json.object("tallies") { json in
      json.field("required", tallies.required)
      json.field("covered", tallies.covered)
      json.field("gaps", tallies.gaps)
      json.field("violations", tallies.violations)
      json.field("waived", tallies.waived)
      json.field("undetermined", tallies.undetermined)
      json.field("unasked", tallies.packagesWithoutRequirement)
    }
  }

  /// What the states do not say: position, number of the waiver plus one, of the expired waiver plus one, and whether
  /// a baseline holds it, for each finding of which any of these is true.
  private func writeRemarks(on cells: PackedCells, to json: inout JSONWriter, names: HTMLNameTables) {
    guard findings == nil else { return }
    json.array("remarks") { json in
      for finding in outcome.findings {
        let isRemarkable = finding.waiver != nil || finding.expiredWaiver != nil || finding.isInBaseline
        guard isRemarkable, let position = cells.position(of: finding.cell, names: names) else { continue }
        json.element(position)
        json.element((finding.waiver ?? -1) + 1)
        json.element((finding.expiredWaiver ?? -1) + 1)
        json.element(finding.isInBaseline ? 1 : 0)
      }
    }
  }
}

extension Sentence {
  /// The word for the kind of sentence in the page's data.
  fileprivate var kind: String {
    switch self {
    case .coverage: "coverage"
    case .count: "count"
    case .prohibition: "prohibition"
    case .loss: "loss"
    case .wanted: "wanted"
    }
  }
}
