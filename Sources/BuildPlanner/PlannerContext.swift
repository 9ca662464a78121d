import FarmModel

/// What all packages of a plan share: the names and what was read of the farm.
struct PlannerContext {
  let farm: Farm
  var names: PlannerNames
  var reader: VariantReader
  var combinations: StackCombinations
  /// What sentences ask for; the last asks for nothing.
  let requirements: [BuildRequirement]

  init(_ farm: Farm, requirements: [BuildRequirement]) {
    self.farm = farm
    self.requirements = requirements + [BuildRequirement()]
    names = PlannerNames(farm)
    reader = VariantReader(farm)
    combinations = StackCombinations(farm, names)
  }

  /// The requirement that asks for nothing.
  var unconditional: Int { requirements.count - 1 }
}
