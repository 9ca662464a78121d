import CoveragePolicy
import FarmModel

/// The places at which a coverage sentence requires a build of a package, resolved against a farm.
final class PlaceDomain {
  /// Where the stacks of the places come from.
  enum Stacks {
    /// The sentence binds no stack.
    case unbound
    /// Those that carry the package, of these values.
    case carrying(allowed: [Bool]?)
    /// These values, whatever the package.
    case fixed([UInt32])
  }

  /// A set of values that depends on the package.
  private enum PackageSet {
    /// What the stacks that carry the package have.
    case ofItsStacks
    /// What the package's own specs have.
    case itsOwn
  }

  private let farm: Farm
  private let space: ValueSpace
  private let stacks: Stacks
  /// For each stack that may be bound, its places before what depends on the package is joined.
  private var placesOfStack: [[Place]] = []
  private var placesWithoutStack: [Place] = []
  private var packageSets: [(dimension: Dimension, source: PackageSet)] = []
  private var joinsPackageConfigurations = false
  /// The dimensions that every place before the package's join binds.
  private var boundDimensions: Set<Dimension> = []
  /// How many places there are before any package is looked at, where they are too many to be made.
  private(set) var excessiveCount: Int?

  /// Resolves placements; `limit` is how many places may be made.
  init(_ placements: [Placement], of farm: Farm, in space: ValueSpace, limit: Int) {
    self.farm = farm
    self.space = space
    let fixed = PlaceDomain.fixedSets(placements, of: farm, in: space)
    stacks = PlaceDomain.stacks(placements, of: farm, in: space)
    for placement in placements {
      switch placement {
      case .every(let dimension, inFarm: false) where dimension != .stack:
        packageSets.append((dimension, .ofItsStacks))
      case .everyPackage(.configurations): joinsPackageConfigurations = true
      case .everyPackage(let part): packageSets.append((part.dimension, .itsOwn))
      default: break
      }
    }
    makePlaces(stackParts: PlaceDomain.stackParts(placements), fixed: fixed, limit: limit)
  }

  private func makePlaces(
    stackParts: [(isMain: Bool, part: StackPart)], fixed: [Dimension: [UInt32]], limit: Int
  ) {
    boundDimensions = Set(fixed.keys)
    for (_, part) in stackParts {
      boundDimensions.formUnion(part.dimensions.subtracting(part == .configurations ? [.compiler] : []))
    }
    var remaining = limit
    func places(from start: PlaceSet, stack: StackID?) -> [Place] {
      var set = start
      let sets = (stack.map { stackSets(stackParts, of: $0) } ?? []) + fixed.sorted { $0.key < $1.key }.map { ($0, $1) }
      if let stack, let configurations = configurations(stackParts, of: stack) {
        set.join(configurations: configurations)
      }
      for (dimension, values) in sets {
        guard set.count(joining: dimension, with: values.count) <= remaining else {
          excessiveCount = sets.reduce(1) { $0.multipliedSaturating(by: max(1, $1.1.count)) }
          return []
        }
        set.join(dimension, with: values)
      }
      set.order()
      remaining -= set.places.count
      return set.places
    }
    guard let values = stackValues else {
      placesWithoutStack = places(from: PlaceSet(), stack: nil)
      return
    }
    placesOfStack = [[Place]](repeating: [], count: space.stacks.count)
    for value in values {
      var place = Place()
      place[.stack] = value
      placesOfStack[Int(value)] = places(
        from: PlaceSet(ordered: [place]), stack: space.stacks.farmNumber(of: value))
      if excessiveCount != nil { return }
    }
  }

  /// The stacks that some place may bind; `nil` where the sentence binds none.
  private var stackValues: [UInt32]? {
    switch stacks {
    case .unbound: nil
    case .fixed(let values): values
    case .carrying(let allowed):
      farm.stacks.names.indices.map { space.stacks.value(of: UInt32($0)) }.filter { allowed?[Int($0)] ?? true }
    }
  }

  /// What a stack gives to each dimension that is asked of it on its own.
  private func stackSets(
    _ parts: [(isMain: Bool, part: StackPart)], of stack: StackID
  ) -> [(Dimension, [UInt32])] {
    let facts = farm.stackFacts[Int(stack)]
    return parts.filter { $0.part != .configurations }.map { isMain, part in
      let numbers = isMain && part == .targets ? facts.mainTargets : facts.numbers(of: part.dimension)
      return (part.dimension, values(numbers, of: part.dimension))
    }
  }

  private func configurations(_ parts: [(isMain: Bool, part: StackPart)], of stack: StackID) -> [Place]? {
    let asked = parts.filter { $0.part == .configurations }
    guard !asked.isEmpty else { return nil }
    let facts = farm.stackFacts[Int(stack)]
    let areMain = asked.contains { $0.isMain }
    return facts.configurations.filter { !areMain || facts.mainTargets.contains($0.target) }.map { place(of: $0) }
  }

  private func values(_ numbers: [UInt32], of dimension: Dimension) -> [UInt32] {
    let table = space[dimension]
    return numbers.map { table.value(of: $0) }
  }

  private func place(of configuration: StackFacts.Configuration) -> Place {
    var place = Place()
    place[.os] = space.oses.value(of: configuration.os)
    place[.target] = space.targets.value(of: configuration.target)
    place[.compiler] = configuration.compiler.map { space.compilers.value(of: $0) }
    return place
  }
}

extension PlaceDomain {
  /// The places of one package, in order, each once, left in `set`; returns how many there are at most, and makes none
  /// where that is more than `limit`.
  func makePlaces(for rows: PackageRows, into set: inout PlaceSet, limit: Int) -> Int {
    set.removeAll()
    let sets = packageSets.map { ($0.dimension, packageValues($0, rows)) }
    let configurations = joinsPackageConfigurations ? packageConfigurations(rows) : nil
    var count = baseCount(for: rows)
    for (dimension, values) in sets where !boundDimensions.contains(dimension) {
      count = count.multipliedSaturating(by: values.count)
    }
    if let configurations, !boundDimensions.isSuperset(of: [.os, .target]) {
      count = count.multipliedSaturating(by: configurations.count)
    }
    guard count > 0, count <= limit else { return count }
    appendBase(for: rows, to: &set)
    if let configurations { set.join(configurations: configurations) }
    for (dimension, values) in sets { set.join(dimension, with: values) }
    set.order()
    return set.places.count
  }

  private func baseCount(for rows: PackageRows) -> Int {
    switch stacks {
    case .unbound: placesWithoutStack.count
    case .fixed(let values): values.reduce(0) { $0.addingSaturating(placesOfStack[Int($1)].count) }
    case .carrying:
      rows.stacks.reduce(0) { $0.addingSaturating(placesOfStack[Int(space.stacks.value(of: $1))].count) }
    }
  }

  private func appendBase(for rows: PackageRows, to set: inout PlaceSet) {
    switch stacks {
    case .unbound: set.append(contentsOf: placesWithoutStack)
    case .fixed(let values): for value in values { set.append(contentsOf: placesOfStack[Int(value)]) }
    case .carrying:
      for stack in rows.stacks { set.append(contentsOf: placesOfStack[Int(space.stacks.value(of: stack))]) }
    }
  }

  private func packageValues(_ set: (dimension: Dimension, source: PackageSet), _ rows: PackageRows) -> [UInt32] {
    switch set.source {
    case .itsOwn: return values(rows.values(of: set.dimension), of: set.dimension)
    case .ofItsStacks:
      var union: [UInt32] = []
      for stack in rows.stacks { union.append(contentsOf: farm.stackFacts[Int(stack)].numbers(of: set.dimension)) }
      union.makeStrictlyAscending()
      return values(union, of: set.dimension)
    }
  }

  private func packageConfigurations(_ rows: PackageRows) -> [Place] {
    let all = Set(
      rows.bodies.map { number in
        let body = farm.bodies[number]
        return StackFacts.Configuration(os: body.os, target: body.target, compiler: body.compiler.number)
      })
    let recorded = Set(all.filter { $0.compiler != nil }.map { [$0.os, $0.target] })
    return all.sorted().filter { $0.compiler != nil || !recorded.contains([$0.os, $0.target]) }.map { place(of: $0) }
  }
}

extension PlaceDomain {
  private static func stackParts(_ placements: [Placement]) -> [(isMain: Bool, part: StackPart)] {
    placements.flatMap { placement -> [(Bool, StackPart)] in
      guard case .everyStack(let isMain, let parts) = placement else { return [] }
      return parts.map { (isMain, $0) }
    }
  }

  private static func stacks(_ placements: [Placement], of farm: Farm, in space: ValueSpace) -> Stacks {
    var allowed: [Bool]?
    var isCarrying = false
    var isBound = false
    for placement in placements {
      switch placement {
      case .every(.stack, let inFarm):
        isBound = true
        if inFarm { allow(space.selection(ofFarm: .stack), in: &allowed) } else { isCarrying = true }
      case .everyStack:
        isBound = true
        isCarrying = true
      case .names(.stack, let patterns):
        isBound = true
        allow(space.selection(patterns, of: .stack), in: &allowed)
      default: break
      }
    }
    guard isBound else { return .unbound }
    if isCarrying { return .carrying(allowed: allowed) }
    return .fixed(space.stacks.names.indices.filter { allowed?[$0] ?? true }.map { UInt32($0) })
  }

  /// The values of other dimensions that are the same for every package: intersections of what the placements name.
  private static func fixedSets(
    _ placements: [Placement], of farm: Farm, in space: ValueSpace
  ) -> [Dimension: [UInt32]] {
    var allowed: [Dimension: [Bool]?] = [:]
    for placement in placements {
      switch placement {
      case .every(let dimension, inFarm: true) where dimension != .stack:
        let carried = Set(farm.stackFacts.flatMap { $0.numbers(of: dimension) })
        var selected = [Bool](repeating: false, count: space[dimension].count)
        for number in carried { selected[Int(space[dimension].value(of: number))] = true }
        allow(selected, in: &allowed[dimension, default: nil])
      case .names(let dimension, let patterns) where dimension != .stack:
        allow(space.selection(patterns, of: dimension), in: &allowed[dimension, default: nil])
      default: break
      }
    }
    return allowed.compactMapValues { selected in
      selected.map { selected in selected.indices.filter { selected[$0] }.map { UInt32($0) } }
    }
  }

  private static func allow(_ selected: [Bool], in allowed: inout [Bool]?) {
    allowed = allowed.map { zip($0, selected).map { $0 && $1 } } ?? selected
  }
}

extension StackPart {
  /// The dimension that it is of; configurations are of several, and named by their compilers.
  var dimension: Dimension {
    switch self {
    case .targets: .target
    case .oses: .os
    case .platforms: .platform
    case .compilers, .configurations: .compiler
    }
  }
}

extension StackFacts {
  /// The numbers of a dimension's values, ascending.
  func numbers(of dimension: Dimension) -> [UInt32] {
    switch dimension {
    case .target: targets
    case .os: oses
    case .platform: platforms
    case .compiler: compilers
    case .package, .version, .stack, .variants, .hash: []
    }
  }
}

extension ValueSpace {
  /// The farm's own values, without strangers.
  func selection(ofFarm dimension: Dimension) -> [Bool] {
    let table = self[dimension]
    return table.names.indices.map { table.farmNumber(of: UInt32($0)) != nil }
  }
}
