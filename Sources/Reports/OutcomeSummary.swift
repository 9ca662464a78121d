import CoverageEngine

/// The whole outcome in one sentence, the last line of reports for people and the first of a comment.
struct OutcomeSummary {
  let mark: String
  /// Ends in a full stop.
  let sentence: String

  init(_ outcome: Outcome) {
    let policies = outcome.snapshots.flatMap(\.policies)
    let verdicts = Verdict.allCases.map { verdict in (verdict, policies.count { $0.verdict == verdict }) }
    mark = outcome.exitStatus == 0 ? "✓" : outcome.exitStatus == 1 ? "✗" : "!"
    guard !policies.isEmpty else {
      sentence = "Nothing was judged."
      return
    }
    let words = verdicts.compactMap { verdict, count in count > 0 ? OutcomeSummary.words(count, verdict) : nil }
    let noun = policies.count == 1 ? "policy" : "policies"
    let across = outcome.snapshots.count > 1 ? " in \(outcome.snapshots.count) snapshots" : ""
    sentence = "\(Wording.grouped(policies.count)) \(noun)\(across): \(words.joined(separator: ", "))."
  }

  private static func words(_ count: Int, _ verdict: Verdict) -> String {
    let number = Wording.grouped(count)
    switch verdict {
    case .holds: return count == 1 ? "1 holds" : "\(number) hold"
    case .fails: return count == 1 ? "1 fails" : "\(number) fail"
    case .warns: return count == 1 ? "1 warns" : "\(number) warn"
    case .noted: return "\(number) noted"
    case .vacuous: return "\(number) vacuous"
    }
  }
}
