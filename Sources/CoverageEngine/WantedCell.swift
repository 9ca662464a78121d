import CoveragePolicy
import FarmModel

/// One spec that a stack is meant to hold, and whether it does.
struct WantedCell {
  var package: String
  var version: String
  var stack: String
  var hash: String
  var isCovered: Bool
  /// The missing dependencies that block it, where it is not there.
  var blockers: [String]

  /// All that a sentence wants, each once.
  static func all(_ sentence: WantedSentence, of farm: Farm, lists: [WantedList]) -> [WantedCell] {
    func isAsked(_ stack: String) -> Bool { sentence.stacks?.contains { $0.matches(stack) } ?? true }
    switch sentence.wanted {
    case .lockedRoot: return lists.filter { isAsked($0.stack) }.flatMap { cells(of: $0, farm, rootsOnly: true) }
    case .lockedSpec: return lists.filter { isAsked($0.stack) }.flatMap { cells(of: $0, farm, rootsOnly: false) }
    case .indexedSpec: return indexed(farm).filter { isAsked($0.stack) }
    }
  }

  private static func cells(of list: WantedList, _ farm: Farm, rootsOnly: Bool) -> [WantedCell] {
    let roots = Set(list.roots)
    let stack = farm.stacks.number(of: list.stack)
    var graph = BlockerGraph(of: list, farm)
    var seen: Set<String> = []
    return list.specs.enumerated().compactMap { index, spec in
      guard !spec.isExternal, !rootsOnly || roots.contains(spec.hash), seen.insert(spec.hash).inserted else {
        return nil
      }
      let isCovered = stack.map { farm.carries(spec.package, spec.hash, in: $0) } ?? false
      return WantedCell(
        package: spec.package, version: spec.version, stack: list.stack, hash: spec.hash, isCovered: isCovered,
        blockers: isCovered ? [] : graph.blockers(of: index))
    }
  }

  private static func indexed(_ farm: Farm) -> [WantedCell] {
    guard let nodes = farm.dependencies?.nodes else { return [] }
    let missing = MissingDependencies(of: farm).isMissing
    let isNeeded = farm.dependencies?.neededToRun ?? []
    var graph = BlockerGraph(of: nodes, missing)
    var cells: [WantedCell] = []
    for (index, node) in nodes.enumerated() where !node.isExternal && isNeeded[index] {
      let blockers = missing[index] ? graph.blockers(of: index) : []
      for stack in node.stacks {
        cells.append(
          WantedCell(
            package: node.package, version: node.version, stack: farm.stacks[stack], hash: node.hash,
            isCovered: !missing[index], blockers: blockers))
      }
    }
    return cells
  }
}

extension DependencyGraph {
  /// For each node whether something links or runs it, or nothing depends on it at all: the rest is only needed to build.
  fileprivate var neededToRun: [Bool] {
    var isNeeded = [Bool](repeating: false, count: nodes.count)
    var isNeededToBuild = isNeeded
    for node in nodes {
      for edge in node.dependencies {
        guard let dependency = edge.node else { continue }
        if edge.isNeededToRun { isNeeded[Int(dependency)] = true } else { isNeededToBuild[Int(dependency)] = true }
      }
    }
    return zip(isNeeded, isNeededToBuild).map { $0 || !$1 }
  }
}

extension Farm {
  /// Whether a stack carries a spec. Complexity: O(log specs).
  func carries(_ package: String, _ hash: String, in stack: StackID) -> Bool {
    spec(package, hash).map { stackSets[Int(bodies[Int(bodyOfSpec[$0])].stacks)].stacks.contains(stack) } ?? false
  }
}
