import FarmModel

/// The words of the language.
enum PolicyKeyword {
  /// Words that cannot stand unquoted where a name is expected, for they begin or go on with something else there. Words
  /// that only follow others (`main`, `root`, `farm`, `lost`, `spec`, …) are free, so `versions main` and `stack root`
  /// need no quotes.
  static let reserved: Set<String> = [
    "all", "and", "any", "at", "because", "build", "builds", "built", "compiler", "compilers", "configurations", "each",
    "every", "exactly", "except", "for", "in", "latest", "least", "missing", "most", "no", "of", "on", "orphaned", "os",
    "oses", "package", "package's", "packages", "packages'", "passing", "per", "platform", "platforms", "policy",
    "runnable", "severity", "since", "snapshots", "stack", "stack's", "stacks", "stacks'", "target", "targets", "the",
    "unrecorded", "until", "variants", "version", "versions", "waive", "with",
  ]

  static let every: Set<String> = ["every", "each", "all"]
  static let prepositions: Set<String> = ["in", "on", "with"]
  static let connectors: Set<String> = ["in", "on", "with", "of", "and"]
  static let sentenceStarts = ["every", "the", "versions", "at", "exactly", "no"]
  static let clauses = ["for", "except", "waive", "passing", "severity", "because"]

  /// What a placement or condition can speak of.
  static let placeDimensions: [Dimension] = [.stack, .target, .os, .platform, .compiler]
  /// What a pattern can speak of.
  static let patternDimensions: [Dimension] = [.package, .version, .stack, .target, .os, .platform, .compiler]
  /// What a count sentence can group by.
  static let groupDimensions: [Dimension] = [
    .package, .version, .stack, .target, .os, .platform, .compiler, .variants,
  ]

  /// The dimension that a word names, in the singular or plural.
  static func dimension(_ word: String, among dimensions: [Dimension]) -> Dimension? {
    dimensions.first { $0.rawValue == word || $0.plural == word }
  }

  /// Whether a word is written like a part of a Spack constraint: `+v ~v -v %c ^d k=v k:=v`.
  static func looksLikeConstraint(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return "+~-%^".utf8.contains(first) || (word.utf8.contains(UInt8(ascii: "=")) && first != UInt8(ascii: "@"))
  }
}
