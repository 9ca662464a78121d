import CoveragePolicy
import FarmModel

/// A coverage sentence resolved against one farm: what it requires of a package and what a spec must be to count.
///
/// It and its parts are classes, for they are looked at for each package and place, and their tables would be counted
/// again each time.
final class PreparedCoverage {
  /// How many cells a sentence may require of one snapshot. A sentence that asks for more is refused, for its gaps could
  /// not be held in memory; real farms of a million specs need about a hundred thousand.
  static let cellLimit = 16_000_000

  let farm: Farm
  let space: ValueSpace
  let versions: VersionDomain
  let places: PlaceDomain
  let counted: [CountedValues]
  let constraints: [PreparedConstraint]
  /// For the verb `runnable`: for each value of the targets, the farm's targets whose code runs on it.
  let runnable: [[TargetID]]?
  /// Whether a cell can be undetermined for its compiler.
  let bindsCompiler: Bool
  /// The dimensions whose bit rows are looked at.
  let rowDimensions: Set<Dimension>

  /// - Parameter names: further names, by dimension, that cells may bind although the farm does not have them.
  init(_ sentence: CoverageSentence, of farm: Farm, names: [Dimension: [String]] = [:]) {
    self.farm = farm
    space = ValueSpace(of: farm, names: names.merging(sentence.literalNames) { $0 + $1 })
    versions = VersionDomain(sentence.subject, in: space)
    places = PlaceDomain(sentence.placements, of: farm, in: space, limit: PreparedCoverage.cellLimit)
    var counted: [CountedValues] = []
    var constraints: [PreparedConstraint] = []
    for placement in sentence.placements {
      switch placement {
      case .atLeast(let minimum, let dimension, let names):
        counted.append(CountedValues(minimum: minimum, dimension: dimension, names: names, in: space))
      case .constraint(let constraint):
        if let prepared = try? PreparedConstraint(constraint, for: farm) { constraints.append(prepared) }
      case .every, .everyStack, .everyPackage, .names: break
      }
    }
    self.counted = counted
    self.constraints = constraints
    runnable =
      sentence.verb == .runnable
      ? space.targets.names.map { TargetRunnability.runnable(on: $0, among: farm.targets) } : nil
    bindsCompiler = sentence.boundDimensions.contains(.compiler)
    rowDimensions = sentence.boundDimensions.union(counted.map(\.dimension))
  }
}

extension CoverageSentence {
  /// The literal names in the sentence, by dimension: they are values even where a farm does not have them.
  var literalNames: [Dimension: [String]] {
    var names: [Dimension: [String]] = [:]
    func add(_ patterns: [NamePattern], _ dimension: Dimension) {
      names[dimension, default: []] += patterns.filter { !$0.isGlob }.map(\.text)
    }
    switch subject {
    case .versions(let texts): names[.version] = texts
    case .everyVersion(_, .stacks(let patterns)): add(patterns, .stack)
    case .everyPackage, .everyVersion, .latest: break
    }
    for placement in placements {
      switch placement {
      case .names(let dimension, let patterns), .atLeast(_, let dimension, .some(let patterns)):
        add(patterns, dimension)
      case .every, .everyStack, .everyPackage, .atLeast, .constraint: break
      }
    }
    return names
  }
}
