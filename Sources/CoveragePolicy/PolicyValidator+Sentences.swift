import Diagnostics
import FarmModel

extension PolicyValidator {
  /// The valid sentence, or `nil` after reporting why it is none.
  mutating func sentence(_ parsed: ParsedSentence) -> Sentence? {
    switch parsed {
    case .coverage(let coverage): self.coverage(coverage).map { .coverage($0) }
    case .count(let count): self.count(count).map { .count($0) }
    case .prohibition(let isOrphaned, let conditions):
      prohibition(conditions).map { .prohibition(ProhibitionSentence(isOrphaned: isOrphaned, conditions: $0)) }
    case .loss(let lost, let since): .loss(LossSentence(lost: lost, since: since?.value))
    case .wanted(let wanted, let stacks):
      .wanted(WantedSentence(wanted: wanted, stacks: stacks.map { names($0, .stack) }))
    }
  }

  private mutating func coverage(_ parsed: ParsedCoverage) -> CoverageSentence? {
    let subject = subject(parsed.subject)
    var placements: [Placement] = []
    for placement in parsed.placements {
      if let valid = self.placement(placement.value) { placements.append(valid) }
    }
    if parsed.verb.value == .runnable { checkRunnable(parsed) }
    guard let subject, placements.count == parsed.placements.count else { return nil }
    return CoverageSentence(subject: subject, verb: parsed.verb.value, placements: placements)
  }

  private mutating func subject(_ parsed: ParsedCoverage.Subject) -> CoverageSentence.Subject? {
    switch parsed {
    case .everyPackage: return .everyPackage
    case .versions(let names): return versions(names).map { .versions($0) }
    case .latest(let count, let range):
      let number = count.map { self.number($0, atLeast: 1) } ?? 1
      guard let number, let range = optionalRange(range) else { return nil }
      return .latest(count: number, range: range)
    case .everyVersion(let range, let source):
      let valid = self.source(source)
      return optionalRange(range).map { .everyVersion(range: $0, source: valid) }
    }
  }

  /// `nil` for a malformed range, `.some(nil)` for none.
  private mutating func optionalRange(_ text: Located<String>?) -> VersionSet?? {
    guard let text else { return .some(nil) }
    return range(text).map { .some($0) }
  }

  private mutating func source(_ parsed: ParsedCoverage.Source) -> CoverageSentence.VersionSource {
    switch parsed {
    case .carried: .carried
    case .farm: .farm
    case .stacks(let stacks): .stacks(names(stacks, .stack))
    }
  }

  private mutating func placement(_ parsed: ParsedPlacement) -> Placement? {
    switch parsed {
    case .every(let dimension, let inFarm): return .every(dimension, inFarm: inFarm)
    case .everyStack(let main, let parts): return everyStack(main, parts)
    case .everyPackage(let part): return .everyPackage(part)
    case .atLeast(let text, let dimension, let names):
      let patterns = names.map { self.names($0, dimension) }
      guard let number = number(text, atLeast: 1) else { return nil }
      if let patterns { checkReachable(number, text.span, patterns) }
      return .atLeast(number, dimension, of: patterns)
    case .anyOf(let dimension, let names): return .atLeast(1, dimension, of: self.names(names, dimension))
    case .names(let dimension, let names): return .names(dimension, self.names(names, dimension))
    case .constraint(let text): return constraint(text).map { .constraint($0) }
    }
  }

  private mutating func everyStack(_ main: Located<Bool>, _ parts: [Located<StackPart>]) -> Placement {
    var kept: [StackPart] = []
    for part in parts where !kept.contains(part.value) { kept.append(part.value) }
    checkRepetition(parts.map { Located($0.value.rawValue, $0.span) })
    if main.value, parts.first?.value != .targets, let first = parts.first {
      report(
        .mainNeedsTargets, Message.mainNeedsTargets, source.label(first.span),
        help: "write `every stack's main targets`")
    }
    return .everyStack(main: main.value, parts: kept)
  }

  private mutating func checkReachable(_ number: Int, _ span: SourceSpan, _ names: [NamePattern]) {
    guard !names.contains(where: \.isGlob), Set(names).count < number else { return }
    report(
      .unreachableNumber, Message.unreachable(number, of: Set(names).count), source.label(span), severity: .warning)
  }

  private mutating func checkRunnable(_ parsed: ParsedCoverage) {
    var placesTargets = false
    for placement in parsed.placements {
      if case .atLeast(_, .target, of: nil) = placement.value {
        report(
          .runnableNeedsNames, Message.runnableNeedsNames, source.label(placement.span),
          help: "say of which: `on at least 2 targets of x86_64_v3, neoverse_v1`")
      }
      if placement.value.placesTargets { placesTargets = true }
    }
    if !placesTargets {
      report(
        .runnableWithoutTargets, Message.runnableWithoutTargets, source.label(parsed.verb.span),
        help: "say where it must run: `runnable on every stack's targets`")
    }
  }

  private mutating func count(_ parsed: ParsedCount) -> CountSentence? {
    checkRepetition(parsed.dimensions.map { Located($0.value.rawValue, $0.span) })
    guard let number = number(parsed.number, atLeast: parsed.bound == .atLeast ? 1 : 0) else { return nil }
    let bound: CountSentence.Bound =
      switch parsed.bound {
      case .atMost: .atMost(number)
      case .atLeast: .atLeast(number)
      case .exactly: .exactly(number)
      }
    return CountSentence(
      bound: bound, counted: parsed.counted, dimensions: Set(parsed.dimensions.map(\.value)).sorted())
  }

  private mutating func prohibition(_ parsed: [ParsedCondition]) -> [ProhibitionSentence.Condition]? {
    var conditions: [ProhibitionSentence.Condition] = []
    for condition in parsed {
      if let valid = self.condition(condition) { conditions.append(valid) }
    }
    return conditions.count == parsed.count ? conditions : nil
  }

  private mutating func condition(_ parsed: ParsedCondition) -> ProhibitionSentence.Condition? {
    switch parsed {
    case .names(let dimension, let names): .names(dimension, self.names(names, dimension))
    case .versions(let text): range(text).map { .versions($0) }
    case .constraint(let text): constraint(text).map { .constraint($0) }
    case .unrecordedCompilers: .unrecordedCompilers
    case .missingRunDependencies: .missingRunDependencies
    }
  }
}

extension ParsedPlacement {
  /// Whether it says on which targets a build must run.
  fileprivate var placesTargets: Bool {
    switch self {
    case .every(let dimension, _), .names(let dimension, _), .anyOf(let dimension, _), .atLeast(_, let dimension, _):
      dimension == .target
    case .everyStack(_, let parts): parts.contains { $0.value.dimensions.contains(.target) }
    case .everyPackage(let part): part.dimensions.contains(.target)
    case .constraint: false
    }
  }
}

private enum Message {
  static let mainNeedsTargets = "only targets have main ones"
  static let runnableNeedsNames = "on how many targets something runs can only be counted among named ones"
  static let runnableWithoutTargets = "`runnable` says nothing without targets to run on"

  static func unreachable(_ number: Int, of count: Int) -> String {
    "at least \(number) of \(count) is never reached"
  }
}
