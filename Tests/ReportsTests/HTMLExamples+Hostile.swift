import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel
import Reports

extension HTMLExamples {
  /// Texts that would do something if they were ever taken for more than text.
  static let hostileTexts = [
    "</script><script>document.title='pwned'</script>", "<img src=x onerror=\"document.title='pwned'\">", "<!--", "]]>",
    "<!--<script>", "\u{202E}desrever\u{202C}", "zero\u{200B}width", "=1+1", "@SUM(A1)", "\u{1B}[31mred", "$(reboot)",
    "'; reboot #", "\u{2028}line", "a&amp;b", "\u{0}", "javascript:alert(1)", "back\\slash", "quote\"quote",
    "__proto__", "constructor", "e\u{301}", "é",
  ]

  /// Every name, text and path of this farm is hostile.
  static func hostile() throws -> HTMLReportInput {
    let texts = hostileTexts
    let specs = texts.enumerated().map { index, text in
      SpecDescription(
        package: text, version: "1.\(index)" + text, hash: index == 0 ? text : hash(index), platform: text, os: text,
        target: index % 2 == 0 ? text : "x86_64_v3", compiler: "gcc@" + text,
        variants: VariantList(written: [text]), stacks: [texts[index / 6], texts[(index + 3) % texts.count]])
    }
    let farm = Farm(snapshot: texts[0], specs: specs)
    let place = SourcePlace(file: texts[0], line: 1, column: 1)
    var policy = coverage(
      name: texts[0],
      waivers: [Waiver(pattern: Pattern(text: texts[1]), until: try today(), reason: texts[0], place: place)],
      reason: texts[0] + texts[1])
    policy.title = texts[1]
    policy.text = texts[4]
    policy.place = place
    let cells = HTMLNaiveJudge(specs: specs).everyVersionOnEveryTarget()
    var tallies = Tallies()
    tallies.violations = texts.count
    let forbidden = zip(texts, specs).map { text, spec in
      Finding(
        status: .forbidden, cell: Cell(package: spec.package, version: spec.version, variants: [text], hash: spec.hash),
        count: nil, blockers: [text])
    }
    let listed = PolicyOutcome(policy: orphans(), verdict: .fails, tallies: tallies, findings: forbidden)
    let diagnostics = texts.map { text in
      Diagnostic(
        code: "document/hostile", message: text, labels: [Diagnostic.Label(place: place)], notes: [text], help: text)
    }
    let policies = [HTMLNaiveJudge.outcome(policy, cells), listed]
    return HTMLReportInput(
      outcome: snapshotOutcome(farm, documents: texts.count, policies: policies), farm: farm,
      plan: plan(for: cells, of: policy.name, leaving: 5),
      details: [HTMLPolicyDetail(reading: texts.joined(separator: "\n"), grids: HTMLNaiveJudge.grids(cells))],
      documents: texts,
      diagnostics: diagnostics, toolVersion: texts[1], today: try today(),
      news: HTMLNews(wanted: 3, covered: 1, lost: 2, since: texts[1], causes: 1))
  }
}
