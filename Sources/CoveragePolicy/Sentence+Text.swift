import FarmModel

extension Sentence {
  /// The sentence in canonical words: the name of a bare policy, and what the formatter writes.
  package var text: String {
    switch self {
    case .coverage(let sentence): sentence.text
    case .count(let sentence): sentence.text
    case .prohibition(let sentence): sentence.text
    case .loss(let sentence):
      "no \(sentence.lost.rawValue) lost" + (sentence.since.map { " since " + CanonicalText.name($0) } ?? "")
    case .wanted(let sentence):
      "every \(sentence.wanted.rawValue) built"
        + (sentence.stacks.map { " in " + CanonicalText.names(.stack, $0) } ?? "")
    }
  }
}

extension CoverageSentence {
  fileprivate var text: String {
    var text = "\(subject.text) \(verb.rawValue)"
    var separator = " "
    for placement in placements {
      text += separator + placement.text
      if case .constraint = placement { separator = " " } else { separator = ", " }
    }
    return text
  }
}

extension CoverageSentence.Subject {
  /// In canonical words.
  var text: String {
    switch self {
    case .everyPackage: "every package"
    case .everyVersion(let range, let source):
      "every version" + Self.suffix(range) + source.text
    case .latest(let count, let range):
      (count == 1 ? "the latest version" : "the latest \(count) versions") + Self.suffix(range)
    case .versions(let versions): "versions " + versions.map(CanonicalText.name).joined(separator: ", ")
    }
  }

  private static func suffix(_ range: VersionSet?) -> String { range.map { " " + CanonicalText.range($0) } ?? "" }
}

extension CoverageSentence.VersionSource {
  fileprivate var text: String {
    switch self {
    case .carried: ""
    case .farm: " in the farm"
    case .stacks(let names): " in " + CanonicalText.names(.stack, names)
    }
  }
}

extension Placement {
  /// In canonical words, with the preposition.
  var text: String {
    switch self {
    case .every(let dimension, let inFarm):
      "\(CanonicalText.preposition(dimension)) every \(dimension.rawValue)" + (inFarm ? " in the farm" : "")
    case .everyStack(let main, let parts):
      "\(parts.first?.preposition ?? "on") every stack's \(main ? "main " : "")"
        + parts.map(\.rawValue).joined(separator: " and ")
    case .everyPackage(let part): "\(part.preposition) every package's \(part.rawValue)"
    case .atLeast(1, let dimension, .some(let names)):
      "\(CanonicalText.preposition(dimension)) any of \(dimension.plural) \(CanonicalText.names(names))"
    case .atLeast(let number, let dimension, let names):
      "\(CanonicalText.preposition(dimension)) at least \(number) "
        + (number == 1 ? dimension.rawValue : dimension.plural)
        + (names.map { " of " + CanonicalText.names($0) } ?? "")
    case .names(let dimension, let names):
      "\(CanonicalText.preposition(dimension)) \(CanonicalText.names(dimension, names))"
    case .constraint(let constraint): "with \(constraint.text)"
    }
  }
}

extension StackPart {
  fileprivate var preposition: String {
    switch self {
    case .targets, .oses, .platforms: "on"
    case .compilers: "with"
    case .configurations: "in"
    }
  }
}

extension CountSentence {
  fileprivate var text: String {
    let (words, number) =
      switch bound {
      case .atMost(let number): ("at most", number)
      case .atLeast(let number): ("at least", number)
      case .exactly(let number): ("exactly", number)
      }
    let groups = WordList.joined(dimensions.map(\.rawValue), "and")
    return "\(words) \(number) \(number == 1 ? counted.singular : counted.rawValue) per \(groups)"
  }
}

extension ProhibitionSentence {
  fileprivate var text: String {
    (["no", isOrphaned ? "orphaned builds" : "builds"] + conditions.map(\.text)).joined(separator: " ")
  }
}

extension ProhibitionSentence.Condition {
  fileprivate var text: String {
    switch self {
    case .names(let dimension, let names):
      "\(CanonicalText.preposition(dimension)) \(CanonicalText.names(dimension, names))"
    case .versions(let range): "with versions \(CanonicalText.range(range))"
    case .constraint(let constraint): "with \(constraint.text)"
    case .unrecordedCompilers: "with unrecorded compilers"
    case .missingRunDependencies: "with missing run dependencies"
    }
  }
}
