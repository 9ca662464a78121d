import FarmModel

/// What a policy means, in plain words that leave nothing open (semantics §2).
package enum FormalReading {
  /// The reading of a policy, one thought to a line: what is required of what, then what its clauses change.
  package static func of(_ policy: Policy) -> String { lines(of: policy).joined(separator: "\n") }

  /// The lines of the reading; the first says what the sentence requires.
  package static func lines(of policy: Policy) -> [String] {
    let sentence =
      switch policy.sentence {
      case .coverage(let sentence): CoverageReading(sentence).text
      case .count(let sentence): count(sentence)
      case .prohibition(let sentence): prohibition(sentence)
      case .loss(let sentence): loss(sentence)
      case .wanted(let sentence): wanted(sentence)
      }
    return [sentence] + ClauseReading.lines(of: policy)
  }

  private static func count(_ sentence: CountSentence) -> String {
    let groups = WordList.joined(sentence.dimensions.map { "the same \($0.noun)" }, "and")
    let many =
      sentence.dimensions.contains(.stack)
      ? " (a build that several stacks carry is in the group of each, one that none carries in none)"
      : " (builds that no stack carries are counted too)"
    let (words, number) =
      switch sentence.bound {
      case .atMost(let number): ("at most", number)
      case .atLeast(let number): ("at least", number)
      case .exactly(let number): ("exactly", number)
      }
    let counted =
      sentence.counted == .builds
      ? (number == 1 ? "build" : "builds")
      : (number == 1 ? "" : "different ") + sentence.counted.noun(isOne: number == 1)
    let unrecorded =
      sentence.counted == .compilers ? "; compilers that are not recorded count as none" : ""
    return "for each group of builds in scope with \(groups)\(many): the group must hold \(words) \(number) \(counted)"
      + unrecorded
  }

  private static func prohibition(_ sentence: ProhibitionSentence) -> String {
    let conditions =
      (sentence.isOrphaned ? ["no stack but the aggregate carries it"] : [])
      + sentence.conditions.map(\.reading)
    if conditions.isEmpty { return "for each build in scope: there must be none" }
    return "for each build in scope: it must not be that \(WordList.joined(conditions, "and"))"
  }

  private static func loss(_ sentence: LossSentence) -> String {
    let older =
      sentence.since.map { "in the snapshot \($0)" }
      ?? "in the older documents (`--since`), or else in the snapshot before this one"
    let parts =
      switch sentence.lost {
      case .package: "for each package p in scope"
      case .version: "for each package p in scope and version v of p"
      case .build: "for each package p in scope, version v of p and target t"
      }
    let thing =
      switch sentence.lost {
      case .package: "some build of p"
      case .version: "some build of v"
      case .build: "some build of v on t"
      }
    return "\(parts); for each stack s that still exists and carried \(thing) \(older): s must still carry \(thing)"
  }

  private static func wanted(_ sentence: WantedSentence) -> String {
    let stacks = sentence.stacks.map { " named \(NameReading.oneOf($0))" } ?? ""
    switch sentence.wanted {
    case .lockedRoot:
      return "for each stack s\(stacks) whose lockfile is given; for each root of the lockfile: s must carry the "
        + "build with that hash"
    case .lockedSpec:
      return "for each stack s\(stacks) whose lockfile is given; for each concrete spec of the lockfile that is not "
        + "external: s must carry the build with that hash"
    case .indexedSpec:
      return "for each stack s\(stacks) whose index is given; for each spec of the index that is neither external nor "
        + "needed only to build: its binary must be there"
    }
  }
}

extension ProhibitionSentence.Condition {
  fileprivate var reading: String {
    switch self {
    case .names(.stack, let names): "a stack named \(NameReading.oneOf(names)) carries it"
    case .names(let dimension, let names): "its \(dimension.noun) is \(NameReading.oneOf(names))"
    case .versions(let range): "its version is within \(CanonicalText.range(range))"
    case .constraint(let constraint): "it satisfies `\(constraint.text)`"
    case .unrecordedCompilers: "its compiler is not recorded"
    case .missingRunDependencies:
      "some link or run dependency of it, however deep, is neither external nor a build of the snapshot"
    }
  }
}

extension CountSentence.Counted {
  fileprivate func noun(isOne: Bool) -> String {
    switch self {
    case .oses: isOne ? "operating system" : "operating systems"
    case .variants: isOne ? "set of variants" : "sets of variants"
    default: isOne ? singular : rawValue
    }
  }
}

extension Dimension {
  /// The word for one, in running text.
  var noun: String {
    switch self {
    case .os: "operating system"
    default: rawValue
    }
  }
}

/// Names in running text.
enum NameReading {
  /// `a`, `a or b`, `like e4s*`.
  static func oneOf(_ names: [NamePattern]) -> String {
    WordList.joined(names.map { $0.isGlob ? "like `\($0.text)`" : "`\($0.text)`" }, "or")
  }
}
