import CoverageEngine
import CoveragePolicy
import FarmModel

/// The gaps that a plan is to close, by package.
struct GapCollection {
  /// A policy that takes part.
  struct PolicyFacts {
    var name: String
    var severity: Policy.Severity
    var requirement: Int
    var counted: [CountedPlacement]
    var isRunnable: Bool
  }

  var policies: [PolicyFacts] = []
  var requirements: [BuildRequirement] = []
  /// All gaps, in the order of packages, then of policies and findings.
  var gaps: [SourceGap] = []
  /// Where each package's gaps are in `gaps`.
  var packages: [(name: String, gaps: Range<Int>)] = []
  /// The builds that are taken as done.
  let assumed: AssumedBuilds

  /// Gathers what the options let in. Complexity: O(findings + packages × log).
  init(_ outcome: SnapshotOutcome, _ options: PlanOptions) {
    assumed = AssumedBuilds(options.assumeBuilt)
    var numbers: [[UInt8]: Int] = [:]
    var groups: [(name: String, gaps: [SourceGap])] = []
    var current: Int?
    var requirementNumbers: [BuildRequirement: Int] = [:]
    for policy in outcome.policies where policy.isPlanned(options) {
      let index = policies.count
      policies.append(facts(of: policy.policy, &requirementNumbers))
      for finding in policy.findings where finding.isOpen && options.admits(finding.cell) {
        guard let package = finding.cell.package else { continue }
        let gap = SourceGap(policy: index, cell: finding.cell)
        if isAssumedClosed(gap) { continue }
        if current.map({ NameTable.isSame(groups[$0].name, package) }) != true {
          current = numbers[Array(package.utf8)]
        }
        if let current {
          groups[current].gaps.append(gap)
        } else {
          numbers[Array(package.utf8)] = groups.count
          current = groups.count
          groups.append((package, [gap]))
        }
      }
    }
    groups.sort { NameTable.precedes($0.name, $1.name) }
    for group in groups {
      packages.append((group.name, gaps.count..<gaps.count + group.gaps.count))
      gaps += group.gaps
    }
  }

  private mutating func facts(of policy: Policy, _ numbers: inout [BuildRequirement: Int]) -> PolicyFacts {
    var requirement = BuildRequirement()
    var counted: [CountedPlacement] = []
    var isRunnable = false
    if case .coverage(let sentence) = policy.sentence {
      requirement = BuildRequirement(sentence)
      counted = CountedPlacement.all(in: sentence)
      isRunnable = sentence.verb == .runnable
    }
    let number = numbers[requirement] ?? requirements.count
    if number == requirements.count {
      numbers[requirement] = number
      requirements.append(requirement)
    }
    return PolicyFacts(
      name: policy.name, severity: policy.severity, requirement: number, counted: counted, isRunnable: isRunnable)
  }

  /// Whether the builds that are taken as done close a gap; one of `at least N` is looked at later, value by value.
  private func isAssumedClosed(_ gap: SourceGap) -> Bool {
    guard !assumed.isEmpty, policies[gap.policy].counted.isEmpty else { return false }
    let policy = policies[gap.policy]
    return assumed.close(
      PlannedCell(policy: policy.name, cell: gap.cell), requirements[policy.requirement], isRunnable: policy.isRunnable)
  }

  /// A gap as a plan names it.
  func plannedCell(_ source: Int) -> PlannedCell {
    PlannedCell(policy: policies[gaps[source].policy].name, cell: gaps[source].cell)
  }
}

extension PolicyOutcome {
  /// Whether a plan is to close its gaps.
  fileprivate func isPlanned(_ options: PlanOptions) -> Bool {
    if let wanted = options.policies, !wanted.contains(where: { $0.matches(policy.name) }) { return false }
    switch policy.sentence {
    case .coverage, .wanted: break
    case .count, .prohibition, .loss: return false
    }
    return switch verdict {
    case .fails: options.severities.contains(.error)
    case .warns: options.severities.contains(.warning)
    case .noted: options.severities.contains(.note)
    case .holds, .vacuous: false
    }
  }
}

extension Finding {
  /// Whether it is a gap that nobody has accepted.
  fileprivate var isOpen: Bool { status == .gap && waiver == nil && !isInBaseline }
}

extension PlanOptions {
  /// Whether `--package` and `--stack` let a cell in.
  fileprivate func admits(_ cell: Cell) -> Bool {
    if let packages, let package = cell.package, !packages.contains(where: { $0.matches(package) }) { return false }
    guard let stacks, let stack = cell.stack else { return true }
    return stacks.contains { $0.matches(stack) && (!$0.isGlob || stack != Farm.aggregateStack) }
  }
}
