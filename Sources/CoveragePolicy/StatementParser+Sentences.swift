import FarmModel

extension StatementParser {
  /// Any sentence, known by its first words.
  mutating func sentence() throws(PolicySyntaxError) -> ParsedSentence {
    switch word() {
    case "every", "each", "all":
      return isWord("locked", "indexed", ahead: 1) ? try wanted() : .coverage(try coverage())
    case "the", "versions", "version": return .coverage(try coverage())
    case "at", "exactly": return .count(try count())
    case "no": return try prohibitionOrLoss()
    default: throw unexpected(PolicyKeyword.sentenceStarts + PolicyKeyword.clauses)
    }
  }

  // "every" ("locked" ("root" | "spec") | "indexed" "spec") "built" ["in" stacks]
  private mutating func wanted() throws(PolicySyntaxError) -> ParsedSentence {
    advance()
    var wanted = WantedSentence.Wanted.indexedSpec
    if take("indexed") {
      try expect("spec", "specs")
    } else {
      advance()
      guard isWord("root", "roots", "spec", "specs") else { throw unexpected(["root", "spec"]) }
      wanted = isWord("root", "roots") ? .lockedRoot : .lockedSpec
      advance()
    }
    try expect("built")
    guard next.kind != .end else { return .wanted(wanted, stacks: nil) }
    try expect("in")
    guard take("stack", "stacks") else { throw unexpected(["stacks"]) }
    return .wanted(wanted, stacks: try names("the name of a stack"))
  }

  // ("at" "most" | "at" "least" | "exactly") N counted "per" dims
  private mutating func count() throws(PolicySyntaxError) -> ParsedCount {
    let bound: ParsedCount.Bound
    if take("exactly") {
      bound = .exactly
    } else {
      advance()
      guard isWord("most", "least") else { throw unexpected(["most", "least"]) }
      bound = isWord("most") ? .atMost : .atLeast
      advance()
    }
    let number = try number()
    let counted = try counted()
    try expect("per")
    return ParsedCount(bound: bound, number: number, counted: counted, dimensions: try groupDimensions())
  }

  private mutating func counted() throws(PolicySyntaxError) -> CountSentence.Counted {
    let all = CountSentence.Counted.allCases
    guard let counted = all.first(where: { isWord($0.rawValue, $0.singular) }) else {
      throw unexpected(all.map(\.rawValue))
    }
    advance()
    return counted
  }

  // dim { "," dim } [ "and" dim ]
  private mutating func groupDimensions() throws(PolicySyntaxError) -> [Located<Dimension>] {
    var dimensions: [Located<Dimension>] = []
    var isLast = false
    repeat {
      guard let dimension = word().flatMap({ PolicyKeyword.dimension($0, among: PolicyKeyword.groupDimensions) }) else {
        throw unexpected(PolicyKeyword.groupDimensions.map(\.rawValue))
      }
      dimensions.append(Located(dimension, next.span))
      advance()
      if isLast { break }
      let hadComma = next.kind == .comma
      if hadComma { advance() }
      isLast = take("and")
      if !hadComma, !isLast { break }
    } while dimensions.count <= PolicyLimits.names
    return dimensions
  }

  // "no" ["orphaned"] "builds" { … }  or  "no" ("package" | "version" | "build") "lost" ["since" snapshot]
  private mutating func prohibitionOrLoss() throws(PolicySyntaxError) -> ParsedSentence {
    advance()
    if let lost = LossSentence.Lost.allCases.first(where: { isWord($0.rawValue, $0.rawValue + "s") }),
      lost != .build || isWord("lost", ahead: 1)
    {
      advance()
      try expect("lost")
      guard take("since") else { return .loss(lost, since: nil) }
      return .loss(lost, since: try name("the name of a snapshot"))
    }
    let isOrphaned = take("orphaned")
    guard take("builds", "build") else {
      throw unexpected(isOrphaned ? ["builds"] : ["builds", "orphaned", "package", "version", "build"])
    }
    return .prohibition(isOrphaned: isOrphaned, try conditions())
  }

  private mutating func conditions() throws(PolicySyntaxError) -> [ParsedCondition] {
    var conditions: [ParsedCondition] = []
    while next.kind != .end {
      let preposition = try preposition(isFirst: conditions.isEmpty, orElse: conditions.isEmpty ? ["lost"] : [])
      conditions.append(try condition(after: preposition))
    }
    return conditions
  }

  private mutating func condition(after preposition: String) throws(PolicySyntaxError) -> ParsedCondition {
    if take("versions", "version") { return .versions(try range()) }
    if take("unrecorded") {
      try expect("compilers", "compiler")
      return .unrecordedCompilers
    }
    if take("missing") {
      try expect("run")
      try expect("dependencies", "dependency")
      return .missingRunDependencies
    }
    if let dimension = placeDimension() {
      advance()
      return .names(dimension, try names("the name of a \(dimension.rawValue)"))
    }
    if let word = word(), PolicyKeyword.looksLikeConstraint(word) {
      return .constraint(try constraint(after: preposition))
    }
    throw unexpected(
      PolicyKeyword.placeDimensions.map(\.plural) + [
        "versions", "unrecorded", "missing", "a constraint such as `%gcc@:9`",
      ]
    )
  }
}

extension CountSentence.Counted {
  /// The word for one.
  var singular: String {
    switch self {
    case .oses: "os"
    case .variants: "variants"
    default: String(rawValue.dropLast())
    }
  }
}
