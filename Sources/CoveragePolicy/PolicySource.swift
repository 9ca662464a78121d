import Diagnostics

/// The text of a policy file or of a `--rule`, with what is needed to point into it.
package struct PolicySource: Sendable {
  /// The path, or `--rule`.
  package let file: String
  /// The bytes, UTF-8 once `PolicyFileParser` has accepted them.
  package let bytes: [UInt8]

  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// Where the text begins: behind a byte order mark.
  var start: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  func text(of range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func place(of span: SourceSpan) -> SourcePlace { SourcePlace(file: file, line: span.line, column: span.column) }

  func label(_ span: SourceSpan, _ remark: String = "") -> Diagnostic.Label {
    Diagnostic.Label(place: place(of: span), excerpt: excerpt(of: span), remark: remark)
  }

  /// The part of the line around a span; of bounded size, for a line may be megabytes long.
  func excerpt(of span: SourceSpan) -> SourceExcerpt {
    let first = start
    var low = span.bytes.lowerBound
    var before = 0
    while low > first, !isLineBreak(low - 1), before < Self.scalarsBefore || isContinuation(low) {
      low -= 1
      if !isContinuation(low) { before += 1 }
    }
    var high = span.bytes.lowerBound
    var after = 0
    while high < bytes.count, !isLineBreak(high), after < Self.scalarsAfter || isContinuation(high) {
      if !isContinuation(high) { after += 1 }
      high += 1
    }
    return SourceExcerpt(
      text: text(of: low..<high), caretOffset: before, caretLength: max(1, min(span.length, after)),
      isCutBefore: low > first && !isLineBreak(low - 1),
      isCutAfter: high < bytes.count && !isLineBreak(high))
  }

  private static let scalarsBefore = 100
  private static let scalarsAfter = 160

  private func isLineBreak(_ index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }

  private func isContinuation(_ index: Int) -> Bool { index < bytes.count && bytes[index] & 0xC0 == 0x80 }
}

/// A stretch of one line of a policy source.
struct SourceSpan: Hashable, Sendable {
  var bytes: Range<Int>
  /// Counted from 1.
  var line: Int
  /// In Unicode scalars, counted from 1.
  var column: Int
  /// In Unicode scalars.
  var length: Int

  /// From the start of this span to the end of a later one on the same line.
  func through(_ last: SourceSpan) -> SourceSpan {
    SourceSpan(
      bytes: bytes.lowerBound..<max(bytes.upperBound, last.bytes.upperBound), line: line, column: column,
      length: max(length, last.column + last.length - column))
  }
}

/// A value with the stretch of source that says it.
struct Located<Value: Sendable>: Sendable {
  var value: Value
  var span: SourceSpan

  init(_ value: Value, _ span: SourceSpan) {
    self.value = value
    self.span = span
  }
}
