import BuildPlanner
import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel
import Reports

extension HTMLExamples {
  /// A farm of some size, made by arithmetic: every eleventh build is missing.
  static func specs(packages: Int) -> [SpecDescription] {
    let stems = [
      "hdf5", "py-numpy", "openmpi", "zlib-ng", "trilinos", "petsc", "boost", "cmake", "kokkos", "llvm", "r-dplyr",
    ]
    let stacks: [(String, [String])] = [
      ("e4s", ["x86_64_v3"]), ("e4s-neoverse_v1", ["neoverse_v1"]),
      ("ml-linux-x86_64-cpu", ["x86_64_v3", "x86_64_v4"]),
      ("ml-linux-x86_64-cuda", ["x86_64_v3"]), ("ml-linux-x86_64-rocm", ["x86_64_v3"]), ("hep", ["x86_64_v3"]),
      ("tools-sdk", ["x86_64_v2", "x86_64_v3"]), ("developer-tools-aarch64-linux-gnu", ["aarch64"]),
    ]
    var specs: [SpecDescription] = []
    for package in 0..<packages {
      let stem = stems[package % stems.count]
      let name = package < stems.count ? stem : "\(stem)-\(package / stems.count)"
      for version in 0..<(1 + package % 4) {
        for (index, (stack, targets)) in stacks.enumerated() where (package + index) % 3 != 0 {
          for (position, target) in targets.enumerated()
          where (package * 7 + version * 5 + index * 3 + position) % 11 != 0 {
            specs.append(
              SpecDescription(
                package: name, version: "1.\(version + package % 9).\(version)", hash: hash(specs.count),
                os: index % 2 == 0 ? "ubuntu22.04" : "amzn2", target: target, compiler: "gcc@=11.4.0",
                variants: VariantList(written: ["build_system=generic", "+shared"]), stacks: [stack, "root"]))
          }
        }
      }
    }
    return specs
  }

  static func many(packages: Int = 140) throws -> HTMLReportInput {
    let specs = specs(packages: packages)
    let orphan = SpecDescription(package: "zlib-ng", version: "2.0.1", hash: hash(999_999), stacks: ["root"])
    let farm = Farm(snapshot: "develop-2026-11-19", specs: specs + [orphan])
    let waiver = Waiver(
      pattern: Pattern(text: "targets x86_64_v4"), until: try today(), reason: "The new runners come in December.",
      place: SourcePlace(file: "farm.policy", line: 9, column: 3))
    let everywhere = coverage(
      waivers: [waiver], reason: "A user on any supported machine finds any published version.")
    let cells = HTMLNaiveJudge(specs: specs).everyVersionOnEveryTarget().map { judged in
      judged.state == .gap && judged.cell.target == "x86_64_v4" ? JudgedCell(judged.cell, .waived) : judged
    }
    let compilers = withCompilers(specs.filter { $0.package.hasPrefix("py-") })
    var compilerPolicy = coverage(name: "python-with-new-gcc")
    compilerPolicy.title = nil
    compilerPolicy.text = "every version built with compilers gcc@=11.4.0, gcc@=13.2.0"
    let policies = [
      HTMLNaiveJudge.outcome(everywhere, cells, isNew: { $0.stack == "hep" }),
      HTMLNaiveJudge.outcome(compilerPolicy, compilers), countOutcome(specs), orphanOutcome(orphan),
    ]
    let outcome = snapshotOutcome(farm, documents: farm.packages.count, policies: policies)
    return HTMLReportInput(
      outcome: outcome, farm: farm, plan: plan(for: cells, of: everywhere.name, leaving: 3),
      details: [
        HTMLPolicyDetail(
          reading: "for every package p in the farm\n  for every version v in versions(p)\n    …",
          grids: HTMLNaiveJudge.grids(cells)),
        HTMLPolicyDetail(reading: "", grids: HTMLNaiveJudge.grids(compilers)),
      ],
      documents: farm.packages.names.map { "_cache/develop-2026-11-19/\($0)/specs.md" }, diagnostics: [warning],
      toolVersion: "0.1.0", today: try today(),
      news: HTMLNews(
        wanted: cells.count + compilers.count,
        covered: (cells + compilers).count { $0.state == .covered }, lost: 12, since: "develop-2026-11-12", causes: 34),
      trend: trend)
  }

  private static func withCompilers(_ specs: [SpecDescription]) -> [JudgedCell] {
    var cells: Set<JudgedCell> = []
    for spec in specs {
      for (compiler, state) in [("gcc@=11.4.0", CellState.covered), ("gcc@=13.2.0", .undetermined)] {
        cells.insert(JudgedCell(Cell(package: spec.package, version: spec.version, compiler: compiler), state))
      }
    }
    return Array(cells)
  }

  private static func countOutcome(_ specs: [SpecDescription]) -> PolicyOutcome {
    let cell = { (spec: SpecDescription) in
      Cell(package: spec.package, version: spec.version, stack: spec.stacks.first, target: spec.target)
    }
    let findings = specs.enumerated().filter { $0.offset % 17 == 0 }.map { index, spec in
      Finding(status: .excess, cell: cell(spec), count: 2 + index % 5)
    }
    var tallies = Tallies()
    tallies.violations = findings.count
    return PolicyOutcome(policy: duplicates(), verdict: .warns, tallies: tallies, findings: findings)
  }

  private static func orphanOutcome(_ orphan: SpecDescription) -> PolicyOutcome {
    var tallies = Tallies()
    tallies.violations = 1
    let cell = Cell(package: orphan.package, version: orphan.version, hash: orphan.hash)
    return PolicyOutcome(
      policy: orphans(), verdict: .noted, tallies: tallies, findings: [Finding(status: .forbidden, cell: cell)])
  }

  /// One build for each gap but the last few, which cannot be planned.
  static func plan(for cells: [JudgedCell], of policy: String, leaving count: Int) -> Plan {
    let gaps = cells.filter { $0.state == .gap }.map(\.cell)
    let builds = gaps.dropLast(count).map { cell in
      let spec = "\(cell.package ?? "")@=\(cell.version ?? "")"
      return PlannedBuild(
        package: cell.package ?? "", version: cell.version ?? "", platform: "linux", os: "ubuntu22.04",
        target: cell.target ?? "", compiler: "gcc@=11.4.0", variants: ["build_system=generic", "+shared"],
        stacks: [cell.stack ?? ""], wave: 1, basis: .observed, modelledOn: hash(7),
        exactSpec: "\(spec) build_system=generic +shared platform=linux os=ubuntu22.04 target=\(cell.target ?? "") "
          + "%gcc@=11.4.0",
        abstractSpec: spec, closes: [PlannedCell(policy: policy, cell: cell)])
    }
    let unplannable = gaps.suffix(count).map { cell in
      UnplannableGap(gap: PlannedCell(policy: policy, cell: cell), reason: "no spec of the package is known")
    }
    return Plan(
      snapshot: "develop", isMinimal: true, lowerBound: builds.count, builds: Array(builds), unplannable: unplannable,
      refused: [], opened: [])
  }

  private static let warning = Diagnostic(
    code: "policy/unmatched-waiver", severity: .warning, message: "This waiver matches no required cell.",
    labels: [Diagnostic.Label(place: SourcePlace(file: "farm.policy", line: 12, column: 3))],
    notes: ["It would have lasted until 2027-01-31."], help: "Remove it.")

  private static let trend =
    #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><path d="M0 50L60 44L120 46L180 30L240 22L300 18" "#
    + #"fill="none" stroke="steelblue" stroke-width="2"/></svg>"#
}
