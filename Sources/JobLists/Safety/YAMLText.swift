/// Scalars for YAML 1.1 and 1.2.
enum YAMLText {
  /// A text in double quotes, ASCII only, on one line: never a tag, an alias, a number or a key word.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case " "..."~": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{FFFF}": result += "\\u" + hexadecimal(scalar.value, digits: 4)
      default: result += "\\U" + hexadecimal(scalar.value, digits: 8)
      }
    }
    return result + "\""
  }

  /// A text of several lines as the value of a key or list element: a literal block where YAML keeps it as it is, else
  /// in quotes.
  static func block(_ text: String, indent: Int) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == UInt8(ascii: "\n") }
    guard isPlain, let first = lines.first, !first.isEmpty, first.first != " ", lines.last?.isEmpty == false else {
      return quoted(text)
    }
    let margin = String(repeating: " ", count: indent)
    return "|-\n" + lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
