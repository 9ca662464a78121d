import Diagnostics
import JobLists
import Reports

/// The text of `buildcover help formats`.
enum FormatsHelp {
  static func text() -> String {
    var text = "Formats of check and report (--format, --write FORMAT=FILE):\n"
    for format in ReportFormat.allCases { text += entry(format.rawValue, format.explanation) }
    text += "\nFormats of plan (--format, --write FORMAT=PATH; plan-FORMAT in check):\n"
    for format in JobListFormat.allCases { text += entry(format.rawValue, format.explanation) }
    return text
  }

  private static func entry(_ name: String, _ explanation: String) -> String {
    "\n  \(name)\n" + TextWrapping.lines(explanation, width: 74).map { "      \($0)\n" }.joined()
  }
}
