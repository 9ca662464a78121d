import Diagnostics
import FarmModel
import Foundation
import Testing

@testable import CoveragePolicy

/// The policies that are shipped in `Policies/`.
struct PolicyLibraryTests {
  static let files: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let all = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: "Policies"), includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == "policy" }.sorted { $0.path < $1.path }
  }()

  private func policies(of file: URL) throws -> [Policy] {
    let (policies, diagnostics) = PolicyParser.parse(
      file: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
    #expect(diagnostics == [])
    return policies
  }

  @Test func `the library holds what farms want`() throws {
    let names = try Self.files.flatMap { try policies(of: $0) }.map(\.name)
    #expect(names.count >= 12)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: files)
  func `a shipped policy is valid and in canonical layout`(file: URL) throws {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(PolicyFormatter.format(file: file.lastPathComponent, bytes: Array(text.utf8)).text == text)
    for policy in try policies(of: file) {
      #expect(policy.title != nil && policy.reason != nil, "\(policy.name)")
    }
  }

  @Test(arguments: files)
  func `a shipped policy says when to use it, how noisy it is and what it is meant as`(file: URL) throws {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    for word in ["# When to use it:", "# How noisy:", "eant as "] { #expect(text.contains(word), "\(word)") }
  }

  @Test(arguments: files)
  func `a shipped policy names stacks and packages by globs only, so that it is valid on any farm`(file: URL) throws {
    let spec = SpecDescription(package: "zlib", version: "1.3", hash: "a", stacks: ["e4s"])
    let farms = [Farm(snapshot: "develop", specs: [spec])]
    let diagnostics = PolicyNameCheck.diagnose(policies: try policies(of: file), farms: farms)
    #expect(diagnostics.filter { $0.severity == .error } == [])
  }
}
