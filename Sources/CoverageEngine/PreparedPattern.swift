import CoveragePolicy
import FarmModel

/// A clause's pattern resolved against the values of a farm: for each part that is given, which values it selects.
struct PreparedPattern {
  private let packages: [Bool]?
  private let versions: [Bool]?
  private var places: [(dimension: Dimension, selected: [Bool])] = []
  /// Whether it names the aggregate stack, which carries every spec.
  private let selectsAggregate: Bool

  init(_ pattern: Pattern, in space: ValueSpace) {
    packages = pattern.packages.map { space.selection($0, of: .package, isClause: true) }
    versions = pattern.versions.map { space.selection($0) }
    selectsAggregate = pattern.stacks?.contains { NameTable.isSame($0.text, Farm.aggregateStack) } ?? false
    for (dimension, names) in [
      (Dimension.stack, pattern.stacks), (.os, pattern.oses), (.platform, pattern.platforms),
      (.target, pattern.targets), (.compiler, pattern.compilers),
    ] {
      if let names { places.append((dimension, space.selection(names, of: dimension, isClause: true))) }
    }
  }

  var speaksOfPackages: Bool { packages != nil }

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

  /// Whether it certainly matches a spec, of which `stacks` are looked at: some of them must be selected. The farm's
  /// numbers must be the values of the space.
  func matches(_ body: SpecBody, stacks: some Sequence<StackID>) -> Bool {
    guard matches(package: body.package), matches(version: body.version) else { return false }
    return places.allSatisfy { dimension, selected in
      switch dimension {
      case .stack: selectsAggregate || stacks.contains { selected[Int($0)] }
      case .os: selected[Int(body.os)]
      case .platform: selected[Int(body.platform)]
      case .target: selected[Int(body.target)]
      case .compiler: body.compiler.number.map { selected[Int($0)] } ?? false
      case .package, .version, .variants, .hash: true
      }
    }
  }
}
