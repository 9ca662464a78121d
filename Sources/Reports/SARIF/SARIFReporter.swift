import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel

/// Writes SARIF 2.1.0 for code scanning: a run for each snapshot, a rule for each policy, a result for each finding that
/// counts, at the policy's line.
package struct SARIFReporter: Reporter {
  package init() {}

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.field("version", "2.1.0")
      writer.array("runs") { writer in
        let snapshots = input.outcome.snapshots
        for (index, snapshot) in snapshots.enumerated() {
          writer.object { SARIFRun(input: input, snapshot: snapshot, isFirst: index == 0).write(to: &$0) }
        }
        if snapshots.isEmpty {
          writer.object { SARIFRun(input: input, snapshot: nil, isFirst: true).write(to: &$0) }
        }
      }
    }
    output.write(writer.text)
  }
}
