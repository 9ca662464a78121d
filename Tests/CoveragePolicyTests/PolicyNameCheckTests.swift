import Diagnostics
import FarmModel
import Testing

@testable import CoveragePolicy

struct PolicyNameCheckTests {
  private static let farms = [
    Farm(
      snapshot: "develop",
      specs: [
        SpecDescription(
          package: "hdf5", version: "1.14", hash: "a", target: "odd_machine", compiler: "gcc@=11.4.0",
          stacks: ["e4s", "e4s-neoverse_v1", "root"])
      ]),
    Farm(
      snapshot: "v0.22.2",
      specs: [SpecDescription(package: "zlib", version: "1.3", hash: "b", stacks: ["ml-linux-x86_64-cpu"])]),
  ]

  @Test(
    arguments: [
      (.unknownStack, "every version built in stacks e4s, ⟦e4s-neoverse-v1⟧", "write `e4s-neoverse_v1`"),
      (.unknownStack, "every version in stack ⟦e5s⟧ built in every stack", "write `e4s`"),
      (.unknownStack, "no builds in stack ⟦nothing-like-it⟧", "no loaded snapshot has a stack named"),
      (.unknownStack, "every locked root built in stack ⟦e4⟧", "write `e4s`"),
      (.unknownStack, "every version built in every stack; except stack ⟦e4z⟧", "write `e4s`"),
      (.unknownPackage, "every version built in every stack; for packages zlib, ⟦hdf6⟧", "write `hdf5`"),
      (.unknownPackage, "no package lost; waive package ⟦zlb⟧ until 2027-01-31 because \"x\"", "write `zlib`"),
      (.unknownSnapshot, "no package lost; for snapshots ⟦devlop⟧", "write `develop`"),
      (.unmatchedGlob, "no package lost; for snapshots ⟦main*⟧", "no loaded snapshot"),
      (.unmatchedGlob, "every version built in stacks e4s*, ⟦ro*⟧", "no loaded snapshot has a stack with a name like"),
      (.unmatchedGlob, "every version built on targets ⟦power*⟧", "target"),
      (.unmatchedGlob, "every version built with at least 1 compiler of ⟦clang*⟧", "compiler"),
      (.newTarget, "every version built on targets x86_64_v4, odd_machine, ⟦x86_64_v44⟧", "write `x86_64_v4`"),
    ] as [(PolicyCode, String, String)])
  func `a name that the farms do not have is pointed at`(code: PolicyCode, rule: String, says: String) throws {
    let marked = MarkedText(rule)
    let policies = PolicyParser.parseRule(marked.text).policies
    #expect(policies.count == 1)
    let diagnostics = PolicyNameCheck.diagnose(policies: policies, farms: Self.farms)
    #expect(diagnostics.map(\.code) == [code.rawValue])
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.place == SourcePlace(file: "--rule", line: marked.line, column: marked.column))
    #expect(diagnostic.labels.first?.excerpt?.caretLength == marked.length)
    #expect(DiagnosticRenderer().render(diagnostic).contains(says))
    let severity: Diagnostic.Severity =
      switch code {
      case .unmatchedGlob: .warning
      case .newTarget: .note
      default: .error
      }
    #expect(diagnostic.severity == severity)
  }

  @Test(arguments: [
    "every version built in stacks e4s, ml-*, root", "every version built on targets neoverse_v2, odd_machine",
    "every version built with compilers clang@99", "every version built on oses new-os",
    "every version built in every stack; for packages hdf5, z*; for snapshots develop, v*",
    "every version built in every stack; for variants no-such-variant", "versions 99 built in every stack",
  ])
  func `what the farms have, and what may be new, is silent`(rule: String) {
    let policies = PolicyParser.parseRule(rule).policies
    #expect(policies.count == 1)
    #expect(PolicyNameCheck.diagnose(policies: policies, farms: Self.farms) == [])
  }

  @Test func `a constraint on dependencies needs documents that tell them`() {
    let policies = PolicyParser.parseRule("every version built with ^zlib in every stack").policies
    let diagnostics = PolicyNameCheck.diagnose(policies: policies, farms: Self.farms)
    #expect(diagnostics.map(\.code) == [PolicyCode.unanswerableConstraint.rawValue])
  }

  @Test func `a loss since a snapshot that is nowhere is an error with the nearest name`() {
    let policies = PolicyParser.parseRule("no package lost since devlop").policies
    let diagnostics = PolicyNameCheck.diagnose(policies: policies, farms: Self.farms)
    #expect(diagnostics.map(\.code) == [PolicyCode.unknownSnapshot.rawValue])
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(diagnostics.map(\.help) == ["write `develop`"])
  }

  @Test func `a loss may be since a snapshot of the older documents`() {
    let policies = PolicyParser.parseRule("no package lost since v0.22.2").policies
    #expect(PolicyNameCheck.diagnose(policies: policies, farms: [Self.farms[0]], older: [Self.farms[1]]) == [])
    #expect(PolicyNameCheck.diagnose(policies: policies, farms: [Self.farms[0]]).count == 1)
  }

  @Test func `without farms nothing is said`() {
    let policies = PolicyParser.parseRule("every version built in stacks nowhere").policies
    #expect(PolicyNameCheck.diagnose(policies: policies, farms: []) == [])
  }

  @Test(.timeLimit(.minutes(1)))
  func `thousands of unknown names are found in time`() {
    let names = (0..<PolicyLimits.names).map { "no-such-stack-\($0)" }.joined(separator: ",")
    let policies = PolicyParser.parseRule("every version built in stacks \(names)").policies
    #expect(PolicyNameCheck.diagnose(policies: policies, farms: Self.farms).count == PolicyLimits.names)
  }
}
