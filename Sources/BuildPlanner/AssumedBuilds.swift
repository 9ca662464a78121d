import CoverageEngine
package import FarmModel

/// The builds that are taken as done, by package.
struct AssumedBuilds {
  private var builds: [[UInt8]: [PlannedBuild]] = [:]
  private var closed: Set<PlannedCell> = []

  init(_ builds: [PlannedBuild]) {
    for build in builds {
      self.builds[Array(build.package.utf8), default: []].append(build)
      closed.formUnion(build.closes)
    }
  }

  var isEmpty: Bool { builds.isEmpty }

  /// The builds of a package.
  func builds(of package: String) -> [PlannedBuild] { builds[Array(package.utf8), default: []] }

  /// Whether a gap that wants one build is closed: the plan said so, or a build certainly matches it.
  func close(_ gap: PlannedCell, _ requirement: BuildRequirement, isRunnable: Bool) -> Bool {
    if closed.contains(gap) { return true }
    guard let package = gap.cell.package else { return false }
    return builds(of: package).contains { $0.matches(gap.cell, requirement, isRunnable: isRunnable) }
  }
}

extension PlannedBuild {
  /// Whether the build, once it is there, certainly covers a cell.
  func matches(_ cell: Cell, _ requirement: BuildRequirement, isRunnable: Bool) -> Bool {
    if let wanted = cell.hash {
      guard hash == wanted else { return false }
      return cell.stack.map { stacks.contains($0) } ?? true
    }
    func isSame(_ wanted: String?, _ own: String) -> Bool { wanted.map { NameTable.isSame($0, own) } ?? true }
    guard isSame(cell.version, version), isSame(cell.os, os), isSame(cell.platform, platform) else { return false }
    if let stack = cell.stack, stack != Farm.aggregateStack, !stacks.contains(stack) { return false }
    if let wanted = cell.target, !serves(wanted, isRunnable: isRunnable) { return false }
    if let wanted = cell.compiler, !hasNoCompiler, compiler != Compiler(written: wanted).canonical { return false }
    return requirement.constraints.allSatisfy { $0.judge(description) == .yes }
  }

  /// Whether the build counts for a target: it is made for it, or with `runnable` its code runs there.
  func serves(_ wanted: String, isRunnable: Bool) -> Bool {
    NameTable.isSame(wanted, target) || isRunnable && Microarchitectures.runs(codeFor: target, on: wanted)
  }

  /// The build as if it were built.
  package var description: SpecDescription {
    SpecDescription(
      package: package, version: version, hash: hash ?? "planned \(exactSpec)", platform: platform, os: os,
      target: target, compiler: compiler, hasNoCompiler: hasNoCompiler, variants: VariantList(written: variants),
      stacks: stacks)
  }
}

extension GapCollection {
  /// The builds taken as done that match a gap of `at least N` but for the values that are counted.
  func assumedMatches(_ source: Int) -> [PlannedBuild] {
    guard !assumed.isEmpty, let package = gaps[source].cell.package else { return [] }
    let policy = policies[gaps[source].policy]
    return assumed.builds(of: package).filter {
      $0.matches(gaps[source].cell, requirements[policy.requirement], isRunnable: policy.isRunnable)
    }
  }
}

extension PlannedBuild {
  /// Whether the build has a value that a policy counts.
  func has(_ value: String, _ dimension: Dimension, _ policy: GapCollection.PolicyFacts) -> Bool {
    switch dimension {
    case .stack: stacks.contains(value) || value == Farm.aggregateStack
    case .target: serves(value, isRunnable: policy.isRunnable)
    case .os: NameTable.isSame(value, os)
    case .platform: NameTable.isSame(value, platform)
    case .compiler: compiler.map { NameTable.isSame($0, value) } ?? false
    case .package, .version, .variants, .hash: false
    }
  }
}
