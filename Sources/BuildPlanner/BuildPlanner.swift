package import CoverageEngine
package import FarmModel

/// Makes the smallest list of builds that closes the gaps of a snapshot (semantics §3).
///
///     let outcome = SnapshotJudge.judge(farm, policies: policies, documentCount: 2, options: options)
///     let plan = BuildPlanner.plan(farm: farm, outcome: outcome)
package enum BuildPlanner {
  /// Plans the gaps of the policies that failed in a snapshot; the same input gives the same plan, byte for byte.
  ///
  /// - Complexity: O(gaps × bodies of their packages in their stacks), and the search for the smallest list, which
  ///   `options.nodeBudget` bounds.
  package static func plan(farm: Farm, outcome: SnapshotOutcome, options: PlanOptions = PlanOptions()) -> Plan {
    let collection = GapCollection(outcome, options)
    var context = PlannerContext(farm, requirements: collection.requirements)
    let locked = LockedSpecs(options, farm)
    var draft = PackagePlan()
    for package in collection.packages {
      var planner = PackagePlanner(collection, package, context)
      let plan = planner.plan(options, locked, &context)
      draft.builds += plan.builds
      draft.sources += plan.sources
      draft.unplannable += plan.unplannable
      draft.lowerBound += plan.lowerBound
    }
    return plan(draft, collection, outcome, options, &context)
  }

  private static func plan(
    _ draft: PackagePlan, _ collection: GapCollection, _ outcome: SnapshotOutcome, _ options: PlanOptions,
    _ context: inout PlannerContext
  ) -> Plan {
    let farm = context.farm
    var plan = Plan(
      snapshot: farm.snapshot, isMinimal: draft.builds.count == draft.lowerBound, lowerBound: draft.lowerBound,
      builds: [], unplannable: [], refused: [], opened: [])
    plan.unplannable = draft.unplannable.map {
      UnplannableGap(gap: collection.plannedCell($0.source), reason: $0.reason)
    }
    var refusal = BuildRefusal()
    for build in draft.builds {
      if let refused = refusal.refusal(of: build) {
        plan.refused.append(refused)
      } else {
        plan.builds.append(build)
      }
    }
    plan.lowerBound = max(0, plan.lowerBound - plan.refused.count)
    BuildOrder(farm, options).order(&plan.builds, &context.names)
    plan.keepMostUseful(options.limit, collection)
    plan.opened = OpenedCells(
      farm, plan.builds.sorted { NameTable.precedes($0.package, $1.package) }, under: outcome.policies.map(\.policy),
      &context.names
    ).cells(options)
    return plan
  }
}
