import CoverageEngine
import FarmModel

/// The findings of one package, by version: how reports for people show them.
struct FindingGroup {
  /// The findings of one version, in their order.
  struct Line {
    var version: String?
    var findings: [Finding]
  }

  /// `nil` where the cells bind no package.
  var package: String?
  var lines: [Line]

  var count: Int { lines.reduce(0) { $0 + $1.findings.count } }

  /// Groups findings, which are sorted by package and version. Complexity: O(n).
  static func groups(of findings: [Finding]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    for finding in findings {
      let isSamePackage = groups.last.map { isSame($0.package, finding.cell.package) } ?? false
      if !isSamePackage { groups.append(FindingGroup(package: finding.cell.package, lines: [])) }
      groups[groups.count - 1].add(finding)
    }
    return groups
  }

  private mutating func add(_ finding: Finding) {
    let isSameVersion = lines.last.map { FindingGroup.isSame($0.version, finding.cell.version) } ?? false
    if !isSameVersion { lines.append(Line(version: finding.cell.version, findings: [])) }
    lines[lines.count - 1].findings.append(finding)
  }

  private static func isSame(_ first: String?, _ second: String?) -> Bool {
    switch (first, second) {
    case (nil, nil): true
    case (let first?, let second?): NameTable.isSame(first, second)
    default: false
    }
  }
}
