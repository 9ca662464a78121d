package import BuildPlanner
package import CoveragePolicy
package import Diagnostics

/// The plans of a run, finished, sorted and safe to be written: a build of which any field is outside Spack's syntax is
/// among the refused ones, whatever made the plan.
package struct PlanReport: Sendable {
  package let today: CalendarDate
  /// False where a document could not be read and `--allow-incomplete` let the rest be planned.
  package let isComplete: Bool
  /// One per snapshot, in the order of their names.
  package let plans: [Plan]
  /// In printing order; each refused build has one.
  package let diagnostics: [Diagnostic]

  /// Checks every field of every build and moves what must not become a job to the refused builds.
  package init(today: CalendarDate, isComplete: Bool, plans: [Plan], diagnostics: [Diagnostic]) {
    let plans = plans.map(PlanReport.checked)
    self.today = today
    self.isComplete = isComplete
    self.plans = plans
    self.diagnostics = (diagnostics + plans.flatMap { $0.refused.map(Diagnostic.refusal) })
      .sorted(by: Diagnostic.inPrintingOrder)
  }

  private static func checked(_ plan: Plan) -> Plan {
    var checked = plan
    checked.builds = []
    checked.builds.reserveCapacity(plan.builds.count)
    var check = BuildCheck(snapshot: plan.snapshot)
    for build in plan.builds {
      if let refusal = check.refusal(of: build) {
        checked.refused.append(refusal)
      } else {
        checked.builds.append(build)
      }
    }
    return checked
  }
}

extension Diagnostic {
  fileprivate static func refusal(_ build: RefusedBuild) -> Diagnostic {
    let name = VisibleText.short(build.package)
    let value = VisibleText.short(build.value)
    return Diagnostic(
      code: JobListCode.refusedBuild.rawValue, severity: .warning,
      message: "a build of \(name) is refused: its \(build.field) is \"\(value)\", \(build.reason)",
      help: "look at the document that names it; nothing that Spack itself published holds such a value")
  }
}
