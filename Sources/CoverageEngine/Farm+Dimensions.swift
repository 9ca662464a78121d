package import FarmModel

extension Farm {
  /// The number of a name in one dimension; `nil` where the farm lacks it. A compiler may be written in any form.
  /// Complexity: O(log names).
  package func number(of name: String, _ dimension: Dimension) -> UInt32? {
    switch dimension {
    case .package: packages.number(of: name)
    case .version: versions.number(of: name)
    case .stack: stacks.number(of: name)
    case .os: oses.number(of: name)
    case .platform: platforms.number(of: name)
    case .target: targets.number(of: name)
    case .compiler: compilers.number(of: Compiler(written: name).canonical)
    case .variants, .hash: nil
    }
  }

  /// The name with a number in one dimension; compilers in canonical form.
  package func name(_ number: UInt32, _ dimension: Dimension) -> String {
    switch dimension {
    case .package: packages[number]
    case .version: versions[number].text
    case .stack: stacks[number]
    case .os: oses[number]
    case .platform: platforms[number]
    case .target: targets[number]
    case .compiler: compilers[number].canonical
    case .variants, .hash: ""
    }
  }

  /// How many names there are in one dimension.
  package func nameCount(_ dimension: Dimension) -> Int {
    switch dimension {
    case .package: packages.count
    case .version: versions.count
    case .stack: stacks.count
    case .os: oses.count
    case .platform: platforms.count
    case .target: targets.count
    case .compiler: compilers.count
    case .variants, .hash: 0
    }
  }
}
