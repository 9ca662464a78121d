import FarmModel

/// The derived sets of semantics §1, each written down as it stands there, over specs in words.
struct NaiveFarm {
  var specs: [SpecDescription]

  func specs(of package: String) -> [SpecDescription] { specs.filter { $0.package == package } }

  func stacks(carrying spec: SpecDescription) -> [String] { spec.stacks.filter { $0 != "root" } }

  func isOrphaned(_ spec: SpecDescription) -> Bool { stacks(carrying: spec).isEmpty }

  func carried(by stack: String) -> [SpecDescription] { specs.filter { $0.stacks.contains(stack) } }

  var stacks: Set<String> { Set(specs.flatMap { stacks(carrying: $0) }) }

  func stacks(of package: String) -> Set<String> { Set(specs(of: package).flatMap { stacks(carrying: $0) }) }

  func versions(of package: String) -> Set<String> {
    Set(specs(of: package).filter { !isOrphaned($0) }.map(\.version))
  }

  func values(_ dimension: Dimension, of specs: [SpecDescription]) -> Set<String> {
    Set(specs.compactMap { $0.value(dimension) })
  }

  func mainTargets(of stack: String) -> Set<String> {
    let carried = carried(by: stack)
    let packages = Set(carried.map(\.package)).count
    return values(.target, of: carried).filter { target in
      Set(carried.filter { $0.target == target }.map(\.package)).count * 10 >= packages
    }
  }

  func configurations(of specs: [SpecDescription]) -> Set<[Dimension: String]> {
    let triples = Set(
      specs.map { spec -> [Dimension: String] in
        var triple: [Dimension: String] = [.os: spec.os, .target: spec.target]
        triple[.compiler] = spec.value(.compiler)
        return triple
      })
    return triples.filter { triple in
      triple[.compiler] != nil
        || !triples.contains {
          $0[.compiler] != nil && $0[.os] == triple[.os] && $0[.target] == triple[.target]
        }
    }
  }
}

extension SpecDescription {
  var isUnrecorded: Bool { compiler == nil && !hasNoCompiler }

  /// The value of a dimension that has one; a recorded compiler in canonical form.
  func value(_ dimension: Dimension) -> String? {
    switch dimension {
    case .package: package
    case .version: version
    case .os: os
    case .platform: platform
    case .target: target
    case .compiler: compiler.map { Compiler(written: $0).canonical }
    case .variants: variants.canonicalKey
    case .hash: hash
    case .stack: nil
    }
  }
}
