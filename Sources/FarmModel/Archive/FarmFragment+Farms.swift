extension FarmFragment {
  /// Takes farms apart again: `FarmAssembly` makes the same farms of the fragment, alone or together with the fragments of
  /// farms of other packages. Complexity: O(bodies + specs).
  package init(_ farms: [Farm]) {
    self.init()
    for farm in farms { append(farm) }
  }

  /// Every farm brings its own names behind those that are there; assembling makes them one again.
  private mutating func append(_ farm: Farm) {
    let bases = Bases(self)
    versions += farm.versions.versions.map(\.text)
    platforms += farm.platforms.names
    oses += farm.oses.names
    targets += farm.targets.names
    compilers += farm.compilers.compilers.map(\.written)
    stacks += farm.stacks.names
    stacks.append(Farm.aggregateStack)
    let aggregate = UInt32(stacks.count - 1)
    for set in farm.stackSets {
      stackSets.append(set.stacks.map { $0 + bases.stack } + (set.listsRoot ? [aggregate] : []))
    }
    appendVariantLists(of: farm)
    let firstBody = bodies.count
    let firstSpec = bodyOfSpec.count
    for body in farm.bodies { bodies.append(FarmFragment.body(body, bases)) }
    for body in farm.bodyOfSpec { bodyOfSpec.append(body + UInt32(firstBody)) }
    hashes.append(0..<farm.specCount, of: farm.hashes)
    offsets.append(contentsOf: repeatElement(0, count: farm.specCount))
    for (number, package) in farm.packages.names.enumerated() {
      let bodies = farm.bodies(of: PackageID(number))
      let specs = farm.specs(of: PackageID(number))
      if specs.isEmpty { continue }
      runs.append(
        Run(
          snapshot: farm.snapshot, package: package, path: "",
          bodies: firstBody + bodies.lowerBound..<firstBody + bodies.upperBound,
          specs: firstSpec + specs.lowerBound..<firstSpec + specs.upperBound))
    }
  }

  private mutating func appendVariantLists(of farm: Farm) {
    var numbers: [String: UInt32] = [:]
    for list in farm.variantLists {
      variantLists.append(
        list.written.map { text in
          if let number = numbers[text], NameTable.isSame(variants[Int(number)], text) { return number }
          numbers[text] = UInt32(variants.count)
          variants.append(text)
          return UInt32(variants.count - 1)
        })
    }
  }

  /// How much the fragment held before a farm was appended.
  private struct Bases {
    let version, platform, os, target, compiler, stack, stackSet, variantList: UInt32

    init(_ fragment: FarmFragment) {
      version = UInt32(fragment.versions.count)
      platform = UInt32(fragment.platforms.count)
      os = UInt32(fragment.oses.count)
      target = UInt32(fragment.targets.count)
      compiler = UInt32(fragment.compilers.count)
      stack = UInt32(fragment.stacks.count)
      stackSet = UInt32(fragment.stackSets.count)
      variantList = UInt32(fragment.variantLists.count)
    }
  }

  private static func body(_ body: SpecBody, _ bases: Bases) -> Body {
    let compiler: UInt32 =
      switch body.compiler {
      case .unrecorded: Body.unrecordedCompiler
      case .noCompiler: Body.noCompiler
      case .known(let number): number + bases.compiler
      }
    return Body(
      version: body.version + bases.version, platform: body.platform + bases.platform, os: body.os + bases.os,
      target: body.target + bases.target, compiler: compiler, variants: body.variants + bases.variantList,
      stacks: body.stacks + bases.stackSet)
  }
}
