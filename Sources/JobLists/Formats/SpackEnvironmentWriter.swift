import BuildPlanner

/// `plan --format spack`: for each stack an environment directory whose `spack.yaml` wants the missing builds, ready for
/// `spack -e DIR concretize` and `spack ci generate`.
struct SpackEnvironmentWriter {
  let options: JobListOptions

  func files(of report: PlanReport) -> [JobList.File] {
    var environments: [Place: [Job]] = [:]
    for job in Job.all(of: report, options: options, form: .abstract) {
      for stack in job.build.stacks {
        environments[Place(snapshot: job.snapshot, stack: stack), default: []].append(job)
      }
    }
    return environments.sorted { $0.key < $1.key }.map { place, jobs in
      let directory = report.plans.count > 1 ? "\(place.snapshot)/\(place.stack)" : place.stack
      return JobList.File(path: directory + "/spack.yaml", text: environment(of: jobs, place.stack))
    }
  }

  private struct Place: Hashable, Comparable {
    var snapshot: String
    var stack: String

    static func < (first: Place, second: Place) -> Bool {
      (first.snapshot, first.stack) < (second.snapshot, second.stack)
    }
  }

  private func environment(of jobs: [Job], _ stack: String) -> String {
    var text =
      "---\n# yamllint disable rule:line-length\n# \(PlanSummary.counted(jobs.count, "missing build"))\nspack:\n"
    if let include = options.include, var job = jobs.first {
      job.build.stacks = [stack]
      text += "  include:\n    - \(YAMLText.quoted(include.filled(with: job)))\n"
    }
    return text + specs(of: jobs) + "  concretizer:\n    unify: false\n  view: false\n"
  }

  private func specs(of jobs: [Job]) -> String {
    var wanted = ""
    var leftOut = ""
    var written: Set<String> = []
    for job in jobs {
      let spec = job.build.hash.map { "\(job.build.package)/\($0)" } ?? job.spec
      guard written.insert(spec).inserted else { continue }
      if let reason = SpackRefusal.reason(for: job.build) {
        leftOut += "  # \(spec) is left out: \(reason)\n"
      } else {
        wanted += "    - \(YAMLText.quoted(spec))\n"
      }
    }
    return leftOut + (wanted.isEmpty ? "  specs: []\n" : "  specs:\n" + wanted)
  }
}
