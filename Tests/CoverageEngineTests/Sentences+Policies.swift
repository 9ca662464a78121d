import CoveragePolicy
import Diagnostics
import Testing

extension Sentences {
  /// Every sentence with every clause that it can have.
  static func policies() throws -> [Policy] {
    var policies: [Policy] = []
    for sentence in coverage + others {
      for (index, clauses) in (clauses + stackClauses + versionClauses).enumerated() {
        let text = ([sentence] + clauses).joined(separator: "; ")
        let parsed = PolicyParser.parseRule(text)
        let isValid = parsed.diagnostics.allSatisfy { $0.severity != .error }
        if index == 0 { try #require(isValid, "\(text): \(parsed.diagnostics)") }
        if isValid { policies += parsed.policies }
      }
    }
    var generator = SeededGenerator(seed: 5)
    return policies.shuffled(using: &generator)
  }
}
