import Diagnostics
import Foundation
import Testing

@testable import CoveragePolicy

/// The policies of the conformance cases, which others wrote from the same contract.
struct ConformancePolicyTests {
  @Test func `every policy of the conformance cases is valid`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/conformance")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    var count = 0
    for file in files where file.pathExtension == "json" {
      let cases = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]] ?? []
      for policy in cases.compactMap({ $0["policy"] as? String }) {
        #expect(PolicyParser.parse(file: "a", bytes: Array(policy.utf8)).diagnostics == [], "\(policy)")
        count += 1
      }
    }
    #expect(count > 100)
  }
}
