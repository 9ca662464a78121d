import FarmModel

/// The reading of a coverage sentence: its loops, and what each round demands.
struct CoverageReading {
  private var loops: [String] = ["for each package p in scope"]
  private var build: String
  private var bound: Set<Dimension> = []
  private var demands: [String] = []
  private let verb: CoverageSentence.Verb

  init(_ sentence: CoverageSentence) {
    verb = sentence.verb
    build = sentence.subject == .everyPackage ? "a build of some version of p" : "a build of v"
    if let loop = Self.loop(sentence.subject) { loops.append(loop) }
    for placement in sentence.placements { add(placement) }
  }

  /// `for each …; for each …: a build of v must be carried by s on t`.
  var text: String {
    var demand = build
    if verb == .runnable, bound.contains(.target) { demand += " whose code runs on t" }
    demand += bound.contains(.stack) ? " must be carried by s" : " must exist"
    if verb == .built, bound.contains(.target) { demand += " on t" }
    if bound.contains(.os) { demand += " for operating system o" }
    if bound.contains(.platform) { demand += " for platform f" }
    if bound.contains(.compiler) { demand += " with compiler c" }
    return loops.joined(separator: "; ") + ": " + ([demand] + demands).joined(separator: ", ")
  }

  private static func loop(_ subject: CoverageSentence.Subject) -> String? {
    func within(_ range: VersionSet?) -> String { range.map { " within \(CanonicalText.range($0))" } ?? "" }
    switch subject {
    case .everyPackage: return nil
    case .everyVersion(let range, .carried): return "for each version v of p\(within(range)) that some stack carries"
    case .everyVersion(let range, .farm):
      return "for each version v of p\(within(range)) in the farm, also such as no stack carries"
    case .everyVersion(let range, .stacks(let stacks)):
      return "for each version v of p\(within(range)) that a stack named \(NameReading.oneOf(stacks)) carries"
    case .latest(let count, let range):
      let which = count == 1 ? "the highest version v" : "each of the \(count) highest versions v"
      return "for \(which) of p\(within(range)) that some stack carries "
        + "(branches and pre-releases only where p has nothing else)"
    case .versions(let versions): return "for \(among("version v", versions.map { "`\($0)`" }))"
    }
  }

  private mutating func add(_ placement: Placement) {
    switch placement {
    case .every(let dimension, let inFarm): bind(dimension, inFarm ? "of any stack" : "of any stack that carries p")
    case .everyStack(let main, let parts):
      bind(.stack, "that carries p")
      for part in parts { add(part, ofStack: true, main: main && part == .targets) }
    case .everyPackage(let part): add(part, ofStack: false, main: false)
    case .names(let dimension, let names):
      let variable = dimension.variable
      loops.append(
        bound.insert(dimension).inserted
          ? "for \(Self.among("\(dimension.noun) \(variable)", names.map(Self.value)))"
          : "only where \(variable) is \(NameReading.oneOf(names))")
    case .atLeast(let number, let dimension, let names): addNumber(number, dimension, names)
    case .constraint(let constraint): build += " that satisfies `\(constraint.text)`"
    }
  }

  private static func among(_ variable: String, _ values: [String]) -> String {
    values.count == 1 && values[0].hasPrefix("`")
      ? "the \(variable) = \(values[0])" : "each \(variable) among \(WordList.joined(values, "and"))"
  }

  private static func value(_ name: NamePattern) -> String {
    name.isGlob ? "the names in the farm like `\(name.text)`" : "`\(name.text)`"
  }

  private mutating func bind(_ dimension: Dimension, _ condition: String) {
    let isNew = bound.insert(dimension).inserted
    var clause = condition
    if dimension == .stack, condition == "of any stack that carries p" { clause = "that carries p" }
    if dimension == .stack, condition == "of any stack" { clause = "of the farm" }
    loops.append(
      isNew
        ? "for each \(dimension.noun) \(dimension.variable) \(clause)"
        : "only where \(dimension.variable) is a \(dimension.noun) \(clause)")
  }

  private mutating func add(_ part: StackPart, ofStack: Bool, main: Bool) {
    guard part != .configurations else { return addConfigurations(ofStack: ofStack) }
    guard let dimension = part.dimensions.first else { return }
    let owner =
      ofStack
      ? (main ? "on which s builds at least a tenth of its packages" : "of any build, of any package, in s")
      : "of the builds of p, also such as no stack carries"
    bind(dimension, owner)
  }

  private mutating func addConfigurations(ofStack: Bool) {
    bound.formUnion([.os, .target, .compiler])
    let owner = ofStack ? "that some build of s has" : "that some build of p has"
    loops.append(
      "for each operating system o, target t and compiler c \(owner) together (c is left open where no compiler is "
        + "recorded for o and t)")
  }

  private mutating func addNumber(_ number: Int, _ dimension: Dimension, _ names: [NamePattern]?) {
    let noun = number == 1 ? dimension.noun : dimension.noun + "s"
    let among = names.map { " among \(WordList.joined($0.map(Self.value), "and"))" } ?? ""
    let different = number == 1 ? "" : "different "
    let runs = verb == .runnable && dimension == .target
    demands.append(
      runs
        ? "and code of such builds must run on at least \(number) \(different)\(noun)\(among)"
        : "and such builds must have at least \(number) \(different)\(noun)\(among)")
  }
}

extension Dimension {
  /// The letter that stands for a value in readings.
  fileprivate var variable: String {
    switch self {
    case .package: "p"
    case .version: "v"
    case .stack: "s"
    case .target: "t"
    case .os: "o"
    case .platform: "f"
    case .compiler: "c"
    case .variants: "w"
    case .hash: "h"
    }
  }
}
