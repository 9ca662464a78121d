import Diagnostics

extension PageReader {
  /// What the lines of the front matter gave.
  struct FrontMatter {
    var title: String?
    var snapshot: String?
    /// Where each of the lines stands that may stand only once, in the order of `Line.allCases`.
    var places: (Int?, Int?, Int?, Int?) = (nil, nil, nil, nil)
    /// Whether the document ends in the middle of a value, so that what is missing behind it is no news.
    var isCutOff = false

    subscript(line: Line) -> Int? {
      get {
        switch line {
        case .title: places.0
        case .categories: places.1
        case .meta: places.2
        case .specDetails: places.3
        }
      }
      set {
        switch line {
        case .title: places.0 = newValue
        case .categories: places.1 = newValue
        case .meta: places.2 = newValue
        case .specDetails: places.3 = newValue
        }
      }
    }
  }

  enum Line: String, CaseIterable {
    case title, categories, meta
    case specDetails = "spec_details"
  }

  mutating func readFrontMatter(_ frontMatter: inout FrontMatter) {
    var offset = bytes.startsWithByteOrderMark ? 3 : 0
    guard isFence(at: offset) else {
      report(.invalidFrontMatter, at: offset, "found no line `---`, with which the front matter of a page begins")
      return
    }
    offset = bytes.lineEnd(from: offset) + 1
    while offset < bytes.count, !isFence(at: offset) {
      offset = readLine(at: offset, &frontMatter)
    }
    if offset >= bytes.count && !frontMatter.isCutOff {
      report(
        .truncated, at: bytes.count, "the document ends before the line `---` that ends the front matter",
        help: "the document is cut off; fetch it again")
      frontMatter.isCutOff = true
    }
    if !frontMatter.isCutOff { reportMissingLines(frontMatter) }
  }

  /// Whether the line is `---`, with nothing but blanks behind.
  func isFence(at offset: Int) -> Bool {
    bytes.stands("---", at: offset) && isRestBlank(from: offset + 3)
  }

  private func isRestBlank(from offset: Int) -> Bool {
    var offset = offset
    while bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t") { offset += 1 }
    if bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
    return offset >= bytes.count || bytes[offset] == UInt8(ascii: "\n")
  }

  /// Reads one line and returns where the next one begins.
  private mutating func readLine(at start: Int, _ frontMatter: inout FrontMatter) -> Int {
    guard let line = Line(firstByte: bytes[start]), bytes.stands(line.text, at: start) else {
      return passOver(lineAt: start)
    }
    let length = line.text.utf8CodeUnitCount
    guard bytes[start + length] == UInt8(ascii: ":") else { return passOver(lineAt: start) }
    if let known = frontMatter[line] {
      reportDuplicate(line.rawValue, at: start, length: length, first: known)
      return bytes.lineEnd(from: start) + 1
    }
    frontMatter[line] = start
    return read(line, valueAt: start + length + 1, &frontMatter)
  }

  private mutating func passOver(lineAt start: Int) -> Int {
    let end = bytes.lineEnd(from: start)
    var contentEnd = end
    if contentEnd > start && bytes[contentEnd - 1] == UInt8(ascii: "\r") { contentEnd -= 1 }
    if let place = bytes.firstUnreadable(in: start..<contentEnd) {
      let isControl = bytes[place] < 0x20
      report(
        JSONFault(reason: isControl ? .controlCharacter : .invalidUTF8, offset: place, expected: "text in UTF-8"))
    }
    return end + 1
  }

  private mutating func read(_ line: Line, valueAt start: Int, _ frontMatter: inout FrontMatter) -> Int {
    switch line {
    case .title: frontMatter.title = readTitle(at: start)
    case .categories: frontMatter.snapshot = readSnapshot(at: start)
    case .meta, .specDetails: return readJSON(line, at: start, &frontMatter)
    }
    return bytes.lineEnd(from: start) + 1
  }

  private mutating func readJSON(_ line: Line, at start: Int, _ frontMatter: inout FrontMatter) -> Int {
    var cursor = JSONCursor(bytes, from: start, spansLines: false)
    do throws(JSONFault) {
      if line == .meta { try readMeta(&cursor) } else { try readSpecs(&cursor) }
      cursor.skipBlanks()
      guard isRestBlank(from: cursor.offset) else { throw cursor.fault(expected: "the end of the line") }
      return bytes.lineEnd(from: cursor.offset) + 1
    } catch {
      report(error)
      frontMatter.isCutOff = error.reason == .unexpectedEnd
      return bytes.lineEnd(from: min(error.offset, bytes.count)) + 1
    }
  }

  private mutating func reportMissingLines(_ frontMatter: FrontMatter) {
    for line in Line.allCases where frontMatter[line] == nil {
      report(
        line == .title ? .missingTitle : .missingKey, at: 0, length: 3,
        "the front matter has no line `\(line.rawValue): \(line.form)`")
    }
  }

  mutating func reportDuplicate(_ key: String, at offset: Int, length: Int, first: Int) {
    problems.report(
      DocumentProblem(
        code: .duplicateKey, offset: offset, length: length,
        message: "the key `\(key)` stands here for the second time",
        notes: ["it stands first at \(bytes.label(file: "", offset: first).place.lineAndColumn)"]))
  }
}

extension PageReader.Line {
  var text: StaticString {
    switch self {
    case .title: "title"
    case .categories: "categories"
    case .meta: "meta"
    case .specDetails: "spec_details"
    }
  }

  /// The line that a first byte can begin.
  init?(firstByte: UInt8) {
    switch firstByte {
    case UInt8(ascii: "t"): self = .title
    case UInt8(ascii: "c"): self = .categories
    case UInt8(ascii: "m"): self = .meta
    case UInt8(ascii: "s"): self = .specDetails
    default: return nil
    }
  }

  /// What the line looks like, for messages.
  var form: String {
    switch self {
    case .title: "\"PACKAGE\""
    case .categories: "[package, SNAPSHOT]"
    case .meta: "{…}"
    case .specDetails: "[{…}, …]"
    }
  }
}
