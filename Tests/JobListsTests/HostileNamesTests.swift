import BuildPlanner
import Diagnostics
import JobLists
import Testing

@Suite struct HostileNamesTests {
  static let names = [
    "a'b", "a\"b", "$(reboot)", "`reboot`", "a\nb", "a\r\nb", "${{ secrets.TOKEN }}", "!reference [x, script]", "-rf",
    "--help", "a b", "a;b", "a|b", "a&b", "a>b", "a#b", "*anchor", "&anchor", "a: b", "%gcc", "$HOME", "~root", "..",
    "../x", "/etc", "hdf5\u{301}", "һdf5", "ａ", "a\u{200B}b", "a\u{0}b", "a\u{1B}[2J", "", "'\u{301}; reboot",
    String(repeating: "a", count: 4096),
  ]

  enum Field: String, CaseIterable {
    case package, version, platform, os, target, compiler, variant, stack, hash, spec, abstract, snapshot

    func plan(with name: String) -> Plan {
      var build = PlanExamples.build("hdf5", "1.14.3")
      var snapshot = "develop"
      build.exactSpec = build.abstractSpec
      switch self {
      case .package: build.package = name
      case .version: build.version = name
      case .platform: build.platform = name
      case .os: build.os = name
      case .target: build.target = name
      case .compiler: build.compiler = name
      case .variant: build.variants = ["k=" + name]
      case .stack: build.stacks = ["e4s", name]
      case .hash: build.hash = name
      case .spec: build.exactSpec += " k=" + name
      case .abstract: build.abstractSpec = name
      case .snapshot: snapshot = name
      }
      return PlanExamples.plan(snapshot: snapshot, builds: [build])
    }

    /// Where nothing is recorded the field is empty, and what is harmless as part of a spec stays.
    func allows(_ name: String) -> Bool {
      switch self {
      case .platform, .os, .compiler, .hash: name.isEmpty
      case .variant: ["..", "../x", "/etc", "-rf", "--help"].contains(name)
      case .spec, .package, .version, .target, .stack, .abstract, .snapshot: false
      }
    }
  }

  @Test(arguments: Field.allCases)
  func `a field outside Spack's syntax keeps the build out of every job list`(field: Field) {
    for name in HostileNamesTests.names where !field.allows(name) {
      let plan = field.plan(with: name)
      let report = PlanExamples.report([plan])
      #expect(report.plans[0].builds.isEmpty, "\(field) \(name.prefix(40).debugDescription)")
      #expect(report.plans[0].refused.count == 1)
      #expect(report.diagnostics.map(\.code) == ["plan/refused-build"])
      let nothing = PlanExamples.report([PlanExamples.plan(snapshot: plan.snapshot, builds: [])])
      for format in [JobListFormat.gitlab, .github, .spack, .slurm, .shell] {
        #expect(format.jobList(of: report) == format.jobList(of: nothing))
      }
    }
  }

  @Test(arguments: Field.allCases)
  func `what is within Spack's syntax is not refused`(field: Field) {
    for name in HostileNamesTests.names where field.allows(name) {
      #expect(
        PlanExamples.report([field.plan(with: name)]).plans[0].refused.isEmpty, "\(field) \(name.debugDescription)")
    }
  }

  @Test func `people see refused names as data, never as control characters or look-alikes`() {
    let report = PlanExamples.report(HostileNamesTests.names.map { Field.version.plan(with: $0) })
    for format in [JobListFormat.text, .markdown] {
      guard case .text(let text) = format.jobList(of: report) else { continue }
      let odd = text.unicodeScalars.filter { $0 != "\n" && !(" "..."~").contains($0) }
      #expect(odd.isEmpty)
      #expect(text.contains(#"a\nb"#) && text.contains(#"\u{4bb}df5"#))
    }
  }
}
