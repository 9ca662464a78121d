import CoverageEngine
import CoveragePolicy

/// The figures of a policy in words.
struct PolicyFigures {
  let outcome: PolicyOutcome

  init(_ outcome: PolicyOutcome) { self.outcome = outcome }

  /// `12 of 14 covered (85.7%)`, `2 gaps`, `1 waived`, `4 undetermined`; what is nought is left out where it says nothing.
  var phrases: [String] {
    let tallies = outcome.tallies
    let noun = outcome.policy.sentence.findingNoun
    var phrases: [String] = []
    if outcome.policy.sentence.requiresCells {
      if let share = Wording.percentage(tallies.covered, of: tallies.required) {
        let covered = "\(Wording.grouped(tallies.covered)) of \(Wording.grouped(tallies.required)) covered"
        phrases.append("\(covered) (\(share))")
        phrases.append(Wording.count(tallies.gaps, noun.singular, noun.plural))
      }
    } else if outcome.verdict != .vacuous {
      phrases.append(Wording.count(tallies.violations, noun.singular, noun.plural))
    }
    if tallies.waived > 0 { phrases.append("\(Wording.grouped(tallies.waived)) waived") }
    if tallies.undetermined > 0 { phrases.append("\(Wording.grouped(tallies.undetermined)) undetermined") }
    return phrases + standing
  }

  private var standing: [String] {
    let known = outcome.findings.count { $0.isInBaseline }
    let new = outcome.findings.count { $0.isNew == true && $0.isActive }
    let isCompared = outcome.findings.contains { $0.isNew != nil }
    var phrases: [String] = []
    if known > 0 { phrases.append("\(Wording.grouped(known)) in the baseline") }
    if isCompared { phrases.append("\(Wording.grouped(new)) new") }
    if let percentage = outcome.policy.passingPercentage { phrases.append("passes at \(percentage.text)") }
    return phrases
  }
}
