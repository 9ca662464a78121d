import BuildPlanner

/// `plan --format spack`: for each stack an environment directory whose `spack.yaml` wants the missing builds, ready for
/// `spack -e DIR concretize` and `spack ci generate`.
struct SpackEnvironmentWriter {
  let options: JobListOptions

  func files(of report: PlanReport) -> [JobList.File] {
    report.plans.flatMap { plan in
      let jobs = Job.all(of: report, options: options, form: .abstract).filter { $0.snapshot == plan.snapshot }
      return stacks(of: plan).map { stack in
        let directory = report.plans.count > 1 ? "\(plan.snapshot)/\(stack)" : stack
        return JobList.File(
          path: directory + "/spack.yaml", text: environment(of: jobs.filter { $0.build.stacks.contains(stack) }, stack)
        )
      }
    }
  }

  private func stacks(of plan: Plan) -> [String] {
    Set(plan.builds.flatMap(\.stacks)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func environment(of jobs: [Job], _ stack: String) -> String {
    var text =
      "---\n# yamllint disable rule:line-length\n# \(PlanSummary.counted(jobs.count, "missing build"))\nspack:\n"
    if let include = options.include, var job = jobs.first {
      job.build.stacks = [stack]
      text += "  include:\n    - \(YAMLText.quoted(include.filled(with: job)))\n"
    }
    text += "  specs:\n"
    var written: Set<String> = []
    for job in jobs {
      let spec = job.build.hash.map { "\(job.build.package)/\($0)" } ?? job.spec
      if written.insert(spec).inserted { text += "    - \(YAMLText.quoted(spec))\n" }
    }
    return text + "  concretizer:\n    unify: false\n  view: false\n"
  }
}
