import Diagnostics

/// The problems of one document, the first ones in full and the rest as a count.
struct ProblemLog {
  /// How many problems of one document are shown.
  static let limit = 20

  private(set) var problems: [DocumentProblem] = []
  /// All problems, shown or not.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func report(_ problem: DocumentProblem) {
    count += 1
    if problems.count < ProblemLog.limit { problems.append(problem) }
  }

  /// The diagnostics, with lines and columns. Complexity: O(length of the document) for each problem shown.
  func diagnostics(file: String, bytes: DocumentBytes) -> [Diagnostic] {
    var diagnostics = problems.map { problem in
      Diagnostic(
        code: problem.code.rawValue, message: problem.message,
        labels: [bytes.label(file: file, offset: problem.offset, length: problem.length, remark: problem.remark)],
        notes: problem.notes, help: problem.help)
    }
    if count > problems.count {
      diagnostics.append(
        Diagnostic(
          code: DocumentCode.moreProblems.rawValue, severity: .note,
          message: "\(count - problems.count) further problems of this document are not shown",
          labels: [Diagnostic.Label(place: SourcePlace(file: file))]))
    }
    return diagnostics
  }
}

extension DocumentBytes {
  /// How many characters of a line are drawn before and behind a place; lines of documents may be megabytes long.
  private static var excerptReach: Int { 38 }

  /// A label at a place that is known in bytes. Complexity: O(offset), for the line and column are counted.
  func label(file: String, offset: Int?, length: Int = 1, remark: String = "") -> Diagnostic.Label {
    guard let offset else { return Diagnostic.Label(place: SourcePlace(file: file), remark: remark) }
    let place = min(max(offset, 0), count)
    var line = 1
    var lineStart = startsWithByteOrderMark ? 3 : 0
    if lineStart > place { lineStart = 0 }
    var next = self.offset(of: UInt8(ascii: "\n"), from: lineStart)
    while next < place {
      line += 1
      lineStart = next + 1
      next = self.offset(of: UInt8(ascii: "\n"), from: lineStart)
    }
    var column = 1
    for index in lineStart..<place where self[index] & 0xC0 != 0x80 { column += 1 }
    return Diagnostic.Label(
      place: SourcePlace(file: file, line: line, column: column),
      excerpt: excerpt(lineStart: lineStart, lineEnd: next, place: place, length: length), remark: remark)
  }

  var startsWithByteOrderMark: Bool { self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF }

  private func excerpt(lineStart: Int, lineEnd: Int, place: Int, length: Int) -> SourceExcerpt {
    var end = lineEnd
    if end > lineStart && end > place && self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    let windowStart = step(from: place, by: -1, limit: lineStart)
    let windowEnd = step(from: place, by: 1, limit: end)
    let before = text(windowStart..<place)
    let marked = text(place..<min(place + length, windowEnd))
    return SourceExcerpt(
      text: before + text(place..<windowEnd), caretOffset: before.unicodeScalars.count,
      caretLength: max(1, marked.unicodeScalars.count), isCutBefore: windowStart > lineStart,
      isCutAfter: windowEnd < end)
  }

  /// Goes some characters forward or back, not past `limit`, and stops between characters.
  private func step(from place: Int, by direction: Int, limit: Int) -> Int {
    var place = place
    var characters = 0
    var bytes = 0
    while place != limit && characters < DocumentBytes.excerptReach && bytes < 4 * DocumentBytes.excerptReach {
      place += direction
      bytes += 1
      if place == limit || self[place] & 0xC0 != 0x80 { characters += 1 }
    }
    return place
  }
}
