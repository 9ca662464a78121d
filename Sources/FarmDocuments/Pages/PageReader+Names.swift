import Diagnostics

extension PageReader {
  /// Reads the value of `title`, a YAML scalar in double quotes, single quotes or none.
  mutating func readTitle(at start: Int) -> String? {
    let range = contentOfLine(from: start)
    if let place = bytes.firstUnreadable(in: range) {
      report(
        JSONFault(
          reason: bytes[place] < 0x20 ? .controlCharacter : .invalidUTF8, offset: place, expected: "text in UTF-8"))
      return nil
    }
    guard let scalar = scalar(in: range), !scalar.text.isEmpty, isRestEmpty(from: scalar.end, to: range.upperBound)
    else {
      let isMissing = range.isEmpty || bytes.text(range) == "\"\""
      report(
        isMissing ? .missingTitle : .invalidFrontMatter, at: range.lowerBound, length: max(1, range.count),
        "found \(found(range)) as the title; expected the package's name, as in `title: \"zlib\"`")
      return nil
    }
    return scalar.text
  }

  /// Reads the value of `categories`, a YAML list in brackets, and returns the second: the snapshot.
  mutating func readSnapshot(at start: Int) -> String? {
    let range = contentOfLine(from: start)
    if let categories, categories.text.elementsEqual(bytes.slice(range)) { return categories.snapshot }
    guard let items = items(in: range), items.count >= 2, items[0] == "package", !items[1].isEmpty else {
      report(
        .invalidFrontMatter, at: range.lowerBound, length: max(1, range.count),
        "found \(found(range)) as the categories; expected `[package, SNAPSHOT]`, as in `[package, develop]`")
      return nil
    }
    categories = (Array(bytes.slice(range)), items[1])
    return items[1]
  }

  private func found(_ range: Range<Int>) -> String {
    if range.isEmpty { return "nothing" }
    let text = bytes.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 60))
    return "`\(text)`" + (range.count > 60 ? " …" : "")
  }

  /// The rest of a line without the blanks around it.
  private func contentOfLine(from start: Int) -> Range<Int> {
    var first = start
    var end = bytes.lineEnd(from: start)
    if end > first && bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    while end > first && isBlank(end - 1) { end -= 1 }
    while first < end && isBlank(first) { first += 1 }
    return first..<end
  }

  private func isBlank(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
  }

  /// Whether nothing but a comment follows.
  private func isRestEmpty(from start: Int, to end: Int) -> Bool {
    var offset = start
    while offset < end && isBlank(offset) { offset += 1 }
    return offset >= end || (offset > start && bytes[offset] == UInt8(ascii: "#"))
  }

  private func items(in range: Range<Int>) -> [String]? {
    guard bytes.firstUnreadable(in: range) == nil, !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "[")
    else { return nil }
    var items: [String] = []
    var offset = range.lowerBound + 1
    while let item = scalar(in: offset..<range.upperBound, isInList: true) {
      items.append(item.text)
      offset = item.end
      while offset < range.upperBound && isBlank(offset) { offset += 1 }
      guard offset < range.upperBound else { return nil }
      if bytes[offset] == UInt8(ascii: "]") {
        return isRestEmpty(from: offset + 1, to: range.upperBound) ? items : nil
      }
      guard bytes[offset] == UInt8(ascii: ",") else { return nil }
      offset += 1
    }
    return nil
  }

  /// Reads one scalar at the start of a range; `nil` where there is none.
  private func scalar(in range: Range<Int>, isInList: Bool = false) -> (text: String, end: Int)? {
    var start = range.lowerBound
    while start < range.upperBound && isBlank(start) { start += 1 }
    guard start < range.upperBound else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""):
      var cursor = JSONCursor(bytes, from: start, spansLines: false)
      guard let text = try? cursor.readString(), cursor.offset <= range.upperBound else { return nil }
      return (cursor.string(text), cursor.offset)
    case UInt8(ascii: "'"):
      let end = bytes.offset(of: UInt8(ascii: "'"), from: start + 1)
      return end < range.upperBound ? (bytes.text(start + 1..<end), end + 1) : nil
    default:
      return plainScalar(from: start, to: range.upperBound, isInList: isInList)
    }
  }

  private func plainScalar(from start: Int, to limit: Int, isInList: Bool) -> (text: String, end: Int)? {
    // These characters begin something else in YAML.
    guard !"[]{},#&*!|>%@`?:".utf8.contains(bytes[start]) else { return nil }
    var end = start
    while end < limit {
      if isInList && (bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "]")) { break }
      if bytes[end] == UInt8(ascii: "#") && isBlank(end - 1) { break }
      end += 1
    }
    var last = end
    while last > start && isBlank(last - 1) { last -= 1 }
    return (bytes.text(start..<last), isInList ? end : last)
  }
}

extension SourcePlace {
  /// `line 3, column 14`, for a second place in the same file.
  var lineAndColumn: String { "line \(line), column \(column)" }
}
