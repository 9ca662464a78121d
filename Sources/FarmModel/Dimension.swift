/// What a cell or a group can bind, in the order in which findings carry them.
package enum Dimension: String, CaseIterable, Hashable, Sendable, Comparable {
  case package, version, stack, os, platform, target, compiler, variants, hash

  package static func < (first: Dimension, second: Dimension) -> Bool { first.order < second.order }

  /// The position in findings and identities, from 0.
  package var order: Int {
    switch self {
    case .package: 0
    case .version: 1
    case .stack: 2
    case .os: 3
    case .platform: 4
    case .target: 5
    case .compiler: 6
    case .variants: 7
    case .hash: 8
    }
  }

  /// The word for several, as sentences write it.
  package var plural: String {
    switch self {
    case .os: "oses"
    case .variants: "variants"
    case .hash: "hashes"
    default: rawValue + "s"
    }
  }
}
