import FarmModel
import Diagnostics
import CoverageEngine
import CoveragePolicy

/// Words and figures that several reports share.
enum Wording {
  /// `1 gap`, `2 gaps`, `12,345 gaps`.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// A number with a comma between thousands.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// A share in percent with one decimal, rounded down so that 100% means all of it; `nil` of nothing.
  static func percentage(_ part: Int, of whole: Int) -> String? {
    guard whole > 0 else { return nil }
    let tenths = part.multipliedReportingOverflow(by: 1000).partialValue / whole
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}

extension Percentage {
  /// `95%`, `99.5%`.
  var text: String {
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)%" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)%" : "\(whole).\(rest / 10)\(rest % 10)%"
  }
}

extension Sentence {
  /// Whether it requires cells, so that its figures are required, covered and gaps.
  var requiresCells: Bool {
    switch self {
    case .coverage, .wanted: true
    case .count, .prohibition, .loss: false
    }
  }

  /// One thing that breaks it, in words.
  var findingNoun: (singular: String, plural: String) {
    switch self {
    case .coverage: ("gap", "gaps")
    case .wanted(let wanted): wanted.wanted == .indexedSpec ? ("hole", "holes") : ("gap", "gaps")
    case .count: ("group out of bounds", "groups out of bounds")
    case .prohibition: ("build", "builds")
    case .loss(let loss): ("lost \(loss.lost.rawValue)", "lost \(loss.lost.rawValue)s")
    }
  }

  /// `10 builds`, for a group of a count sentence that has ten.
  func counted(_ number: Int) -> String {
    guard case .count(let sentence) = self else { return Wording.grouped(number) }
    switch sentence.counted {
    case .oses: return Wording.count(number, "os", "oses")
    case .variants: return Wording.count(number, "variant list")
    case .builds, .versions, .stacks, .packages, .targets, .platforms, .compilers:
      return Wording.count(number, String(sentence.counted.rawValue.dropLast()))
    }
  }
}

extension Verdict {
  /// The word of sentences about one policy.
  var word: String {
    switch self {
    case .holds: "holds"
    case .fails: "fails"
    case .warns: "warns"
    case .noted: "noted"
    case .vacuous: "vacuous: nothing to judge"
    }
  }

  /// A mark that is told apart by its shape as well as by its colour.
  var mark: String {
    switch self {
    case .holds: "✓"
    case .fails: "✗"
    case .warns: "!"
    case .noted: "~"
    case .vacuous: "?"
    }
  }
}

extension PolicyOutcome {
  /// What breaks the policy and is neither waived nor in a baseline.
  var active: [Finding] { findings.allSatisfy(\.isActive) ? findings : findings.filter { $0.isActive } }

  /// Why it is vacuous, in words.
  var vacuousReason: String {
    if let trouble = diagnostics.first(where: { $0.severity == .error }) { return "not judged (\(trouble.code))" }
    if tallies.undetermined > 0 {
      return "none of \(Wording.count(tallies.undetermined, policy.sentence.requiresCells ? "cell" : "case")) "
        + "could be judged"
    }
    return policy.sentence.requiresCells ? "no cell is required" : "there is nothing to look at"
  }
}

extension Finding {
  /// Whether it counts against the policy: known, not waived, not in a baseline.
  var isActive: Bool { waiver == nil && !isInBaseline && status != .undetermined }
}

extension Outcome {
  /// What the exit status means.
  var exitMeaning: String {
    switch exitStatus {
    case 0: "nothing failed"
    case 1: "a policy failed"
    default: "could not judge"
    }
  }

  /// The documents that errors speak of, each once, in the order of the diagnostics: what an incomplete outcome lacks.
  var troubledDocuments: [String] {
    var seen: Set<String> = []
    return diagnostics.filter { $0.severity == .error && $0.code.hasPrefix("document/") }.compactMap { $0.place?.file }
      .filter {
        seen.insert($0).inserted
      }
  }
}
