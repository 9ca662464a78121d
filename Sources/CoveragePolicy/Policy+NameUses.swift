package import FarmModel

extension Policy {
  /// Every name that this policy writes, but those of variants and versions.
  var nameUses: [NameUse] {
    sentence.nameUses + (scopes + exceptions.map(\.pattern) + waivers.map(\.pattern)).flatMap(\.nameUses)
      + snapshots.joined().map { NameUse(kind: .snapshot, name: $0) }
  }
}

extension Sentence {
  /// The names that the sentence itself writes.
  fileprivate var nameUses: [NameUse] {
    switch self {
    case .coverage(let sentence):
      return sentence.subject.nameUses + sentence.placements.flatMap(\.nameUses)
    case .prohibition(let sentence):
      return sentence.conditions.flatMap { condition -> [NameUse] in
        if case .names(let dimension, let names) = condition { NameUse.all(dimension, names) } else { [] }
      }
    case .wanted(let sentence): return NameUse.all(.stack, sentence.stacks ?? [])
    case .count, .loss: return []
    }
  }

  /// The Spack constraints in the sentence.
  package var constraints: [SpecConstraint] {
    switch self {
    case .coverage(let sentence):
      sentence.placements.compactMap { if case .constraint(let constraint) = $0 { constraint } else { nil } }
    case .prohibition(let sentence):
      sentence.conditions.compactMap { if case .constraint(let constraint) = $0 { constraint } else { nil } }
    case .count, .loss, .wanted: []
    }
  }
}

extension CoverageSentence.Subject {
  fileprivate var nameUses: [NameUse] {
    if case .everyVersion(_, .stacks(let names)) = self { NameUse.all(.stack, names) } else { [] }
  }
}

extension Placement {
  fileprivate var nameUses: [NameUse] {
    switch self {
    case .names(let dimension, let names), .atLeast(_, let dimension, .some(let names)):
      NameUse.all(dimension, names)
    case .every, .everyStack, .everyPackage, .atLeast, .constraint: []
    }
  }
}

extension Pattern {
  fileprivate var nameUses: [NameUse] {
    PolicyKeyword.patternDimensions.flatMap { NameUse.all($0, names($0) ?? []) }
  }
}

extension NameUse {
  fileprivate static func all(_ dimension: Dimension, _ names: [NamePattern]) -> [NameUse] {
    names.map { NameUse(kind: .dimension(dimension), name: $0) }
  }
}
