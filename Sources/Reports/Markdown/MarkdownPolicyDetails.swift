import CoverageEngine
import CoveragePolicy
import FarmModel

/// The findings of one policy, folded away, by package and version.
struct MarkdownPolicyDetails {
  let outcome: PolicyOutcome
  /// Named where the report has several.
  let snapshot: String?

  /// How many places a row names before it counts the rest.
  private static let itemLimit = 12

  func write(to page: inout MarkdownPage, cut: inout MarkdownReporter.Cut) {
    let findings = outcome.active
    guard !findings.isEmpty else { return }
    guard page.append(heading(of: findings)) else {
      cut.findings += findings.count
      return
    }
    let groups = FindingGroup.groups(of: findings)
    var written = 0
    rows: for group in groups {
      for line in group.lines {
        guard page.append(row(of: line, in: group)) else { break rows }
        written += line.findings.count
      }
    }
    if written < findings.count {
      cut.findings += findings.count - written
      page.close("\n… and \(Wording.grouped(findings.count - written)) more\n")
    }
    page.close("\n</details>\n")
  }

  private func heading(of findings: [Finding]) -> String {
    let policy = outcome.policy
    let noun = policy.sentence.findingNoun
    let name = MarkdownText.html(policy.name)
    let among = snapshot.map { " in \(MarkdownText.html($0))" } ?? ""
    let count = Wording.count(findings.count, noun.singular, noun.plural)
    var text = "\n<details><summary>\(outcome.verdict.mark) <b>\(name)</b>\(among): \(count)</summary>\n\n"
    if let title = policy.title { text += "\(MarkdownText.prose(title))\n\n" }
    if policy.name != policy.text { text += "\(MarkdownText.code(policy.text))\n\n" }
    if let reason = policy.reason { text += "because: \(MarkdownText.prose(reason))\n\n" }
    return text + "| package | version | where |\n|---|---|---|\n"
  }

  private func row(of line: FindingGroup.Line, in group: FindingGroup) -> String {
    var items = line.findings.prefix(MarkdownPolicyDetails.itemLimit).map { item($0) }.filter { !$0.isEmpty }
    if line.findings.count > MarkdownPolicyDetails.itemLimit {
      items.append("… \(Wording.grouped(line.findings.count - MarkdownPolicyDetails.itemLimit)) more")
    }
    let package = group.package.map { MarkdownText.cellCode($0) } ?? ""
    let version = line.version.map { MarkdownText.cellCode($0) } ?? ""
    return "| \(package) | \(version) | \(items.joined(separator: ", ")) |\n"
  }

  private func item(_ finding: Finding) -> String {
    var text = MarkdownText.cellCode(finding.cell.placeLabel)
    if let count = finding.count { text += " (\(outcome.policy.sentence.counted(count)))" }
    if finding.isNew == true { text += " **new**" }
    return text
  }
}
