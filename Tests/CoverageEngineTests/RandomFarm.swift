import FarmModel

/// Small farms in which everything that can happen happens often.
enum RandomFarm {
  static let packages = ["hdf5", "py-pip", "zlib"]
  static let versions = ["1.2", "1.10", "develop", "2.0rc1"]
  static let stacks = ["e4s", "e4s-arm", "ml"]
  static let targets = ["x86_64_v2", "x86_64_v3", "aarch64", "neoverse_v1"]
  static let compilers: [String?] = ["gcc@=11.4.0", "gcc@12.1.0", nil]
  static let variants = [
    VariantList(written: ["+mpi", "build_type=Release"]), VariantList(written: ["build_type=Release", "~mpi"]),
    VariantList(written: ["~mpi", "build_type=Release"]), VariantList(written: ["libs:=shared,static"]),
    VariantList(written: ["mpi"], areValuesRecorded: false),
  ]

  /// Up to ten specs of up to three packages, two versions, three stacks, two targets and two compilers.
  static func specs(_ generator: inout SeededGenerator) -> [SpecDescription] {
    let packages = packages.shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator))
    let versions = versions.shuffled(using: &generator).prefix(2)
    let targets = targets.shuffled(using: &generator).prefix(2)
    let hasNoCompilers = Bool.random(using: &generator)
    let oses = Bool.random(using: &generator) ? ["ubuntu22.04"] : ["ubuntu22.04", "amzn2"]
    var specs: [SpecDescription] = []
    for number in 0..<Int.random(in: 0...10, using: &generator) {
      if var again = specs.randomElement(using: &generator), Int.random(in: 0..<4, using: &generator) == 0 {
        again.hash = "h\(number)"
        specs.append(again)
        continue
      }
      let compiler = compilers.randomElement(using: &generator) ?? nil
      let stacks = stacks.filter { _ in Int.random(in: 0..<5, using: &generator) < 2 }
      specs.append(
        SpecDescription(
          package: packages.randomElement(using: &generator) ?? "hdf5",
          version: versions.randomElement(using: &generator) ?? "1.2", hash: "h\(number)",
          os: oses.randomElement(using: &generator) ?? "amzn2",
          target: targets.randomElement(using: &generator) ?? "aarch64", compiler: compiler,
          hasNoCompiler: compiler == nil && hasNoCompilers && Bool.random(using: &generator),
          variants: variants.randomElement(using: &generator) ?? variants[0],
          stacks: stacks + (Bool.random(using: &generator) ? ["root"] : [])))
    }
    return specs
  }
}
