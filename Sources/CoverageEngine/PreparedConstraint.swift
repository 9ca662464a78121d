import FarmModel

/// A constraint ready to judge many bodies of one farm.
struct PreparedConstraint {
  init(_ constraint: SpecConstraint, of farm: Farm) {}
  func judge(_ body: Int) -> Truth { .unknown }
}
