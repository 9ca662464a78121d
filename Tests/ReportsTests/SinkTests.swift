import FarmModel
import Testing

@testable import Diagnostics
@testable import JobLists
@testable import Reports

/// Every sink that text of documents reaches, and what it makes of each hostile text: the table is the golden file
/// `injection.txt`, read line by line before it is recorded anew.
///
/// There is no sink for Make, for no format writes a makefile. Shells, pipelines and file names get a build only where
/// its names are within Spack's syntax (`HostileNamesTests`); they quote all the same.
@Suite struct `What becomes of a hostile text` {
  enum Sink: String, CaseIterable {
    case terminal, script, xml, json, yaml, shell
    case workflowProperty = "workflow property"
    case workflowMessage = "workflow message"
    case csv
    case csvOfJobs = "csv of jobs"
    case markdownCode = "markdown code"
    case markdownCell = "markdown cell"
    case markdownProse = "markdown prose"
    case markdownHTML = "markdown html"
    case markdownOfJobs = "markdown of jobs"
    case fileName = "file name"

    func written(_ text: String) -> String {
      switch self {
      case .terminal: return TerminalText.visible(text)
      case .script: return JSONWriter.scriptSafe(Sink.json.written(text))
      case .xml: return XMLText.safe(text)
      case .json:
        var json = JSONWriter(layout: .compact)
        json.array { $0.element(text) }
        return json.text
      case .yaml: return YAMLText.quoted(text)
      case .shell: return ShellText.quoted(text)
      case .workflowProperty: return GitHubCommand(name: "error", properties: [("file", text)]).line
      case .workflowMessage: return GitHubCommand(name: "error", message: text).line
      case .csv: return Reports.CSVText.cell(text)
      case .csvOfJobs: return JobLists.CSVText.cell(text)
      case .markdownCode: return Reports.MarkdownText.code(text)
      case .markdownCell: return Reports.MarkdownText.cellCode(text)
      case .markdownProse: return Reports.MarkdownText.prose(text)
      case .markdownHTML: return Reports.MarkdownText.html(text)
      case .markdownOfJobs: return JobLists.MarkdownText.code(text)
      case .fileName: return SpackSyntax.isStack(text) ? text : "(refused)"
      }
    }

    /// What must never stand in what the sink was given, whatever the text.
    var forbidden: Set<Unicode.Scalar> {
      switch self {
      case .xml, .markdownHTML: ["<", ">", "\"", "\n", "\r", "\u{1B}", "\u{9B}"]
      case .script: ["<", ">", "&", "\n", "\r", "\u{1B}", "\u{9B}", "\u{202E}", "\u{2028}"]
      case .shell: []
      case .fileName: ["/", "\n", " ", "$", "`", "'", "\"", "\u{0}"]
      case .workflowProperty, .workflowMessage: ["\r"]
      case .json: ["\n", "\r", "\u{0}", "\u{1B}", "\u{9B}"]
      default: ["\n", "\r", "\u{0}", "\u{1B}", "\u{9B}", "\u{202E}", "\u{2028}"]
      }
    }
  }

  static let texts = [
    "hdf5", "", "a b", "</script><img src=x onerror=alert(1)>", "<!--", "]]>", "a\"b", "it's", "\\", "\u{1B}[2J",
    "\u{9B}31m", "\u{0}", "a\nb", "a\r\nb", "\tx", "$(reboot)", "`reboot`", "'; reboot #", "-rf", "../../etc/passwd",
    "/etc", "!reference [a]", "*a", "&a", "a: b", "a #b", "{{ x }}", "${{ secrets.TOKEN }}", "x\n::error::pwned",
    "x\r\n::add-mask::pwned", "::error::pwned", "##[error]pwned", "%0A::error::pwned", "a,b:c", "=1+1", "+1", "-1",
    "@SUM(A1)", "\u{FF1D}1+1", "|a|b|", "[a](javascript:alert(1))", "@user #1 www.x.org http://x.org",
    "\u{202E}desrever",
    "\u{2028}line", "a\u{200B}b", "\u{4BB}df5",
    // With a mark behind it a sign is another character to Swift, and the same sign to what reads the output.
    "\"\u{301},=1+1", "'\u{301}; reboot #", "`\u{301}<b>", "|\u{301}<b>", "<\u{338}b>", "&\u{301}", "\\\u{301}",
    "%\u{301}0A", ",\u{301}line=1", ":\u{301}:", "##[\u{301}", "\r\n\u{301}x",
  ]

  @Test func `is the same in every sink, as the table says`() throws {
    var table = ""
    for text in Self.texts {
      table += Self.shown(text) + "\n"
      for sink in Sink.allCases {
        let name = sink.rawValue + String(repeating: " ", count: 18 - sink.rawValue.count)
        table += "  \(name) \(Self.shown(sink.written(text)))\n"
      }
    }
    try ReportGolden.expect(table, equals: "Reports/injection.txt")
  }

  @Test(arguments: Sink.allCases)
  func `never holds what would end its place`(sink: Sink) {
    for text in Self.texts {
      var written = sink.written(text)
      if [.workflowProperty, .workflowMessage].contains(sink) {
        #expect(written.utf8.split(separator: UInt8(ascii: "\n")).count == 1, "\(Self.shown(text))")
        written.removeLast()
      }
      let found = written.unicodeScalars.filter(sink.forbidden.contains)
      #expect(found.isEmpty, "\(sink.rawValue): \(Self.shown(text)) becomes \(Self.shown(written))")
    }
  }

  @Test func `is one cell of a table, whatever marks it holds`() {
    for text in Self.texts {
      let cell = Array(Reports.MarkdownText.cellCode(text).unicodeScalars)
      for index in cell.indices where cell[index] == "|" { #expect(index > 0 && cell[index - 1] == "\\") }
      let quoted = Reports.CSVText.cell(text).unicodeScalars.filter { $0 == "\"" }.count
      #expect(quoted % 2 == 0, "\(Self.shown(text))")
      var row = Reports.CSVText()
      row.add(text)
      #expect(row.text == Reports.CSVText.cell(text), "\(Self.shown(text))")
    }
  }

  /// Text as ASCII on one line.
  private static func shown(_ text: String) -> String {
    text.isEmpty ? "(nothing)" : text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
  }
}
