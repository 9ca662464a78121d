import Diagnostics

/// Runs an invocation: one method of dispatch, one file for each command.
struct CommandRunner {
  let invocation: Invocation
  let console: Console

  /// Runs the command and returns its exit status.
  func run() throws(CommandError) -> Int32 {
    switch invocation.command.name {
    case .check: try runCheck()
    case .plan: try runPlan()
    case .report: try runReport()
    case .show: try runShow()
    case .why: try runWhy()
    case .diff: try runDiff()
    case .trend: try runTrend()
    case .duplicates: try runDuplicates()
    case .causes: try runCauses()
    case .policyList: try runPolicyList()
    case .policyFormat: try runPolicyFormat()
    case .explain: try runExplain()
    case .survey: try runSurvey()
    case .surveyMerge: try runSurveyMerge()
    case .merge: try runMerge()
    case .completions: try runCompletions()
    case .help: try runHelp()
    }
  }

  /// Whether standard output is coloured: only when the report goes there.
  var usesColor: Bool {
    console.usesColor(invocation, onTerminal: console.isOutputTerminal && !invocation.has(.output))
  }

  /// Writes the main output to `--output`, or to standard output.
  func deliver(_ text: String) throws(CommandError) {
    do {
      if let path = invocation.value(.output), path != "-" {
        if isUpToDate(path, text) { return }
        try OutputFile.write(text, to: path)
      } else {
        try console.write(text)
      }
    } catch { throw .output(error) }
  }

  /// Draws diagnostics on standard error.
  func complain(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let renderer = DiagnosticRenderer(
      usesColor: console.usesColor(invocation, onTerminal: console.isErrorTerminal), width: console.width)
    var text = ""
    for diagnostic in diagnostics { text += renderer.render(diagnostic) + "\n" }
    console.complain(text)
  }

  /// A whole number of at least 1 behind an option.
  func count(_ option: CommandOption.Name) throws(CommandError) -> Int? {
    guard let text = invocation.value(option) else { return nil }
    guard let number = Int(text), number >= 1 else {
      throw .usage(
        UsageError(
          "--\(option.rawValue) cannot be `\(text)`", help: "it is a whole number of at least 1",
          command: invocation.command))
    }
    return number
  }
}
