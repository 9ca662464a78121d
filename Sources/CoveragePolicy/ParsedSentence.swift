import FarmModel

/// A sentence as the parser read it; ranges, constraints and numbers are still text.
enum ParsedSentence: Sendable {
  case coverage(ParsedCoverage)
  case count(ParsedCount)
  case prohibition(isOrphaned: Bool, [ParsedCondition])
  case loss(LossSentence.Lost, since: Located<String>?)
  case wanted(WantedSentence.Wanted, stacks: [Located<String>]?)
}

struct ParsedCoverage: Sendable {
  enum Subject: Sendable {
    case everyPackage
    case everyVersion(range: Located<String>?, source: Source)
    case latest(count: Located<String>?, range: Located<String>?)
    case versions([Located<String>])
  }

  enum Source: Sendable {
    case carried
    case farm
    case stacks([Located<String>])
  }

  var subject: Subject
  var verb: Located<CoverageSentence.Verb>
  var placements: [Located<ParsedPlacement>]
}

enum ParsedPlacement: Sendable {
  case every(Dimension, inFarm: Bool)
  case everyStack(main: Located<Bool>, parts: [Located<StackPart>])
  case everyPackage(StackPart)
  case atLeast(Located<String>, Dimension, of: [Located<String>]?)
  case anyOf(Dimension, [Located<String>])
  case names(Dimension, [Located<String>])
  case constraint(Located<String>)
}

struct ParsedCount: Sendable {
  enum Bound: Sendable {
    case atMost, atLeast, exactly
  }

  var bound: Bound
  var number: Located<String>
  var counted: CountSentence.Counted
  var dimensions: [Located<Dimension>]
}

enum ParsedCondition: Sendable {
  case names(Dimension, [Located<String>])
  case versions(Located<String>)
  case constraint(Located<String>)
  case unrecordedCompilers
  case missingRunDependencies
}
