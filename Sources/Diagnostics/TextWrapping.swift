/// Breaks running text into lines.
package enum TextWrapping {
  /// The lines of a text, none wider than `width` columns unless one word is.
  ///
  /// Line breaks in the text stay. A line that begins with a blank is an example and stays as it is.
  /// Complexity: O(length).
  package static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.first == " " || line.isEmpty ? [String(line)] : wrapped(line, width: width)
    }
  }

  private static func wrapped(_ text: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ") {
      let wordColumns = DisplayWidth.columns(String(word))
      if columns > 0, columns + 1 + wordColumns > width {
        lines.append(line)
        (line, columns) = ("", 0)
      }
      if columns > 0 {
        line += " "
        columns += 1
      }
      line += word
      columns += wordColumns
    }
    lines.append(line)
    return lines
  }
}
