package import FarmModel

/// What the patterns of a policy may speak of: what its cells, groups or specs have (semantics §2.5).
struct PatternReach {
  /// For `for` and `except`.
  var scopes: Set<Dimension>
  /// For `waive`.
  var waivers: Set<Dimension>

  init(_ sentence: Sentence) {
    switch sentence {
    case .coverage(let coverage):
      scopes = coverage.boundDimensions
      waivers = scopes
    case .count(let count):
      scopes = Set(PolicyKeyword.patternDimensions)
      waivers = Set(count.dimensions)
    case .prohibition:
      scopes = Set(PolicyKeyword.patternDimensions)
      waivers = scopes
    case .loss(let loss):
      scopes = Set(loss.lost.dimensions)
      waivers = scopes
    case .wanted:
      scopes = [.package, .version, .stack]
      waivers = scopes
    }
  }
}

extension CoverageSentence {
  /// The dimensions that a cell of this sentence has; the package always.
  package var boundDimensions: Set<Dimension> {
    var bound: Set<Dimension> = [.package]
    if subject != .everyPackage { bound.insert(.version) }
    for placement in placements { bound.formUnion(placement.boundDimensions) }
    return bound
  }
}

extension Placement {
  /// The dimensions that this placement binds; none for a number or a constraint.
  package var boundDimensions: Set<Dimension> {
    switch self {
    case .every(let dimension, _), .names(let dimension, _): [dimension]
    case .everyStack(_, let parts): parts.reduce(into: [.stack]) { $0.formUnion($1.dimensions) }
    case .everyPackage(let part): part.dimensions
    case .atLeast, .constraint: []
    }
  }
}

extension StackPart {
  /// The dimensions that a value of this part binds.
  package var dimensions: Set<Dimension> {
    switch self {
    case .targets: [.target]
    case .oses: [.os]
    case .platforms: [.platform]
    case .compilers: [.compiler]
    case .configurations: [.os, .target, .compiler]
    }
  }
}

extension LossSentence.Lost {
  /// The dimensions that a loss of this kind has.
  package var dimensions: [Dimension] {
    switch self {
    case .package: [.package, .stack]
    case .version: [.package, .version, .stack]
    case .build: [.package, .version, .stack, .target]
    }
  }
}
