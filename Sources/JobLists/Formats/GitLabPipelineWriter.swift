import BuildPlanner
/// `plan --format gitlab`: a child pipeline that GitLab takes as it is.
///
/// Builds of one wave, stack and set of runner tags are one job with `parallel:matrix`; a wave is a stage, so that no job
/// needs `needs`. Limits: https://docs.gitlab.com/ci/yaml/#parallelmatrix and https://docs.gitlab.com/ci/jobs/#job-names
struct GitLabPipelineWriter {
  /// The most jobs of one `parallel:matrix`.
  static let longestMatrix = 200
  /// The most bytes of a job's name, in which GitLab puts the values of its matrix.
  static let longestName = 255

  let options: JobListOptions
  private let script: JobTemplate
  /// The fields that the script uses and that differ from build to build.
  private let varying: [JobField]
  private let constant: [JobField]

  init(options: JobListOptions) {
    self.options = options
    script = options.script ?? JobScript.environment
    var used = script.fields
    if script.usesEnvironment { used.formUnion(options.environment.fields) }
    let perGroup: Set<JobField> = [.stack, .stacks, .target, .snapshot, .wave, .size]
    // Entries of a matrix must differ, and two exact specs do.
    if !used.contains(.spec) || options.specForm == .abstract { used.insert(.name) }
    varying = JobField.allCases.filter { used.contains($0) && !perGroup.contains($0) }
    constant = JobField.allCases.filter(perGroup.contains)
  }

  func text(of report: PlanReport) -> String {
    let jobs = Job.all(of: report, options: options)
    let waves = Job.waves(of: jobs)
    let stages = waves.isEmpty ? ["nothing"] : waves.map { stage($0.wave) }
    var text = "---\n# yamllint disable rule:line-length\n# \(PlanSummary.counted(jobs.count, "build")), written by "
    text += "`buildcover plan --format gitlab`.\n\nstages:\n" + stages.map { "  - \($0)\n" }.joined()
    if waves.isEmpty { return text + GitLabPipelineWriter.emptyPipeline }
    text += "\n.build:\n  script:\n    - \(YAMLText.block("set -eu\n" + commands, indent: 6))\n"
    var names: [String: Int] = [:]
    for wave in waves {
      for group in groups(of: wave.jobs) { text += write(group, counting: &names) }
    }
    return text
  }

  private static let emptyPipeline = "\nnothing to build:\n  stage: nothing\n  script:\n    - \"true\"\n"

  private var commands: String { script.commands(environment: options.environment) }

  private func stage(_ wave: Int) -> String { "wave-\(wave)" }
}

extension GitLabPipelineWriter {
  /// Jobs that differ only in what the matrix varies.
  private struct Group {
    var name: String
    var tags: [String]
    var jobs: [Job]
  }

  private func groups(of jobs: [Job]) -> [Group] {
    var groups: [Group] = []
    var places: [[String]: Int] = [:]
    for job in jobs {
      let tags = options.runnerTags.commaSeparated.map { $0.filled(with: job) }
      let key = constant.map(job.value) + tags
      if let place = places[key] {
        groups[place].jobs.append(job)
      } else {
        places[key] = groups.count
        groups.append(Group(name: "", tags: tags, jobs: [job]))
      }
    }
    return groups.flatMap(splitByLimits)
  }

  /// Matrices of at most 200 builds, and jobs of their own for builds whose values are too long for a matrix.
  private func splitByLimits(_ group: Group) -> [Group] {
    let base = name(of: group)
    var short: [Job] = []
    var single: [Job] = []
    for job in group.jobs {
      let length = varying.reduce(base.utf8.count + 16) { $0 + job.value(of: $1).utf8.count + 2 }
      if length <= GitLabPipelineWriter.longestName { short.append(job) } else { single.append(job) }
    }
    let parts = short.chunks(of: GitLabPipelineWriter.longestMatrix).enumerated().map { number, jobs in
      Group(
        name: jobs.count == 1 ? jobs[0].name : number == 0 ? base : "\(base) part \(number + 1)", tags: group.tags,
        jobs: jobs)
    }
    return parts + single.map { Group(name: $0.name, tags: group.tags, jobs: [$0]) }
  }

  private func name(of group: Group) -> String {
    guard let job = group.jobs.first else { return "" }
    let words = ["wave \(job.build.wave)", job.snapshot, job.value(of: .stacks), job.build.target, job.size]
    let name = words.joined(separator: " ")
    return name.utf8.count <= 120 ? name : "wave \(job.build.wave) from \(job.name.suffix(80))"
  }

  private func write(_ group: Group, counting names: inout [String: Int]) -> String {
    guard let first = group.jobs.first else { return "" }
    // Groups that differ only in tags begin alike.
    let number = names[group.name, default: 0] + 1
    names[group.name] = number
    let name = number == 1 ? group.name : "\(group.name) no \(number)"
    var text = "\n\(YAMLText.quoted(name)):\n  extends: .build\n  stage: \(stage(first.build.wave))\n"
    if !group.tags.isEmpty { text += "  tags:\n" + group.tags.map { "    - \(YAMLText.quoted($0))\n" }.joined() }
    let isMatrix = group.jobs.count > 1
    text += variables(of: first, isMatrix ? constant : JobField.allCases)
    if isMatrix { text += "  parallel:\n    matrix:\n" + group.jobs.map(entry).joined() }
    return text
  }

  private func variables(of job: Job, _ fields: [JobField]) -> String {
    "  variables:\n" + fields.map { "    \($0.variable): \(YAMLText.quoted(job.value(of: $0)))\n" }.joined()
  }

  private func entry(_ job: Job) -> String {
    varying.enumerated().map { index, field in
      (index == 0 ? "      - " : "        ") + "\(field.variable): \(YAMLText.quoted(job.value(of: field)))\n"
    }.joined()
  }
}
