import BuildPlanner
import FarmModel

/// `plan --format github`: matrices for `strategy.matrix: ${{ fromJSON(…) }}`, one to a line, since GitHub takes at most
/// 256 jobs in one; a matrix never spans two waves. Without builds the one matrix is `{"include":[]}`.
struct GitHubMatrixWriter {
  /// The most jobs that GitHub makes of one matrix.
  static let longestMatrix = 256

  let options: JobListOptions

  func text(of report: PlanReport) -> String {
    let parts = Job.waves(of: Job.all(of: report, options: options)).flatMap { wave in
      wave.jobs.chunks(of: GitHubMatrixWriter.longestMatrix)
    }
    return (parts.isEmpty ? [[]] : parts).map { matrix(of: $0) + "\n" }.joined()
  }

  private func matrix(of jobs: [Job]) -> String {
    var writer = JSONWriter(layout: .compact)
    writer.object { writer in
      writer.array("include") { writer in
        for job in jobs { writer.object { write(job, to: &$0) } }
      }
    }
    return writer.text
  }

  private func write(_ job: Job, to writer: inout JSONWriter) {
    for field in JobField.allCases { writer.field(field.rawValue, job.value(of: field)) }
    writer.array("tags", of: options.runnerTags.commaSeparated.map { $0.filled(with: job) })
  }
}

extension Array {
  /// The elements in order, in arrays of at most `length`.
  func chunks(of length: Int) -> [[Element]] {
    stride(from: 0, to: count, by: length).map { Array(self[$0..<Swift.min($0 + length, count)]) }
  }
}
