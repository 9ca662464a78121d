import CoveragePolicy
import FarmModel

/// A clause's pattern resolved against the values of a farm: for each part that is given, which values it selects.
struct PreparedPattern {
  private(set) var packages: [Bool]?
  private(set) var versions: [Bool]?
  private var places: [(dimension: Dimension, selected: [Bool])] = []

  init(_ pattern: Pattern, in space: ValueSpace) {
    packages = pattern.packages.map { space.selection($0, of: .package) }
    versions = pattern.versions.map { space.selection($0) }
    for (dimension, names) in [
      (Dimension.stack, pattern.stacks), (.os, pattern.oses), (.platform, pattern.platforms),
      (.target, pattern.targets), (.compiler, pattern.compilers),
    ] {
      if let names { places.append((dimension, space.selection(names, of: dimension))) }
    }
  }

  func matches(package: UInt32) -> Bool { packages?[Int(package)] ?? true }

  /// Whether it speaks of no version or selects this one; a cell without a version is not selected.
  func matches(version: UInt32?) -> Bool {
    guard let versions else { return true }
    return version.map { versions[Int($0)] } ?? false
  }

  /// Whether all parts about the place select its values; one that the place does not bind is not selected.
  func matches(place: Place) -> Bool {
    places.allSatisfy { part in place[part.dimension].map { part.selected[Int($0)] } ?? false }
  }

  /// Whether it speaks of this dimension and, if so, selects which values.
  func selected(_ dimension: Dimension) -> [Bool]? {
    switch dimension {
    case .package: packages
    case .version: versions
    default: places.first { $0.dimension == dimension }?.selected
    }
  }
}
