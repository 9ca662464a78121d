import CoverageEngine
import CoveragePolicy
import Diagnostics

/// Writes JUnit XML: a suite for each policy of each snapshot, a case for each package with findings.
///
/// Only a policy that fails has failures; findings of warnings and notes stand in the case's output, so that a build
/// server marks red what the exit status does.
package struct JUnitReporter: Reporter {
  package init() {}

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    var suites = input.outcome.snapshots.flatMap { snapshot in
      snapshot.policies.map { JUnitSuite(of: $0, in: snapshot.snapshot) }
    }
    let errors = input.outcome.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { suites.insert(JUnitSuite(of: errors), at: 0) }
    let total = JUnitSuite.attributes(of: suites.flatMap(\.cases))
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"buildcover\" \(total)>\n")
    for suite in suites { suite.write(to: &output) }
    output.write("</testsuites>\n")
  }
}
