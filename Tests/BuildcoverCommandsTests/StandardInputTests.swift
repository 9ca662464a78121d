import Foundation
import Testing

@Suite struct `Standard input` {
  private static let given = "Tests/Fixtures/realdata/given"
  private static let index = "\(given)/mirror/develop-2026-01-18/build_systems/build_cache/index.json"

  @Test func `may be an index beside pages, and gives what the file gives`() throws {
    let input = try Data(contentsOf: CommandLineRun.project.appending(path: Self.index))
    let piped = try CommandLineRun(
      ["check", "\(Self.given)/pages-none", "--index", "build_systems=-", "--format", "csv"], input: input)
    let named = try CommandLineRun(
      ["check", "\(Self.given)/pages-none", "--index", "build_systems=\(Self.index)", "--format", "csv"])
    #expect(piped.complaints == named.complaints && piped.status == 1)
    #expect(piped.output == named.output && !piped.output.isEmpty)
  }
}
