extension ReportFormat {
  /// What the format is, who reads it and what is in it, a paragraph of plain text.
  package var explanation: String {
    switch self {
    case .text:
      """
      For people. Verdicts by policy, findings by package and version, the summary last. Coloured on a \
      terminal only; long lists are cut and say so, --all shows them, --quiet leaves only what failed and \
      the summary.
      """
    case .json:
      """
      For programs: buildcover/check/1. Stable and complete: keys in a fixed order, two-space indent, what \
      is absent is left out, no null. Written whatever the exit status.
      """
    case .html:
      """
      For people, as one self-contained file: heat map, search, filters, a page for each package. One \
      snapshot a file; works from a CI artifact without a network.
      """
    case .markdown:
      """
      For a pull-request comment and $GITHUB_STEP_SUMMARY. A table of verdicts with the findings folded \
      away below; at most 65,000 characters, and says what was cut.
      """
    case .sarif:
      """
      For code scanning: SARIF 2.1.0. A run for each snapshot, a rule for each policy, a result for each \
      finding that counts, at the policy's line, with a fingerprint of its identity. At most 5,000 results \
      a run; resultsLeftOut counts the others. What is waived, undetermined or in a baseline is counted \
      with its rule.
      """
    case .junit:
      """
      For build servers: JUnit XML. A suite for each policy and snapshot, a case for each package with \
      findings. Only policies that fail have failures; findings of warnings and notes are in system-out; \
      what is waived or undetermined is skipped.
      """
    case .github:
      """
      For the log of a GitHub workflow: an annotation at each policy that did not hold, ten of a kind at \
      most with the last one counting the others, and the findings in groups of the log.
      """
    case .gitlab:
      """
      For GitLab's Code Quality widget: an issue for each finding that counts. error is major, warning \
      minor, note info. The fingerprint is made of the finding's identity, and of the snapshot where there \
      are several.
      """
    case .csv:
      """
      For spreadsheets (RFC 4180): a row for each finding, waived and undetermined ones too. A value that \
      a spreadsheet could take for a formula has an apostrophe before it. Rows with the status error tell \
      of documents that could not be read.
      """
    }
  }
}
