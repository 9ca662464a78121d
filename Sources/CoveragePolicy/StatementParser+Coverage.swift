import FarmModel

extension StatementParser {
  // subject verb placement { [","] ["and"] placement }
  mutating func coverage() throws(PolicySyntaxError) -> ParsedCoverage {
    let subject = try subject()
    guard let verb = word().flatMap({ CoverageSentence.Verb(rawValue: $0) }) else {
      throw unexpected(expectedAfter(subject))
    }
    let located = Located(verb, next.span)
    advance()
    var placements: [Located<ParsedPlacement>] = []
    repeat {
      let preposition = try preposition(isFirst: placements.isEmpty, orElse: [])
      let start = next.span
      let place = try place(after: preposition)
      placements.append(Located(place, start.through(last.span)))
    } while next.kind != .end && placements.count < PolicyLimits.statements
    return ParsedCoverage(subject: subject, verb: located, placements: placements)
  }

  private mutating func subject() throws(PolicySyntaxError) -> ParsedCoverage.Subject {
    if take("the") { return try latest() }
    if take("versions", "version") {
      if next.value.utf8.first == UInt8(ascii: "@") {
        throw unexpected(["the text of a version"], help: "for a range write `every version \(next.value)`")
      }
      return .versions(try names("the text of a version"))
    }
    advance()
    if take("package", "packages") { return .everyPackage }
    guard take("version", "versions") else { throw unexpected(["package", "version", "locked", "indexed"]) }
    let range = try rangeIfPresent()
    guard take("in") else { return .everyVersion(range: range, source: .carried) }
    if take("the") {
      try expect("farm")
      return .everyVersion(range: range, source: .farm)
    }
    guard take("stack", "stacks") else { throw unexpected(["stacks", "the farm"]) }
    return .everyVersion(range: range, source: .stacks(try names("the name of a stack")))
  }

  // "the" "latest" [number] ("version" | "versions") [range]
  private mutating func latest() throws(PolicySyntaxError) -> ParsedCoverage.Subject {
    try expect("latest")
    var count: Located<String>?
    if !isWord("version", "versions") {
      guard let first = word()?.utf8.first, (0x30...0x39).contains(first) else {
        throw unexpected(["version", "versions", "a number"])
      }
      count = try number()
    }
    guard take("version", "versions") else { throw unexpected(["versions"]) }
    return .latest(count: count, range: try rangeIfPresent())
  }

  private func expectedAfter(_ subject: ParsedCoverage.Subject) -> [String] {
    if case .everyVersion(let range, .carried) = subject {
      return ["built", "runnable", "in"] + (range == nil ? ["a range such as `@1.2:`"] : [])
    }
    return ["built", "runnable"]
  }

  /// Reads `[","] ["and"] ("in" | "on" | "with")` and returns the preposition.
  mutating func preposition(isFirst: Bool, orElse others: [String]) throws(PolicySyntaxError) -> String {
    if !isFirst {
      if next.kind == .comma { advance() }
      _ = take("and")
    }
    guard isWord(in: PolicyKeyword.prepositions), let preposition = word() else {
      throw unexpected(
        others + ["in", "on", "with"],
        help: isFirst ? nil : "separate names with commas, places with `in`, `on` or `with`")
    }
    advance()
    return preposition
  }

  func placeDimension(ahead: Int = 0) -> Dimension? {
    let token = peek(ahead)
    guard token.kind == .word else { return nil }
    return PolicyKeyword.dimension(token.value, among: PolicyKeyword.placeDimensions)
  }

  private mutating func place(after preposition: String) throws(PolicySyntaxError) -> ParsedPlacement {
    if isWord(in: PolicyKeyword.every) {
      advance()
      return try everyPlace()
    }
    if take("at") {
      try expect("least")
      let number = try number()
      let dimension = try dimension()
      guard take("of") else { return .atLeast(number, dimension, of: nil) }
      return .atLeast(number, dimension, of: try names("the name of a \(dimension.rawValue)"))
    }
    if take("any") {
      try expect("of")
      let dimension = try dimension()
      return .anyOf(dimension, try names("the name of a \(dimension.rawValue)"))
    }
    if let dimension = placeDimension() {
      advance()
      return .names(dimension, try names("the name of a \(dimension.rawValue)"))
    }
    if let word = word(), PolicyKeyword.looksLikeConstraint(word) {
      return .constraint(try constraint(after: preposition))
    }
    throw unexpectedPlace(after: preposition)
  }

  /// A constraint stands only after `with`.
  mutating func constraint(after preposition: String) throws(PolicySyntaxError) -> Located<String> {
    guard preposition == "with" else {
      throw unexpected(
        ["a place such as `every stack`"], help: "a constraint stands after `with`: `with \(next.value)`")
    }
    return try constraint()
  }

  private mutating func everyPlace() throws(PolicySyntaxError) -> ParsedPlacement {
    if take("stack's", "stacks'") { return try everyStackPlace() }
    if take("package's", "packages'") { return .everyPackage(try stackPart().value) }
    let owner = next.value
    guard let dimension = placeDimension() else {
      throw unexpected(PolicyKeyword.placeDimensions.map(\.rawValue) + ["stack's", "package's"])
    }
    advance()
    if dimension == .stack, let part = word(), StackPart(rawValue: part) != nil || part == "main" {
      throw unexpected(
        ["the end of the place"], help: "with an apostrophe: `every stack's \(part)`, not `every \(owner) \(part)`")
    }
    guard isWord("in"), isWord("the", ahead: 1) else { return .every(dimension, inFarm: false) }
    advance()
    advance()
    try expect("farm")
    return .every(dimension, inFarm: true)
  }

  // ["main"] plural { "and" plural }
  private mutating func everyStackPlace() throws(PolicySyntaxError) -> ParsedPlacement {
    let main = Located(isWord("main"), next.span)
    if main.value { advance() }
    var parts = [try stackPart(orElse: main.value ? [] : ["main"])]
    while isWord("and"), !isWord(in: PolicyKeyword.prepositions, ahead: 1) {
      advance()
      parts.append(try stackPart())
    }
    return .everyStack(main: main, parts: parts)
  }

  private mutating func stackPart(orElse others: [String] = []) throws(PolicySyntaxError) -> Located<StackPart> {
    guard let part = word().flatMap({ StackPart(rawValue: $0) }) else {
      throw unexpected(StackPart.allCases.map(\.rawValue) + others)
    }
    let located = Located(part, next.span)
    advance()
    return located
  }

  private mutating func dimension() throws(PolicySyntaxError) -> Dimension {
    guard let dimension = placeDimension() else { throw unexpected(PolicyKeyword.placeDimensions.map(\.plural)) }
    advance()
    return dimension
  }

  private func unexpectedPlace(after preposition: String) -> PolicySyntaxError {
    let constraint = preposition == "with" ? ["a constraint such as `+mpi`"] : []
    return unexpected(
      ["every", "at least", "any of"] + PolicyKeyword.placeDimensions.map(\.plural) + constraint,
      help: "a name stands after its kind: `in stacks e4s*`, `on targets x86_64_v3`")
  }
}
