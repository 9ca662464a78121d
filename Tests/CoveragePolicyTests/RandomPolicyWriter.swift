/// Writes valid policy files of every shape, with odd blanks and comments, the same for the same seed.
struct RandomPolicyWriter {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03 }

  mutating func file() -> String {
    var text = ""
    for number in 0...random(4) {
      text += filler()
      text += random(3) == 0 ? bare(number) : block(number)
    }
    return text + filler()
  }

  private mutating func random(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  private mutating func pick(_ choices: [String]) -> String { choices[random(choices.count)] }

  private mutating func filler() -> String {
    (0..<random(3)).map { _ in pick(["\n", "# note\n", "  \n", "\r\n", "\t# two words  \n"]) }.joined()
  }

  private mutating func lineEnd() -> String { pick(["\n", "\n", "  # why\n", "\r\n", ";\n", "\n\n\n"]) }

  private mutating func bare(_ number: Int) -> String {
    sentence(number) + pick(["", "; severity note", " ; because \"x\"", "; for snapshots develop*"]) + lineEnd()
  }

  private mutating func block(_ number: Int) -> String {
    var lines = [sentence(number)] + (0..<random(4)).map { _ in clause() }
    lines += [pick(["severity warning", "severity error", "because \"a \\\"b\\\" ’\""])]
    if random(2) == 0 { lines.swapAt(0, lines.count - 1) }
    let body = lines.map { filler() + $0 + lineEnd() }.joined()
    return "policy p\(number)\(pick(["", " \"A title\""])) {" + lineEnd() + body + filler() + "}"
      + pick(["\n", " # end\n"])
  }

  /// A sentence that speaks of packages, versions, stacks and targets, so that every clause fits.
  private mutating func sentence(_ number: Int) -> String {
    let subject = pick([
      "every version", "each version @1.2:1.4,2.0", "every version in stacks a,b", "the latest 2 versions",
      "versions \(number + 1).0, main", "all versions in the farm",
    ])
    let place = pick([
      "on every stack's targets", "on all stacks’ main targets and compilers",
      "in every stack in the farm, on every target",
      "in stacks x , \"a b\" and on targets t*", "on every package's targets in every stack with +mpi  %gcc@12:",
      "in every stack, on targets a,b, with at least 2 compilers of gcc@11,clang@16",
    ])
    return "\(subject) \(pick(["built", "runnable"])) \(place), in stacks s\(number)*"
  }

  private mutating func clause() -> String {
    let pattern = pick([
      "packages py-*, hdf5", "stacks a in targets t*", "versions @:1,2.0 of packages a",
      "package \"built\" and stack root",
    ])
    return pick([
      "for \(pattern)", "except \(pattern)", "except \(pattern) because \"so\"",
      "waive \(pattern) until 2027-01-31 because \"later\"", "for variants cuda,rocm", "for snapshots develop*, v0",
    ])
  }
}
