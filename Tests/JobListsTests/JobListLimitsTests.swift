import BuildPlanner
import CoveragePolicy
import Testing

@testable import JobLists

@Suite struct JobListLimitsTests {
  private func report(count: Int, waves: Int = 1) -> PlanReport {
    PlanExamples.report([
      PlanExamples.plan(
        builds: (0..<count).map { PlanExamples.build("p\($0)", "1.0", wave: $0 * waves / count + 1) })
    ])
  }

  private func text(_ format: JobListFormat, _ report: PlanReport, _ options: JobListOptions = .init()) -> String {
    guard case .text(let text) = format.jobList(of: report, options: options) else { return "" }
    return text
  }

  @Test(arguments: [(1, 1), (256, 1), (257, 2), (1000, 4)])
  func `a GitHub matrix has at most 256 jobs`(count: Int, lines: Int) {
    let written = text(.github, report(count: count)).split(separator: "\n")
    #expect(written.count == lines)
    #expect(written.allSatisfy { $0.split(separator: #"{"name":"#).count - 1 <= 256 })
  }

  @Test func `a GitHub matrix never spans two waves`() {
    #expect(text(.github, report(count: 10, waves: 2)).split(separator: "\n").count == 2)
  }

  @Test func `a GitLab matrix has at most 200 builds`() {
    let written = text(.gitlab, report(count: 401))
    #expect(
      written.split(separator: "matrix:").dropFirst().map { $0.split(separator: "      - ").count - 1 } == [200, 200])
    #expect(written.split(separator: "  extends: .build").count - 1 == 3)
  }

  @Test func `a spec too long for the name of a GitLab job gets a job of its own`() {
    let long = PlanExamples.build("p", "1.0", variants: (1...20).map { "variant_\($0)=some_value" })
    let short = [PlanExamples.build("q", "1.0"), PlanExamples.build("r", "1.0")]
    let written = text(.gitlab, PlanExamples.report([PlanExamples.plan(builds: [long] + short)]))
    #expect(written.split(separator: "matrix:").count == 2)
    #expect(written.contains("\n\"p-1.0-x86_64_v3-"))
  }

  @Test func `a Slurm array has at most 1000 tasks, and a wave waits for the one before it`() throws {
    guard case .directory(let files) = JobListFormat.slurm.jobList(of: report(count: 4002, waves: 2)) else { return }
    let submission = try #require(files.first { $0.path == "submit.sh" }).text
    let calls = submission.split(separator: "\n").filter { $0.hasPrefix("job=") }
    #expect(
      calls == [
        "job=$(submit '1-1000%8' 0 \"$@\")", "job=$(submit '1-1000%8' 1000 \"$@\")",
        "job=$(submit '1-1%8' 2000 \"$@\")",
        "job=$(submit '1-1000%8' 2001 \"$@\")", "job=$(submit '1-1000%8' 3001 \"$@\")",
        "job=$(submit '1-1%8' 4001 \"$@\")",
      ])
  }

  @Test func `a runtime with the version of another compiler is left out of environments, with the reason`() throws {
    let builds = ["11.4.0", "7.3.1"].map { PlanExamples.build("gcc-runtime", $0, compiler: "gcc@=11.4.0") }
    let list = JobListFormat.spack.jobList(of: PlanExamples.report([PlanExamples.plan(builds: builds)]))
    guard case .directory(let files) = list else { return }
    let text = try #require(files.first).text
    #expect(text.contains("    - \"gcc-runtime@=11.4.0\"\n"))
    #expect(text.contains("  # gcc-runtime@=7.3.1 is left out: a runtime has the version of its compiler"))
    #expect(!text.contains("- \"gcc-runtime@=7.3.1\""))
  }

  @Test func `the same build has the same name in every plan, and no two have the same`() {
    let first = Job.all(of: report(count: 300), options: .init())
    let second = Job.all(of: report(count: 200), options: .init())
    #expect(first.prefix(200).map(\.name) == second.map(\.name))
    #expect(Set(first.map(\.name)).count == 300)
  }
}

@Suite struct JobTemplateTests {
  @Test func `a placeholder in a script is a quoted variable, never the value`() throws {
    let template = try JobTemplate("spack -e {environment} install {spec} # ${HOME} {{spec} { x } {}")
    #expect(
      template.commands(environment: try JobTemplate("it's/{stack}"))
        == #"spack -e 'it'\''s/'"$BUILDCOVER_STACK" install "$BUILDCOVER_SPEC" # ${HOME} {spec} { x } {}"#)
  }

  @Test func `a placeholder that is no field is an error`() {
    #expect(throws: JobTemplateError(placeholder: "sepc")) { try JobTemplate("spack install {sepc}") }
  }

  @Test func `runner tags are filled for each build`() throws {
    var options = JobListOptions()
    options.runnerTags = try JobTemplate("spack,target={target},{size}")
    options.runnerSizes = [.init(name: "huge", packages: [NamePattern("llvm*")])]
    let report = PlanExamples.report([
      PlanExamples.plan(builds: [PlanExamples.build("llvm", "18.1"), PlanExamples.build("zlib", "1.3")])
    ])
    let tags = Job.all(of: report, options: options).map { job in
      options.runnerTags.commaSeparated.map { $0.filled(with: job) }
    }
    #expect(tags == [["spack", "target=x86_64_v3", "huge"], ["spack", "target=x86_64_v3", "medium"]])
  }
}
