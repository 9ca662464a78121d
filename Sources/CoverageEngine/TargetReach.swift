import FarmModel

/// On which targets the code of a farm's specs runs (semantics §2.1, `runnable`).
struct TargetReach {
  /// For each value of the targets, the farm's targets whose code runs on it.
  let runningOn: [[TargetID]]

  /// Complexity: O(values × targets of the farm).
  init(of farm: Farm, in space: ValueSpace) {
    runningOn = space.targets.names.map { target in
      farm.targets.names.indices.filter { Microarchitecture.code(for: farm.targets.names[$0], runsOn: target) }
        .map { TargetID($0) }
    }
  }
}

enum Microarchitecture {
  static func code(for target: String, runsOn other: String) -> Bool { target == other }
}
