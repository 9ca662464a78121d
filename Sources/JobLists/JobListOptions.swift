package import CoveragePolicy

/// What farms set differently; every field has a default that works.
package struct JobListOptions: Sendable {
  /// How builds are written for Spack.
  package enum SpecForm: String, CaseIterable, Hashable, Sendable {
    case exact, abstract
  }

  /// A size of runners and the packages that need it.
  package struct RunnerSize: Hashable, Sendable {
    package var name: String
    package var packages: [NamePattern]

    package init(name: String, packages: [NamePattern]) {
      self.name = name
      self.packages = packages
    }
  }

  /// How `{spec}` is written; `nil` is the format's own choice: abstract in environments, exact elsewhere.
  package var specForm: SpecForm?
  /// The tags of runners, separated by commas: `--runner-tags 'spack,target={target},{size}'`.
  package var runnerTags = JobTemplate(text: "target=", field: .target)
  /// The sizes of runners; the first that names a package is its `{size}`.
  package var runnerSizes: [RunnerSize] = []
  /// The `{size}` of packages that no size names.
  package var defaultRunnerSize = "medium"
  /// The commands of one build; `nil` is the format's own.
  package var script: JobTemplate?
  /// The directory of a stack's environment, for `{environment}`; Spack's own place for stacks where not set.
  package var environment = JobTemplate(text: "share/spack/gitlab/cloud_pipelines/stacks/", field: .stack)
  /// What the environments of the `spack` format include; nothing where `nil`.
  package var include: JobTemplate?
  /// How many builds run at once in a Slurm array.
  package var concurrency = 8
  /// Whether the text form may use colours.
  package var usesColour = false

  package init() {}

  /// The size of runner that a package needs.
  func runnerSize(of package: String) -> String {
    runnerSizes.first { $0.packages.contains { $0.matches(package) } }?.name ?? defaultRunnerSize
  }
}
