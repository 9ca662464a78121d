import CoverageEngine
import FarmModel

/// The findings of one package, by version: how reports for people show them.
struct FindingGroup {
  /// The findings of one version, in their order.
  struct Line {
    var version: String?
    var findings: ArraySlice<Finding>
  }

  /// `nil` where the cells bind no package.
  var package: String?
  var lines: [Line]

  var count: Int { lines.reduce(0) { $0 + $1.findings.count } }

  /// Groups findings, which are sorted by package and version. Complexity: O(n).
  static func groups(of findings: [Finding]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var start = findings.startIndex
    while start < findings.endIndex {
      let (package, version) = (findings[start].cell.package, findings[start].cell.version)
      let isSamePackage = groups.last.map { isSame($0.package, package) } ?? false
      if !isSamePackage { groups.append(FindingGroup(package: package, lines: [])) }
      var end = start + 1
      while end < findings.endIndex, isSame(findings[end].cell.package, package),
        isSame(findings[end].cell.version, version)
      {
        end += 1
      }
      groups[groups.count - 1].lines.append(Line(version: version, findings: findings[start..<end]))
      start = end
    }
    return groups
  }

  private static func isSame(_ first: String?, _ second: String?) -> Bool {
    switch (first, second) {
    case (nil, nil): true
    case (let first?, let second?): NameTable.isSame(first, second)
    default: false
    }
  }
}
