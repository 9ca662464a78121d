import CoverageEngine
import FarmModel

extension NaiveEngine {
  static func binding(_ cell: Cell) -> Binding {
    var binding: Binding = [:]
    for (dimension, value) in cell.bindings {
      switch dimension {
      case .compiler: binding[dimension] = Compiler(written: value).canonical
      case .variants:
        let isRecorded = cell.variants?.contains("mpi") != true
        binding[dimension] = VariantList(written: cell.variants ?? [], areValuesRecorded: isRecorded).canonicalKey
      default: binding[dimension] = value
      }
    }
    return binding
  }
}

extension NaiveEngine.Result {
  /// What the engine found, in the same form.
  init(_ outcome: PolicyOutcome) {
    self.init(tallies: outcome.tallies)
    for finding in outcome.findings {
      add(finding.statusWord, NaiveEngine.binding(finding.cell), finding.count)
    }
  }
}
