import CoverageEngine
import CoveragePolicy
import Diagnostics

/// A suite of test cases, ready to be written.
struct JUnitSuite {
  /// How many findings a case lists before it counts the rest.
  private static let findingLimit = 1_000

  var name: String
  var cases: [JUnitCase]

  /// The suite of a policy: a case for each package with findings, or one that stands for all.
  init(of outcome: PolicyOutcome, in snapshot: String) {
    let policy = outcome.policy
    name = "\(snapshot): \(policy.name)"
    let className = policy.name
    let groups = FindingGroup.groups(of: outcome.findings)
    cases = groups.map { group in
      let findings = group.lines.flatMap(\.findings)
      return JUnitCase(
        className: className, name: group.package ?? policy.text, result: JUnitSuite.result(of: findings, in: outcome))
    }
    if cases.isEmpty {
      let result: JUnitCase.Result =
        outcome.verdict == .vacuous ? .skipped("vacuous: \(outcome.vacuousReason)") : .passed
      cases = [JUnitCase(className: className, name: policy.text, result: result)]
    }
  }

  /// The suite of documents and policies that could not be read.
  init(of errors: [Diagnostic]) {
    name = "documents and policies"
    cases = errors.map { error in
      JUnitCase(
        className: error.code, name: error.place?.description ?? error.code,
        result: .error(message: error.message, type: error.code))
    }
  }

  private static func result(of findings: [Finding], in outcome: PolicyOutcome) -> JUnitCase.Result {
    let active = findings.filter { $0.isActive }
    let sentence = outcome.policy.sentence
    guard !active.isEmpty else {
      let waived = findings.count { $0.waiver != nil }
      if waived > 0 { return .skipped("\(Wording.grouped(waived)) waived") }
      let known = findings.count { $0.isInBaseline }
      return .skipped(
        known > 0 ? "\(Wording.grouped(known)) in the baseline" : "\(Wording.grouped(findings.count)) undetermined")
    }
    var lines = active.prefix(findingLimit).map { FindingSentence.text(of: $0, in: sentence) }
    if active.count > findingLimit { lines.append("… and \(Wording.grouped(active.count - findingLimit)) more") }
    if let reason = outcome.policy.reason { lines.append("because: \(TerminalText.visible(reason))") }
    let text = lines.joined(separator: "\n")
    guard outcome.verdict == .fails else { return .passedWithOutput(text) }
    let noun = sentence.findingNoun
    let message = "\(Wording.count(active.count, noun.singular, noun.plural)): \(outcome.policy.text)"
    return .failed(message: message, type: active[0].status.rawValue, text: text)
  }

  /// The figures of a suite or of all.
  static func attributes(of cases: [JUnitCase]) -> String {
    let failures = cases.count { if case .failed = $0.result { true } else { false } }
    let errors = cases.count { if case .error = $0.result { true } else { false } }
    let skipped = cases.count { if case .skipped = $0.result { true } else { false } }
    return "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\" time=\"0\""
  }

  func write(to output: inout some TextOutputStream) {
    output.write("  <testsuite name=\"\(XMLText.safe(name))\" \(JUnitSuite.attributes(of: cases))>\n")
    for testCase in cases { testCase.write(to: &output) }
    output.write("  </testsuite>\n")
  }
}
