/// Which targets of a farm run whose code, by number.
package struct TargetRunnability: Sendable {
  /// For each target of the farm, the farm's targets whose code runs on it, itself among them, ascending.
  package let runnable: [[TargetID]]

  /// Complexity: O(targets × ancestors of a target × log targets).
  package init(targets: NameTable) {
    runnable = targets.names.map { TargetRunnability.runnable(on: $0, among: targets) }
  }

  /// The farm's targets whose code runs on a machine, which need not be a target of the farm; ascending.
  package static func runnable(on machine: String, among targets: NameTable) -> [TargetID] {
    Microarchitectures.runnable(on: machine).compactMap { targets.number(of: $0) }.sorted()
  }
}
