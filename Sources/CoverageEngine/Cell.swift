package import FarmModel

/// What a requirement, a group or an offending spec binds, in words; `nil` where it does not bind the dimension.
package struct Cell: Hashable, Sendable {
  package var package: String?
  package var version: String?
  package var stack: String?
  package var os: String?
  package var platform: String?
  package var target: String?
  /// As the documents write it.
  package var compiler: String?
  package var variants: [String]?
  package var hash: String?

  package init(
    package: String? = nil, version: String? = nil, stack: String? = nil, os: String? = nil, platform: String? = nil,
    target: String? = nil, compiler: String? = nil, variants: [String]? = nil, hash: String? = nil
  ) {
    self.package = package
    self.version = version
    self.stack = stack
    self.os = os
    self.platform = platform
    self.target = target
    self.compiler = compiler
    self.variants = variants
    self.hash = hash
  }
}

extension Cell {
  /// The bound dimensions with their values, in the order in which findings carry them; variants are joined by blanks.
  package var bindings: [(dimension: Dimension, value: String)] {
    let values: [(Dimension, String?)] = [
      (.package, package), (.version, version), (.stack, stack), (.os, os), (.platform, platform), (.target, target),
      (.compiler, compiler), (.variants, variants?.joined(separator: " ")), (.hash, hash),
    ]
    return values.compactMap { dimension, value in value.map { (dimension, $0) } }
  }
}

extension Cell {
  /// The value bound for a dimension that is one name; `nil` for variants.
  package subscript(dimension: Dimension) -> String? {
    switch dimension {
    case .package: package
    case .version: version
    case .stack: stack
    case .os: os
    case .platform: platform
    case .target: target
    case .compiler: compiler
    case .hash: hash
    case .variants: nil
    }
  }
}
