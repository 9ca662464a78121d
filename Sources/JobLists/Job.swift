import BuildPlanner

/// A build of a plan as something that a farm runs: all its fields are within Spack's syntax.
struct Job: Hashable, Sendable {
  /// Unique in the plan, fit for file names.
  var name: String
  var snapshot: String
  var build: PlannedBuild
  var spec: String
  var size: String

  /// What a placeholder stands for.
  func value(of field: JobField) -> String {
    switch field {
    case .name: name
    case .spec: spec
    case .package: build.package
    case .version: build.version
    case .platform: build.platform
    case .os: build.os
    case .target: build.target
    case .compiler: build.compiler ?? ""
    case .variants: build.variants.joined(separator: " ")
    case .stack: build.stacks.first ?? ""
    case .stacks: build.stacks.joined(separator: ",")
    case .snapshot: snapshot
    case .wave: String(build.wave)
    case .hash: build.hash ?? ""
    case .size: size
    }
  }
}

extension Job {
  /// The jobs of a plan in the order of its builds, snapshot by snapshot.
  static func all(
    of report: PlanReport, options: JobListOptions, form: JobListOptions.SpecForm = .exact
  ) -> [Job] {
    var names = JobNames()
    return report.plans.flatMap { plan in
      plan.builds.map { build in
        Job(
          name: names.name(of: build, in: plan.snapshot), snapshot: plan.snapshot, build: build,
          spec: build.spec(options.specForm ?? form), size: options.runnerSize(of: build.package))
      }
    }
  }

  /// The jobs wave by wave, the first wave first.
  static func waves(of jobs: [Job]) -> [(wave: Int, jobs: [Job])] {
    Dictionary(grouping: jobs, by: \.build.wave).sorted { $0.key < $1.key }.map { (wave: $0.key, jobs: $0.value) }
  }
}

extension PlannedBuild {
  /// The spec in one of its forms.
  func spec(_ form: JobListOptions.SpecForm) -> String {
    switch form {
    case .exact: exactSpec
    case .abstract: abstractSpec
    }
  }
}
