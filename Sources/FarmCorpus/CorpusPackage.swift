/// The specs of one generated package: few bodies, repeated under many hashes, as on real pages.
struct CorpusPackage {
  /// All of a spec but its hash.
  struct Body {
    var version: String
    var stacks: [String]
    var os: String
    var compiler: String
    var target: String
    var variants: [String]
  }

  var name: String
  var bodies: [Body] = []
  /// Each spec's hash and the number of its body, sorted by hash.
  var specs: [(hash: String, body: Int)] = []

  /// Makes a package of `specCount` specs.
  init(name: String, specCount: Int, generator: inout SeededGenerator) {
    self.name = name
    let variantCount = max(1, min(35, Int(generator.logNormal(specCount < 60 ? 2.6 : 3.1, 0.6).rounded())))
    let base = CorpusPackage.variants(variantCount, generator: &generator)
    var built = CorpusPackage.cells(specCount: specCount, generator: &generator)
    if built.isEmpty {
      built = [
        Body(
          version: "1.0.0", stacks: ["e4s"], os: "ubuntu22.04", compiler: "gcc@=11.4.0", target: "x86_64_v3",
          variants: [])
      ]
    }
    bodies = Array(built.prefix(specCount))
    while Double(bodies.count) < Double(specCount) * 0.15 {
      var body = generator.pick(built)
      body.stacks = generator.unit() < 0.1 ? [] : body.stacks.filter { _ in generator.unit() < 0.8 }
      bodies.append(body)
    }
    for index in bodies.indices {
      bodies[index].variants = (generator.unit() < 0.7 ? CorpusPackage.flipped(base, generator: &generator) : base)
        .sorted()
    }
    let repeats = (0..<max(0, specCount - bodies.count)).map { _ in generator.below(bodies.count) }
    specs = (Array(bodies.indices) + repeats).map { (generator.specHash(), $0) }.sorted { $0.hash < $1.hash }
  }

  private static func variants(_ count: Int, generator: inout SeededGenerator) -> [String] {
    var variants = ["build_system=" + generator.pick(["cmake", "autotools", "python_pip", "generic"])]
    if count > 4 {
      let standard = generator.pick([11, 14, 17])
      variants += ["build_type=Release", "cuda_arch=none", "cxxstd=\(standard)", "generator=make"]
    }
    if count > 8, generator.unit() < 0.4 {
      variants.append("patches=" + generator.specHash() + generator.specHash())
    }
    let flags = generator.sample(CorpusWords.flags, max(0, count - variants.count))
    return variants + flags.map { (generator.unit() < 0.5 ? "+" : "~") + $0 }
  }

  private static func flipped(_ variants: [String], generator: inout SeededGenerator) -> [String] {
    var flipped = variants
    for _ in 0..<generator.pick([1, 1, 2, 3]) {
      let index = generator.below(flipped.count)
      let variant = flipped[index]
      if variant.hasPrefix("+") { flipped[index] = "~" + variant.dropFirst() }
      if variant.hasPrefix("~") { flipped[index] = "+" + variant.dropFirst() }
    }
    return flipped
  }

  /// What the farm built of the package: a few cells are missing.
  private static func cells(specCount: Int, generator: inout SeededGenerator) -> [Body] {
    let isLarge = specCount > 30
    let versionCount = min(8, 1 + Int(generator.exponential(isLarge ? 0.6 : 1.2)))
    let stackCount = max(1, min(15, Int(generator.logNormal(isLarge ? 1.7 : 0.8, 0.6).rounded())))
    let stacks = Set((0..<stackCount).map { _ in generator.pick(CorpusLane.weightedStacks) })
    let major = generator.below(9)
    let versions = generator.sample(Array(0..<20), versionCount).map { "\(major).\($0).\(generator.below(5))" }
    var cells: [Body] = []
    for lane in CorpusLane.all {
      let here = lane.stacks.filter(stacks.contains)
      if here.isEmpty || (here.count < lane.stacks.count && generator.unit() < 0.1) { continue }
      for version in versions {
        let kept = here.filter { _ in generator.unit() > 0.1 }
        if kept.isEmpty { continue }
        cells.append(
          Body(
            version: version, stacks: kept, os: lane.os, compiler: generator.pick(lane.compilers),
            target: lane.target, variants: []))
      }
    }
    return cells
  }
}
