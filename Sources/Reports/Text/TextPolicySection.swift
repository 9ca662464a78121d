import Diagnostics
import CoverageEngine
import CoveragePolicy

/// One policy in the text report: verdict, sentence, figures, reason, then what was found.
struct TextPolicySection {
  let outcome: PolicyOutcome
  let options: ReportOptions

  func write(to page: inout TextPage) {
    writeHeading(to: &page)
    writeFigures(to: &page)
    let active = outcome.active
    if let reason = outcome.policy.reason, !active.isEmpty || options.showsAll {
      page.paragraph("because: \(TerminalText.visible(reason))", indent: 2, hanging: 9, style: .faint)
    }
    TextFindingList(sentence: outcome.policy.sentence, options: options).write(active, to: &page)
    if options.isQuiet { return }
    writeWaivers(to: &page)
    writeRemainder(to: &page)
  }

  private var style: TextStyle {
    switch outcome.verdict {
    case .holds: .good
    case .fails: .bad
    case .warns, .vacuous: .warning
    case .noted: .faint
    }
  }

  private func writeHeading(to page: inout TextPage) {
    let policy = outcome.policy
    let name = TerminalText.visible(policy.name)
    let isBare = policy.name == policy.text
    page.line("\(page.styled(outcome.verdict.mark, style)) \(page.styled(name, .strong)): \(page.styled(word, style))")
    if let title = policy.title { page.paragraph(TerminalText.visible(title), indent: 2, hanging: 2) }
    let place = policy.place.map { "(\(TerminalText.visible($0.description)))" }
    let words = isBare ? place : [TerminalText.visible(policy.text), place].compactMap { $0 }.joined(separator: " ")
    if let words { page.paragraph(words, indent: 2, hanging: 2, style: .faint) }
  }

  private var word: String {
    outcome.verdict == .vacuous ? "vacuous: \(outcome.vacuousReason)" : outcome.verdict.word
  }

  private func writeFigures(to page: inout TextPage) {
    let figures = PolicyFigures(outcome).phrases
    if !figures.isEmpty { page.flow(figures, separator: ", ", indent: 2, hanging: 2) }
  }

  private func writeWaivers(to page: inout TextPage) {
    for (index, waiver) in outcome.policy.waivers.enumerated() {
      let held = outcome.findings.count { $0.waiver == index }
      let expired = outcome.findings.count { $0.expiredWaiver == index && $0.waiver == nil }
      let reason = TerminalText.visible(waiver.reason)
      if held > 0 {
        page.paragraph("~ \(Wording.grouped(held)) waived until \(waiver.until): \(reason)", indent: 2, hanging: 2)
      }
      if expired > 0 {
        page.paragraph(
          "! the waiver of \(Wording.grouped(expired)) expired on \(waiver.until): \(reason)", indent: 2, hanging: 2,
          style: .warning)
      }
    }
  }

  private func writeRemainder(to page: inout TextPage) {
    if outcome.tallies.packagesWithoutRequirement > 0 {
      page.paragraph(
        "\(Wording.count(outcome.tallies.packagesWithoutRequirement, "package")) in scope required nothing: "
          + "all their builds are orphaned", indent: 2, hanging: 2, style: .faint)
    }
    guard options.showsAll else { return }
    let sections = [
      ("waived", outcome.findings.filter { $0.waiver != nil }),
      ("in the baseline", outcome.findings.filter { $0.isInBaseline && $0.waiver == nil }),
      ("undetermined", outcome.findings.filter { $0.status == .undetermined && $0.waiver == nil && !$0.isInBaseline }),
    ]
    for (title, findings) in sections where !findings.isEmpty {
      page.line(page.styled("\(title):", .faint), indent: 2)
      TextFindingList(sentence: outcome.policy.sentence, options: options).write(findings, to: &page)
    }
  }
}
