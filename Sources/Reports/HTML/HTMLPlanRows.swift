import BuildPlanner
import CoverageEngine
import CoveragePolicy
import FarmModel

/// The plan as the page gets it: what can be put together again from names is not written twice.
struct HTMLPlanRows {
  /// A page lists at most so many unplannable gaps, and as many cells newly required; the rest is counted.
  static let limit = 5_000

  let plan: Plan
  let policies: [HTMLPolicyRows]
  let names: HTMLNameTables

  func write(to json: inout JSONWriter, variants: inout TextTable) {
    let references = CellReferences(policies: policies, names: names)
    json.field("minimal", plan.isMinimal)
    json.field("lowerBound", plan.lowerBound)
    json.field("leftOut", plan.leftOut)
    json.array("builds") { json in
      for build in plan.builds { write(build, to: &json, references, &variants) }
    }
    writeUnplannable(to: &json, references)
    writeRefused(to: &json, references)
    json.field("openedCount", plan.opened.count)
    json.array("opened") { json in
      for opened in plan.opened.prefix(HTMLPlanRows.limit) { write(opened, to: &json, references) }
    }
  }

  /// Package, version, platform, os, target, compiler, variants, wave, basis, stacks, hash modelled on, exact spec or 0
  /// where it is the names put together, abstract spec without the leading `package@=version` or in full, and the cells
  /// closed as pairs of policy and position (or row of its findings).
  private func write(
    _ build: PlannedBuild, to json: inout JSONWriter, _ references: CellReferences, _ variants: inout TextTable
  ) {
    let variantList = build.variants.joined(separator: " ")
    let head = "\(build.package)@=\(build.version)"
    json.array { json in
      json.element(names.number(build.package, in: names.packages))
      json.element(names.number(ofVersion: build.version))
      json.element(names.number(build.platform, in: names.platforms))
      json.element(names.number(build.os, in: names.oses))
      json.element(names.number(build.target, in: names.targets))
      json.element(names.number(build.compiler, in: names.compilers))
      json.element(variants.number(of: variantList))
      json.element(build.wave)
      json.element(build.basis.rawValue)
      json.array(of: build.stacks.map { names.number($0, in: names.stacks) })
      json.element(build.hash ?? build.modelledOn ?? "")
      if build.exactSpec == HTMLPlanRows.spec(of: build, head: head, variants: variantList) {
        json.element(0)
      } else {
        json.element(build.exactSpec)
      }
      if build.abstractSpec.utf8.starts(with: head.utf8) {
        json.array { json in
          json.element(String(decoding: build.abstractSpec.utf8.dropFirst(head.utf8.count), as: UTF8.self))
        }
      } else {
        json.element(build.abstractSpec)
      }
      json.array(of: build.closes.flatMap { references.reference(to: $0) })
    }
  }

  private static func spec(of build: PlannedBuild, head: String, variants: String) -> String {
    var parts = [head]
    if !variants.isEmpty { parts.append(variants) }
    parts += ["platform=\(build.platform)", "os=\(build.os)", "target=\(build.target)"]
    if let compiler = build.compiler { parts.append("%\(compiler)") }
    return parts.joined(separator: " ")
  }

  private func writeUnplannable(to json: inout JSONWriter, _ references: CellReferences) {
    var reasons = TextTable()
    json.field("unplannableCount", plan.unplannable.count)
    json.array("unplannable") { json in
      for gap in plan.unplannable.prefix(HTMLPlanRows.limit) {
        json.element(reasons.number(of: gap.reason))
        write(gap.gap, to: &json, references)
      }
    }
    json.array("reasons", of: reasons.texts)
  }

  private func writeRefused(to json: inout JSONWriter, _ references: CellReferences) {
    json.array("refused") { json in
      for refused in plan.refused {
        json.array { json in
          json.array(of: [refused.package, refused.field, refused.value, refused.reason])
          json.array(of: refused.closes.flatMap { references.reference(to: $0) })
        }
      }
    }
  }

  /// Policy, package, version, stack, target, os, platform, compiler, and the hash where one is bound.
  private func write(_ planned: PlannedCell, to json: inout JSONWriter, _ references: CellReferences) {
    let cell = planned.cell
    json.array { json in
      json.element(references.number(of: planned.policy))
      json.element(names.number(cell.package, in: names.packages))
      json.element(names.number(ofVersion: cell.version))
      for number in names.place(of: cell).numbers { json.element(number) }
      if let hash = cell.hash { json.element(hash) }
    }
  }
}

/// Finds cells by policy and position, or by policy and row of its findings.
private struct CellReferences {
  let policies: [HTMLPolicyRows]
  let names: HTMLNameTables
  // By bytes: strings that are canonically equivalent are two names here, but one key of a dictionary.
  private let numbers: [[UInt8]: Int]
  private let rows: [[[UInt8]: Int]]

  init(policies: [HTMLPolicyRows], names: HTMLNameTables) {
    self.policies = policies
    self.names = names
    numbers = Dictionary(policies.enumerated().map { (Array($1.outcome.policy.name.utf8), $0) }) { first, _ in first }
    rows = policies.map { policy in
      Dictionary((policy.findings?.findings ?? []).enumerated().map { (CellReferences.key($1.cell), $0) }) { first, _ in
        first
      }
    }
  }

  func number(of policy: String) -> Int { numbers[Array(policy.utf8)] ?? -1 }

  private static func key(_ cell: Cell) -> [UInt8] {
    Array(Finding(status: .gap, cell: cell).identity(policy: "").utf8)
  }

  func reference(to planned: PlannedCell) -> [Int] {
    guard let number = numbers[Array(planned.policy.utf8)] else { return [] }
    let policy = policies[number]
    let position =
      policy.findings == nil
      ? policy.cells?.position(of: planned.cell, names: names) : rows[number][CellReferences.key(planned.cell)]
    return position.map { [number, $0] } ?? []
  }
}
