/// A constraint resolved against a farm once, so that judging a spec is a few look-ups in tables of its numbers.
package struct PreparedConstraint: Sendable {
  /// What was prepared.
  package let constraint: SpecConstraint
  private let package: PackageID?
  private let namesUnknownPackage: Bool
  /// What holds for every spec alike: `no` where something asked for is nowhere in the farm.
  private let general: Truth
  private let versions: [Bool]?
  private let platforms: [Bool]?
  private let oses: [Bool]?
  private let targets: [Bool]?
  private let compilers: [Truth]?
  private let variantLists: [Truth]?
  /// For each spec, what its hash and the graph of dependencies tell; `nil` where the constraint asks for neither.
  private let specTruths: [Truth]?
  /// For each body, the same where all its specs agree, else `unknown`.
  private let bodyTruths: [Truth]?
  /// Whether specs of one body can differ, as dependencies and hashes do: then `judge(spec:)` must be asked.
  package let differsWithinBody: Bool
  private let bodies: [SpecBody]
  private let bodyOfSpec: [BodyID]

  /// - Throws: `unanswerable` where the constraint asks for dependencies and the farm has no graph of them.
  ///
  /// Complexity: O(names of the farm + its variant lists, if variants are asked for + its graph, if dependencies are).
  package init(_ constraint: SpecConstraint, for farm: Farm) throws(SpecSyntaxError) {
    let node = constraint.node
    self.constraint = constraint
    package = node.name.flatMap { farm.packages.number(of: $0) }
    namesUnknownPackage = node.name != nil && package == nil
    general = node.namespaceTruth
    versions = node.versions.map { set in farm.versions.versions.map { set.contains($0) } }
    platforms = node.platform.map { name in farm.platforms.names.map { NameTable.isSame($0, name) } }
    oses = node.os.map { name in farm.oses.names.map { NameTable.isSame($0, name) } }
    targets = node.target.map { target in farm.targets.names.map { target.holds($0) } }
    compilers = node.compiler.map { asked in farm.compilers.compilers.map { asked.judge($0) } }
    variantLists = node.variants.isEmpty ? nil : farm.variantLists.truths(of: node.variants)
    bodies = farm.bodies
    bodyOfSpec = farm.bodyOfSpec
    specTruths = try PreparedConstraint.specTruths(of: constraint, in: farm)
    (bodyTruths, differsWithinBody) = PreparedConstraint.gathered(specTruths, in: farm)
  }

  /// Whether the specs of a body satisfy the constraint; `unknown` where they differ. Complexity: O(1).
  ///
  /// - Parameter number: the number of the body in the farm.
  package func judge(body number: Int) -> Truth {
    let body = bodies[number]
    return judgeAlike(body).and(bodyTruths.map { $0[number] } ?? compilerTruth(of: body))
  }

  /// Joins what is known of some bodies with whether they satisfy the constraint; as `judge(body:)` for each, but the
  /// constraint, which is large, is handed over once. Complexity: O(bodies).
  package func judge(bodies range: Range<Int>, into truths: inout [Truth]) {
    for number in range {
      let position = number - range.lowerBound
      truths[position] = truths[position].and(judge(body: number))
    }
  }

  /// Whether the spec at a position of the farm satisfies the constraint. Complexity: O(1).
  package func judge(spec: Int) -> Truth {
    let body = bodies[Int(bodyOfSpec[spec])]
    return judgeAlike(body).and(specTruths.map { $0[spec] } ?? compilerTruth(of: body))
  }

  private func judgeAlike(_ body: SpecBody) -> Truth {
    if namesUnknownPackage { return .no }
    if let package, package != body.package { return .no }
    if let versions, !versions[Int(body.version)] { return .no }
    if let platforms, !platforms[Int(body.platform)] { return .no }
    if let oses, !oses[Int(body.os)] { return .no }
    if let targets, !targets[Int(body.target)] { return .no }
    return variantLists.map { general.and($0[Int(body.variants)]) } ?? general
  }

  private func compilerTruth(of body: SpecBody) -> Truth {
    guard let compilers else { return .yes }
    switch body.compiler {
    case .unrecorded: return .unknown
    case .noCompiler: return .no
    case .known(let compiler): return compilers[Int(compiler)]
    }
  }
}

extension VariantListTable {
  /// For each list, whether it satisfies all that is asked of variants; each variant is judged once, as it is written.
  /// Complexity: O(constraints × (variants + length of all lists)).
  fileprivate func truths(of constraints: [VariantConstraint]) -> [Truth] {
    var truths = [Truth](repeating: .yes, count: count)
    for constraint in constraints {
      let judged = writtenVariants.map { written -> (ifRecorded: Truth, ifNot: Truth)? in
        guard Variant.isNamed(constraint.name, in: written) else { return nil }
        return (Variant(written: written).value.judge(constraint), Variant.Value.unrecorded.judge(constraint))
      }
      let isNamed = judged.map { $0 != nil }
      for list in truths.indices where truths[list] != .no {
        let verdict = firstVariant(of: list, where: isNamed).flatMap { judged[$0] }
        let truth = verdict.map { areValuesRecorded(of: list) ? $0.ifRecorded : $0.ifNot } ?? .no
        truths[list] = truths[list].and(truth)
      }
    }
    return truths
  }
}

extension SpecNodeConstraint {
  /// Whether a variant list satisfies all that is asked of variants.
  func judge(_ list: VariantList) -> Truth {
    var truth = Truth.yes
    for variant in variants where truth != .no { truth = truth.and(list.judge(variant)) }
    return truth
  }
}

extension PreparedConstraint {
  /// Gathers the truths of specs by body.
  private static func gathered(_ specTruths: [Truth]?, in farm: Farm) -> (truths: [Truth]?, differ: Bool) {
    guard let specTruths else { return (nil, false) }
    var truths = [Truth?](repeating: nil, count: farm.bodies.count)
    var differ = false
    for (spec, truth) in specTruths.enumerated() {
      let body = Int(farm.bodyOfSpec[spec])
      if let known = truths[body], known != truth {
        truths[body] = .unknown
        differ = true
      } else {
        truths[body] = truth
      }
    }
    return (truths.map { $0 ?? .no }, differ)
  }
}
