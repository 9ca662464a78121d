extension JobListFormat {
  /// What the format is, who reads it and what is in it, a paragraph of plain text.
  package var explanation: String {
    switch self {
    case .text: "For people: builds by stack, target and compiler, with what each closes; what could not be planned."
    case .json: "For programs: buildcover/plan/1, complete; --assume-built reads it back."
    case .csv: "For spreadsheets: one row for each build, unplannable gap and refused build."
    case .markdown: "For a comment or a run's page."
    case .gitlab:
      """
      A child pipeline for GitLab: a stage for each wave, parallel:matrix of at most 200. --runner-tags, \
      --runner-size, --stack-environment and --script say how builds run there.
      """
    case .github:
      "A matrix for `strategy.matrix: ${{ fromJSON(…) }}`, one to a line, each of at most 256 builds."
    case .spack:
      """
      A directory with a Spack environment for each stack, ready for `spack -e DIR concretize` and `spack ci \
      generate`. --spec-form exact writes all that is known; --stack-configuration includes the stack's own.
      """
    case .slurm: "A directory with an array script, its tasks and submit.sh, which submits wave after wave."
    case .shell: "A POSIX script that runs the builds, -j N at once, and keeps a log of each."
    }
  }
}
