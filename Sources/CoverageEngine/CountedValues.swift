import CoveragePolicy
import FarmModel

/// `at least N compilers of a, b`, resolved against a farm.
struct CountedValues {
  let minimum: Int
  let dimension: Dimension
  /// The values that count; `nil` for all.
  let values: [UInt32]?

  init(minimum: Int, dimension: Dimension, names: [NamePattern]?, in space: ValueSpace) {
    self.minimum = minimum
    self.dimension = dimension
    values = names.map { names in
      let selected = space.selection(names, of: dimension)
      return selected.indices.filter { selected[$0] }.map { UInt32($0) }
    }
  }
}
