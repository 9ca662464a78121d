import FarmModel

/// Small farms from seeds: the same seed makes the same farm.
struct RandomFarm {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(next() % UInt64(values.count))] }

  mutating func specs() -> [SpecDescription] {
    let packages = pick([["a"], ["a", "b"], ["a", "b"]])
    let count = Int(2 + next() % 6)
    return (0..<count).map { number in
      let package = pick(packages)
      var spec = SpecDescription(
        package: package, version: pick(["1.0", "1.1", "2.0"]), hash: "h\(number)", os: pick(["u", "u", "v"]),
        target: pick(["x86_64_v2", "x86_64_v3", "x86_64_v3", "aarch64"]))
      switch next() % 5 {
      case 0: break
      case 1: spec.hasNoCompiler = true
      case 2: spec.compiler = "clang@=17.0"
      default: spec.compiler = "gcc@=11.4.0"
      }
      let all = [["+x"], ["~x"], ["+x", "k=one"], ["~x", "k=one,two"], [], ["~x", "patches=0123456789"]]
      spec.variants = VariantList(written: pick(all))
      spec.stacks = pick([["s"], ["t"], ["s", "t"], ["u"], ["s", "u"], [], ["root", "t"], ["t", "u"]])
      return spec
    }
  }
}
