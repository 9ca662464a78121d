import BuildPlanner
import CoverageEngine

/// `plan --format csv`: one line for each build, each gap that could not be planned and each refused build.
enum PlanCSVWriter {
  static func text(of report: PlanReport) -> String {
    var text = CSVText.line(Column.allCases.map(\.rawValue))
    for plan in report.plans {
      for build in plan.builds { text += line(build, in: plan.snapshot) }
      for gap in plan.unplannable { text += line(gap, in: plan.snapshot) }
      for build in plan.refused { text += line(build, in: plan.snapshot) }
    }
    return text
  }

  private enum Column: String, CaseIterable {
    case row, snapshot, wave, package, version, platform, os, target, compiler, variants, stacks, basis
    case modelledOn = "modelled_on"
    case hash, spec, abstract
    case closedGaps = "closed_gaps"
    case policies, reason
  }

  private static func line(_ values: [Column: String]) -> String {
    CSVText.line(Column.allCases.map { values[$0] ?? "" })
  }

  private static func line(_ build: PlannedBuild, in snapshot: String) -> String {
    line([
      .row: "build", .snapshot: snapshot, .wave: String(build.wave), .package: build.package, .version: build.version,
      .platform: build.platform, .os: build.os, .target: build.target, .compiler: build.compiler ?? "",
      .variants: build.variants.joined(separator: " "), .stacks: build.stacks.joined(separator: " "),
      .basis: build.basis.rawValue, .modelledOn: build.modelledOn ?? "", .hash: build.hash ?? "",
      .spec: build.exactSpec, .abstract: build.abstractSpec, .closedGaps: String(build.closes.count),
      .policies: build.closes.policies.joined(separator: " "),
    ])
  }

  private static func line(_ gap: UnplannableGap, in snapshot: String) -> String {
    let cell = gap.gap.cell
    return line([
      .row: "unplannable", .snapshot: snapshot, .package: cell.package ?? "", .version: cell.version ?? "",
      .platform: cell.platform ?? "", .os: cell.os ?? "", .target: cell.target ?? "", .compiler: cell.compiler ?? "",
      .variants: cell.variants?.joined(separator: " ") ?? "", .stacks: cell.stack ?? "", .hash: cell.hash ?? "",
      .policies: gap.gap.policy, .reason: gap.reason,
    ])
  }

  private static func line(_ build: RefusedBuild, in snapshot: String) -> String {
    line([
      .row: "refused", .snapshot: snapshot, .package: build.package, .closedGaps: String(build.closes.count),
      .policies: build.closes.policies.joined(separator: " "),
      .reason: "\(build.field) \(VisibleText.short(build.value)) \(build.reason)",
    ])
  }
}
