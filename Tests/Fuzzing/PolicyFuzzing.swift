import CoveragePolicy
import Diagnostics

/// What is valid has a reading; what is formatted stays as it is when it is formatted again.
func readPolicies(_ bytes: [UInt8]) {
  let parsed = PolicyParser.parse(file: "fuzz.policy", bytes: bytes)
  for policy in parsed.policies { precondition(!FormalReading.of(policy).isEmpty, "a policy without a reading") }
  guard let text = PolicyFormatter.format(file: "fuzz.policy", bytes: bytes).text else { return }
  let again = PolicyFormatter.format(file: "fuzz.policy", bytes: Array(text.utf8)).text
  precondition(again.map { Array($0.utf8) } == Array(text.utf8), "formatting is not idempotent")
}
