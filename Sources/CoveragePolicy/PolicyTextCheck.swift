import Diagnostics

/// Refuses what is no text before anything tries to read it as policies.
enum PolicyTextCheck {
  /// The one diagnostic of a file that is too large, binary or not UTF-8; `nil` for text. Complexity: O(bytes).
  static func diagnose(_ source: PolicySource) -> Diagnostic? {
    if source.bytes.count > PolicyLimits.fileSize { return tooLarge(source) }
    if source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) {
      return notText(source, at: 0, "it is UTF-16; save it as UTF-8")
    }
    if let zero = source.bytes.firstIndex(of: 0) {
      return notText(source, at: zero, "it is binary: it holds a zero byte")
    }
    if String(validating: source.bytes, as: UTF8.self) != nil { return nil }
    return notText(source, at: firstInvalid(source.bytes), "it is not UTF-8")
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var position = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { position += scalar.count }
    return position
  }

  private static func notText(_ source: PolicySource, at position: Int, _ reason: String) -> Diagnostic {
    let before = source.bytes[..<position]
    let line = before.count(where: { $0 == 0x0A }) + 1
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = before[lineStart...].count(where: { $0 & 0xC0 != 0x80 }) + 1
    let place = SourcePlace(file: source.file, line: line, column: column)
    return Diagnostic(
      code: PolicyCode.notText.rawValue, message: "this is no policy file: \(reason)",
      labels: [Diagnostic.Label(place: place)], help: "policies are plain text in UTF-8")
  }

  private static func tooLarge(_ source: PolicySource) -> Diagnostic {
    Diagnostic(
      code: PolicyCode.tooLarge.rawValue,
      message: "a policy file has at most \(PolicyLimits.fileSize >> 20) MiB, this one has \(source.bytes.count) bytes",
      labels: [Diagnostic.Label(place: SourcePlace(file: source.file))])
  }
}
