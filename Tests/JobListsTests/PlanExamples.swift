import BuildPlanner
import CoverageEngine
import CoveragePolicy
import Diagnostics
import JobLists

/// Plans made by hand: nothing to build, one build, many, and builds whose fields are attacks.
enum PlanExamples {
  static let all: [(name: String, report: PlanReport)] = [
    ("empty", report([plan(builds: [])])), ("one", report([plan(builds: [build("py-pyproject-hooks", "1.2.0")])])),
    ("many", report([many])), ("hostile", report([hostile])),
  ]

  static func report(_ plans: [Plan]) -> PlanReport {
    guard let today = CalendarDate("2026-11-20") else { preconditionFailure("a day of the calendar") }
    return PlanReport(today: today, isComplete: true, plans: plans, diagnostics: [])
  }

  static func plan(
    snapshot: String = "develop", builds: [PlannedBuild], unplannable: [UnplannableGap] = [],
    refused: [RefusedBuild] = [], opened: [PlannedCell] = []
  ) -> Plan {
    Plan(
      snapshot: snapshot, isMinimal: true, lowerBound: builds.count, builds: builds, unplannable: unplannable,
      refused: refused, opened: opened)
  }

  static func build(
    _ package: String, _ version: String, variants: [String] = ["build_system=python_pip"],
    abstract: [String] = [], target: String = "x86_64_v3", compiler: String? = "gcc@=11.4.0",
    stacks: [String] = ["e4s"], wave: Int = 1, basis: PlannedBuild.Basis = .observed, hash: String? = nil
  ) -> PlannedBuild {
    let words =
      ["\(package)@=\(version)"] + variants + ["platform=linux", "os=ubuntu22.04", "target=\(target)"]
      + (compiler.map { ["%" + $0] } ?? [])
    return PlannedBuild(
      package: package, version: version, platform: "linux", os: "ubuntu22.04", target: target, compiler: compiler,
      variants: variants, stacks: stacks, wave: wave, basis: basis, modelledOn: "6lhxdpn4e2rkcgahp33ztjzxyxuwac3b",
      hash: hash, exactSpec: words.joined(separator: " "),
      abstractSpec: (["\(package)@=\(version)"] + abstract).joined(separator: " "),
      closes: stacks.map { stack in
        cell("every-version", package, version, stack: stack, target: target)
      })
  }

  static func cell(
    _ policy: String, _ package: String, _ version: String, stack: String, target: String
  ) -> PlannedCell {
    PlannedCell(policy: policy, cell: Cell(package: package, version: version, stack: stack, target: target))
  }

  private static let many: Plan = {
    let longVariants = (1...20).map { "with_a_rather_long_name_\($0)=value_\($0)" }
    let inferred = build("adios2", "2.10.1", variants: ["+mpi"], stacks: ["e4s-neoverse_v1"], basis: .inferred)
    return plan(
      builds: [
        build(
          "hdf5", "1.14.3", variants: ["+mpi", "~cxx", "api=v112", "build_type=Release"], abstract: ["+mpi"],
          stacks: ["e4s", "radiuss"]),
        build("py-calver", "2024.1", compiler: nil), build("trilinos", "16.0.0", variants: longVariants),
        build("zlib-ng", "2.2.1", target: "neoverse_v1", stacks: ["e4s-neoverse_v1"], basis: .moved),
        build("zlib-ng", "2.2.1", variants: ["+shared"], hash: "tgu5cgz5b5ydzl5tscoqpbptcewtvagp"), inferred,
        build("amrex", "24.09", variants: ["dimensions=1,2,3"], wave: 2),
        build("py-torch", "git.v2.5=2.5.0", stacks: ["ml-linux-x86_64-cpu", "ml-linux-x86_64-cuda"], wave: 2),
      ].sorted { ($0.wave, $0.package) < ($1.wave, $1.package) },
      unplannable: [
        UnplannableGap(
          gap: cell("every-version", "libice", "1.1.1", stack: "tutorial", target: "x86_64_v3"),
          reason: "no spec of the package satisfies `with +static`, and it has no variant of that name")
      ],
      opened: [cell("every-stack", "amrex", "24.09", stack: "tutorial", target: "x86_64_v3")])
  }()

  private static let hostile: Plan = {
    var injected = build("curl", "8.10.1")
    injected.exactSpec += " $(reboot)"
    var policy = build("bzip2", "1.0.8")
    policy.closes = [cell("=cmd|' /C calc'!A0\u{202E}", "bzip2", "1.0.8", stack: "e4s", target: "x86_64_v3")]
    return plan(
      builds: [
        policy, build("$(touch pwned)", "1.0"), build("--help", "1.0"), build("hdf5", "1.0\n- reboot"),
        build("hdf5", "1.0", variants: ["+${{ secrets.TOKEN }}"]), build("hdf5", "1.0", target: "!reference [a, b]"),
        build("hdf5", "1.0", compiler: "gcc@=11'; reboot; '"), build("hdf5", "1.0", stacks: ["../../etc"]),
        build("hdf5", "1.0", variants: ["patches=0123abc"]), build("һdf5", "1.0"),
        build(String(repeating: "a", count: 4096), "1.0"), injected,
      ],
      unplannable: [
        UnplannableGap(
          gap: cell("<script>|`\"", "\u{1B}]0;title\u{7}", "1|2", stack: "@everyone", target: "\r\nx"),
          reason: "`|</td>")
      ])
  }()
}
