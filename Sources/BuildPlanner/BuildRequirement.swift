import CoveragePolicy
import FarmModel

/// What a policy's sentence asks of every build that is to close its gaps.
struct BuildRequirement: Hashable {
  var constraints: [SpecConstraint] = []

  /// The variants asked for, in the order of the sentence.
  var variants: [VariantConstraint] { constraints.flatMap(\.node.variants) }

  /// The sentence's words: `with +mpi %gcc@12:`.
  var text: String { "with " + constraints.map(\.text).joined(separator: " ") }

  init(constraints: [SpecConstraint] = []) { self.constraints = constraints }

  init(_ sentence: CoverageSentence) {
    constraints = sentence.placements.compactMap { placement in
      if case .constraint(let constraint) = placement { constraint } else { nil }
    }
  }
}

/// `at least N compilers of a, b` in a sentence.
struct CountedPlacement {
  var minimum: Int
  var dimension: Dimension
  var names: [NamePattern]?

  static func all(in sentence: CoverageSentence) -> [CountedPlacement] {
    sentence.placements.compactMap { placement in
      guard case .atLeast(let minimum, let dimension, let names) = placement else { return nil }
      return CountedPlacement(minimum: minimum, dimension: dimension, names: names)
    }
  }
}
