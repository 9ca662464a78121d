import FarmModel
import Testing

@testable import JobLists

/// How each sink writes each hostile string.
@Suite struct QuotingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var hostile: String
    var shell: String
    var yaml: String
    var csv: String
    var markdown: String
    var text: String
    var json: String
    var testDescription: String { hostile.debugDescription }
  }

  static let rows: [Row] = [
    Row(
      hostile: "hdf5", shell: "hdf5", yaml: #""hdf5""#, csv: "hdf5", markdown: "`hdf5`", text: "hdf5",
      json: #"["hdf5"]"#),
    Row(
      hostile: "it's", shell: #"'it'\''s'"#, yaml: #""it's""#, csv: "it's", markdown: "`it's`", text: "it's",
      json: #"["it's"]"#),
    Row(
      hostile: "'\u{301}", shell: "''\\''\u{301}'", yaml: #""'\u0301""#, csv: "'\u{301}", markdown: #"`'\u{301}`"#,
      text: #"'\u{301}"#, json: "[\"'\u{301}\"]"),
    Row(
      hostile: #"a"b"#, shell: #"'a"b'"#, yaml: #""a\"b""#, csv: #""a""b""#, markdown: #"`a"b`"#, text: #"a"b"#,
      json: #"["a\"b"]"#),
    Row(
      hostile: "\"\u{301}", shell: "'\"\u{301}'", yaml: #""\"\u0301""#, csv: "\"\"\"\u{301}\"",
      markdown: "`\"\\u{301}`", text: "\"\\u{301}", json: "[\"\\\"\u{301}\"]"),
    Row(
      hostile: "$(reboot)", shell: "'$(reboot)'", yaml: #""$(reboot)""#, csv: "$(reboot)", markdown: "`$(reboot)`",
      text: "$(reboot)", json: #"["$(reboot)"]"#),
    Row(
      hostile: "`x`", shell: "'`x`'", yaml: #""`x`""#, csv: "`x`", markdown: "`` `x` ``", text: "`x`",
      json: #"["`x`"]"#),
    Row(
      hostile: "a\nb", shell: "'a\nb'", yaml: #""a\nb""#, csv: #"a\nb"#, markdown: #"`a\nb`"#, text: #"a\nb"#,
      json: #"["a\nb"]"#),
    Row(
      hostile: "a\r\nb", shell: "'a\r\nb'", yaml: #""a\u000d\nb""#, csv: #"a\r\nb"#, markdown: #"`a\r\nb`"#,
      text: #"a\r\nb"#, json: #"["a\r\nb"]"#),
    Row(
      hostile: "!reference [a]", shell: "'!reference [a]'", yaml: #""!reference [a]""#, csv: "!reference [a]",
      markdown: "`!reference [a]`", text: "!reference [a]", json: #"["!reference [a]"]"#),
    Row(
      hostile: "-rf", shell: "'-rf'", yaml: #""-rf""#, csv: "'-rf", markdown: "`-rf`", text: "-rf", json: #"["-rf"]"#),
    Row(
      hostile: "=1+1", shell: "'=1+1'", yaml: #""=1+1""#, csv: "'=1+1", markdown: "`=1+1`", text: "=1+1",
      json: #"["=1+1"]"#),
    Row(
      hostile: "@a|b", shell: "'@a|b'", yaml: #""@a|b""#, csv: "'@a|b", markdown: #"`@a\|b`"#, text: "@a|b",
      json: #"["@a|b"]"#),
    Row(
      hostile: "+a,b", shell: "'+a,b'", yaml: #""+a,b""#, csv: #""'+a,b""#, markdown: "`+a,b`", text: "+a,b",
      json: #"["+a,b"]"#),
    Row(
      hostile: "\tx", shell: "'\tx'", yaml: #""\u0009x""#, csv: #"'\tx"#, markdown: #"`\tx`"#, text: #"\tx"#,
      json: #"["\tx"]"#),
    Row(
      hostile: "һ😀", shell: "'һ😀'", yaml: #""\u04bb\U0001f600""#, csv: "һ😀", markdown: #"`\u{4bb}\u{1f600}`"#,
      text: #"\u{4bb}\u{1f600}"#, json: #"["һ😀"]"#),
    Row(
      hostile: "\u{1B}[2J\u{9B}", shell: "'\u{1B}[2J\u{9B}'", yaml: #""\u001b[2J\u009b""#, csv: #"\u{1b}[2J\u{9b}"#,
      markdown: #"`\u{1b}[2J\u{9b}`"#, text: #"\u{1b}[2J\u{9b}"#, json: #"["\u001b[2J\u009b"]"#),
    Row(hostile: "", shell: "''", yaml: #""""#, csv: "", markdown: "", text: "", json: #"[""]"#),
  ]

  @Test(arguments: rows)
  func `every sink writes a hostile string as one harmless value`(row: Row) {
    var json = JSONWriter(layout: .compact)
    json.array { $0.element(row.hostile) }
    let written = [
      ShellText.quoted(row.hostile), YAMLText.quoted(row.hostile), CSVText.cell(row.hostile),
      MarkdownText.code(row.hostile), VisibleText.escaped(row.hostile), json.text,
    ]
    let expected = [row.shell, row.yaml, row.csv, row.markdown, row.text, row.json]
    for (written, expected) in zip(written, expected) { #expect(Array(written.utf8) == Array(expected.utf8)) }
  }
}
