/// The forms in which a plan is written.
package enum JobListFormat: String, CaseIterable, Hashable, Sendable {
  case text, json, csv, markdown, gitlab, github, spack, slurm, shell

  /// Whether it is a directory of files rather than one text.
  package var isDirectory: Bool {
    switch self {
    case .spack, .slurm: true
    case .text, .json, .csv, .markdown, .gitlab, .github, .shell: false
    }
  }

  /// Writes a plan: always a valid document, also for a plan without builds.
  package func jobList(of report: PlanReport, options: JobListOptions = JobListOptions()) -> JobList {
    switch self {
    case .text: .text(PlanTextWriter.text(of: report, options: options))
    case .json: .text(PlanJSONWriter.text(of: report))
    case .csv: .text(PlanCSVWriter.text(of: report))
    case .markdown: .text(PlanMarkdownWriter.text(of: report))
    case .gitlab: .text(GitLabPipelineWriter(options: options).text(of: report))
    case .github: .text(GitHubMatrixWriter(options: options).text(of: report))
    case .spack: .directory(SpackEnvironmentWriter(options: options).files(of: report))
    case .slurm: .directory(SlurmArrayWriter(options: options).files(of: report))
    case .shell: .script(ShellScriptWriter(options: options).text(of: report))
    }
  }
}
