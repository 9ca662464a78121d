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
    guard let graph = farm.dependencies else { return [] }
    let missing = MissingDependencies(of: farm).isMissing
    let isNeeded = graph.neededToRun
    var blockers = BlockerGraph(of: graph, missing)
    var cells: [WantedCell] = []
    for node in 0..<DependencyGraph.NodeID(graph.nodeCount) where !graph.isExternal(node) && isNeeded[Int(node)] {
      let isMissing = missing[Int(node)]
      let found = isMissing ? blockers.blockers(of: Int(node)) : []
      for stack in graph.stacks(of: node) {
        cells.append(
          WantedCell(
            package: graph.package(of: node), version: graph.version(of: node), stack: farm.stacks[stack],
            hash: graph.hash(of: node), isCovered: !isMissing, blockers: found))
      }
    }
    return cells
  }
}

extension Farm {
  /// Whether a stack carries a spec. Complexity: O(log specs).
  func carries(_ package: String, _ hash: String, in stack: StackID) -> Bool {
    spec(package, hash).map { stackSets[Int(bodies[Int(bodyOfSpec[$0])].stacks)].stacks.contains(stack) } ?? false
  }
}
