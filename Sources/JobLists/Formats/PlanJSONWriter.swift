import BuildPlanner
import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel

/// `plan --format json`: versioned and complete, keys in a fixed order.
enum PlanJSONWriter {
  static func text(of report: PlanReport) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("schema", "buildcover/plan/1")
      writer.field("today", report.today.description)
      writer.field("complete", report.isComplete)
      writer.array("snapshots") { writer in
        for plan in report.plans { writer.object { $0.write(plan) } }
      }
      writer.array("diagnostics") { writer in
        for diagnostic in report.diagnostics { writer.object { $0.write(diagnostic) } }
      }
    }
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ plan: Plan) {
    field("snapshot", plan.snapshot)
    field("minimal", plan.isMinimal)
    field("lowerBound", plan.lowerBound)
    array("builds") { writer in
      for build in plan.builds { writer.object { $0.write(build) } }
    }
    array("unplannable") { writer in
      for gap in plan.unplannable {
        writer.object { writer in
          writer.write(gap.gap)
          writer.field("reason", gap.reason)
        }
      }
    }
    array("refused") { writer in
      for build in plan.refused { writer.object { $0.write(build) } }
    }
    write("opened", plan.opened)
    if plan.leftOut > 0 { field("leftOut", plan.leftOut) }
  }

  private mutating func write(_ build: PlannedBuild) {
    field("spec", build.exactSpec)
    field("abstract", build.abstractSpec)
    field("package", build.package)
    field("version", build.version)
    field("platform", ifRecorded: build.platform)
    field("os", ifRecorded: build.os)
    field("target", build.target)
    field("compiler", ifPresent: build.compiler)
    // Without it a replay could not tell "none is used" from "Spack chooses".
    if build.hasNoCompiler { field("noCompiler", true) }
    array("variants", of: build.variants)
    array("stacks", of: build.stacks)
    field("wave", build.wave)
    field("basis", build.basis.rawValue)
    field("modelledOn", ifPresent: build.modelledOn)
    field("hash", ifPresent: build.hash)
    write("closes", build.closes)
  }

  private mutating func write(_ build: RefusedBuild) {
    field("package", build.package)
    field("field", build.field)
    field("value", build.value)
    field("reason", build.reason)
    write("closes", build.closes)
  }

  private mutating func write(_ key: String, _ cells: [PlannedCell]) {
    array(key) { writer in
      for cell in cells { writer.object { $0.write(cell) } }
    }
  }

  private mutating func write(_ planned: PlannedCell) {
    let cell = planned.cell
    field("policy", planned.policy)
    field("package", ifPresent: cell.package)
    field("version", ifPresent: cell.version)
    field("stack", ifPresent: cell.stack)
    field("os", ifPresent: cell.os)
    field("platform", ifPresent: cell.platform)
    field("target", ifPresent: cell.target)
    field("compiler", ifPresent: cell.compiler)
    if let variants = cell.variants { array("variants", of: variants) }
    field("hash", ifPresent: cell.hash)
  }

  fileprivate mutating func write(_ diagnostic: Diagnostic) {
    field("code", diagnostic.code)
    field("severity", diagnostic.severity.rawValue)
    field("message", diagnostic.message)
    if let place = diagnostic.place {
      object("place") { writer in
        writer.field("file", place.file)
        if place.line > 0 { writer.field("line", place.line) }
        if place.column > 0 { writer.field("column", place.column) }
      }
    }
    field("help", ifPresent: diagnostic.help)
  }

  private mutating func field(_ key: String, ifRecorded value: String) {
    if !value.isEmpty { field(key, value) }
  }
}
