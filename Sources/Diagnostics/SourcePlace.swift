/// Where something stands: a document or policy, and a line and column in it.
///
/// Lines and columns count from 1; a column counts Unicode scalars, so that a caret drawn under it points at the right
/// character.
package struct SourcePlace: Hashable, Sendable {
  /// The path as the user gave it or as it was found below a directory they gave; `-` for standard input.
  package var file: String
  /// The line, counted from 1; 0 where the whole file is meant.
  package var line: Int
  /// The column in Unicode scalars, counted from 1; 0 where the whole line or file is meant.
  package var column: Int

  package init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourcePlace: CustomStringConvertible {
  /// `file:line:column`, without the parts that are not known.
  package var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}

extension SourcePlace: Comparable {
  package static func < (first: SourcePlace, second: SourcePlace) -> Bool {
    (first.file, first.line, first.column) < (second.file, second.line, second.column)
  }
}
