import BuildPlanner

/// A plan in a sentence.
enum PlanSummary {
  /// Such as `2 builds close 3 gaps; no shorter list does.`
  static func sentence(of plan: Plan) -> String {
    let gaps = Set(plan.builds.flatMap(\.closes)).count
    var text =
      plan.builds.isEmpty
      ? "Nothing to build."
      : "\(counted(plan.builds.count, "build")) \(plan.builds.count == 1 ? "closes" : "close") "
        + "\(counted(gaps, "gap"))\(proof(of: plan))"
    if plan.leftOut > 0 { text += " \(counted(plan.leftOut, "build")) left out by the limit." }
    if !plan.unplannable.isEmpty { text += " \(counted(plan.unplannable.count, "gap")) could not be planned." }
    if !plan.refused.isEmpty { text += " \(counted(plan.refused.count, "build")) refused." }
    return text
  }

  private static func proof(of plan: Plan) -> String {
    if plan.leftOut > 0 || !plan.refused.isEmpty { return "." }
    return plan.isMinimal
      ? "; no shorter list does." : "; a shorter list may exist, of \(plan.lowerBound) or more."
  }

  /// A number with its noun.
  static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
