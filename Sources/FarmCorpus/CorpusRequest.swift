/// What farm to make.
struct CorpusRequest {
  var output = ""
  var packages = 800
  var specs = 20_000
  var seed: UInt64 = 1
  var snapshot = "develop"
  var hasTarballs = false
  var isIndex = false

  /// Reads the words of the command line.
  init(_ words: some Sequence<String>) throws(CorpusProblem) {
    var words = Array(words)[...]
    while let word = words.popFirst() {
      switch word {
      case "--tarballs": hasTarballs = true
      case "--index": isIndex = true
      case "--packages": packages = try CorpusRequest.number(words.popFirst(), of: word)
      case "--specs": specs = try CorpusRequest.number(words.popFirst(), of: word)
      case "--seed": seed = UInt64(try CorpusRequest.number(words.popFirst(), of: word))
      case "--snapshot": snapshot = words.popFirst() ?? snapshot
      default:
        if word.hasPrefix("-") || !output.isEmpty { throw CorpusProblem(message: "cannot read `\(word)`") }
        output = word
      }
    }
    if output.isEmpty { throw CorpusProblem(message: "no directory given") }
  }

  private static func number(_ word: String?, of option: String) throws(CorpusProblem) -> Int {
    guard let number = word.flatMap({ Int($0) }), number > 0 else {
      throw CorpusProblem(message: "\(option) needs a number above 0")
    }
    return number
  }
}

/// Why a farm could not be made.
struct CorpusProblem: Error {
  var message: String
}
