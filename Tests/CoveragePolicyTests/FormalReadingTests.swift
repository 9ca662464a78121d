import Foundation
import Testing

@testable import CoveragePolicy

struct FormalReadingTests {
  @Test func `the default policy is read aloud`() {
    #expect(
      FormalReading.of(.embedded)
        == "for each package p in scope; for each version v of p that some stack carries; for each stack s that carries "
        + "p; for each target t of any build, of any package, in s: a build of v must be carried by s on t")
  }

  @Test func `every sentence form and clause is read as recorded`() throws {
    let clauses =
      "; for packages py-*, hdf5 in stacks e4s*; for variants cuda, rocm; for snapshots develop*"
      + "; except stack root because \"no runner\"; waive versions @:1.0 until 2027-01-31 because \"LTS only\""
      + "; passing at 99.5%; severity note; because \"shown with findings\""
    let rules =
      CanonicalTextTests.sentences.map(\.canonical) + Self.further
      + ["every version built in every stack\(clauses)", "no package lost; severity warning"]
    var text = ""
    var seen: Set<String> = []
    for rule in rules where seen.insert(rule).inserted {
      let policies = PolicyParser.parseRule(rule).policies
      #expect(policies.count == 1, "\(rule)")
      for policy in policies {
        text += "\(([policy.text] + policy.clauseTexts).joined(separator: "; "))\n"
        text += FormalReading.lines(of: policy).map { "    \($0)\n" }.joined() + "\n"
      }
    }
    try expectGolden(text, "CoveragePolicy/formal-readings.txt")
  }

  private static let further = [
    "no builds", "no orphaned builds on os ubuntu* on platform linux with compiler gcc@=9",
    "every version runnable on at least 2 targets of a, b, in every stack",
    "every version built on every stack's targets, on targets x*, a",
    "every version built on every target in the farm", "every version built in every stack in the farm",
    "every version built on every stack's platforms and oses",
    "at least 2 compilers per package and stack", "at most 3 variants per package",
  ]

  private func expectGolden(_ text: String, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Goldens/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)")
    }
    #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }
}
