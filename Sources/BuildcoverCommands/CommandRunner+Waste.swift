import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel
import Reports

extension CommandRunner {
  /// Finds configurations that were built more than once.
  func runDuplicates() throws(CommandError) -> Int32 {
    let reading = try read(invocation.arguments)
    let reporter = WasteReporter(format: plainFormat(WasteReporter.Format.self) ?? .text, options: reportOptions)
    let wastes = reading.isBlocked ? [] : reading.farms.map { BuildWaste(of: $0) }
    try deliver(reporter.text(of: wastes))
    complain(reading.diagnostics)
    return reading.isBlocked ? 2 : 0
  }
}
