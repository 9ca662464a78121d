import FarmModel

/// The configurations of a farm that some stack carries under several hashes.
struct BuildConfigurations {
  private(set) var groups: [BuildWaste.Group] = []
  /// By package, how many builds would be saved if each configuration of a group were built once.
  private(set) var savable: [String: Int] = [:]

  /// What two builds have in common that are built for nothing; the stack is looked at within.
  private struct Key: Hashable {
    var version: VersionID
    var os: OperatingSystemID
    var platform: PlatformID
    var target: TargetID
    var compiler: CompilerRecord
    var variants: UInt32
  }

  /// Complexity: O(n log n) in the specs.
  init(of farm: Farm) {
    let variantClasses = farm.variantLists.equivalents
    for package in farm.packages.names.indices {
      var specsOfKey: [Key: [Int]] = [:]
      for spec in farm.specs(of: PackageID(package)) {
        let body = farm.bodies[Int(farm.bodyOfSpec[spec])]
        let key = Key(
          version: body.version, os: body.os, platform: body.platform, target: body.target, compiler: body.compiler,
          variants: variantClasses[Int(body.variants)])
        specsOfKey[key, default: []].append(spec)
      }
      var found: [BuildWaste.Group] = []
      for specs in specsOfKey.values where specs.count > 1 {
        let duplicates = BuildConfigurations.duplicates(of: specs, in: farm)
        guard !duplicates.isEmpty else { continue }
        found += duplicates
        let carried = Set(duplicates.flatMap(\.hashes)).count
        savable[farm.packages[PackageID(package)], default: 0] += carried - 1
      }
      groups += found.sorted { $0.cell.precedes($1.cell) }
    }
  }

  private static func duplicates(of specs: [Int], in farm: Farm) -> [BuildWaste.Group] {
    var hashesOfStack: [StackID: [String]] = [:]
    for spec in specs {
      let body = farm.bodies[Int(farm.bodyOfSpec[spec])]
      for stack in farm.stackSets[Int(body.stacks)].stacks {
        hashesOfStack[stack, default: []].append(farm.hashes[spec])
      }
    }
    guard let first = specs.first else { return [] }
    let description = farm.description(of: first)
    return hashesOfStack.filter { $0.value.count > 1 }.map { stack, hashes in
      let cell = Cell(
        package: description.package, version: description.version, stack: farm.stacks[stack], os: description.os,
        platform: description.platform, target: description.target, compiler: description.compiler,
        variants: description.variants.written)
      return BuildWaste.Group(cell: cell, hashes: hashes.sorted(by: NameTable.precedes))
    }
  }
}
