/// Reads the members of a version set from its text.
enum VersionSetParser {
  static func members(
    of text: String, isLenient: Bool = false
  ) throws(SpecSyntaxError) -> [VersionSet.Member] {
    var members: [VersionSet.Member] = []
    var offset = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let trimmed = part.drop(while: \.isWhitespace)
      let blanks = part.unicodeScalars.count - trimmed.unicodeScalars.count
      let words = trimmed.split(whereSeparator: \.isWhitespace)
      guard words.count <= 1 else { throw .blank(in: part, at: offset) }
      members.append(try member(String(words.first ?? ""), at: offset + blanks, isLenient: isLenient))
      offset += part.unicodeScalars.count + 1
    }
    return members
  }

  private static func member(
    _ text: String, at offset: Int, isLenient: Bool
  ) throws(SpecSyntaxError) -> VersionSet.Member {
    if text.isEmpty {
      guard isLenient else { throw .emptyMember(at: offset) }
      return .range(VersionRange(lower: .init(""), upper: .init("")))
    }
    if text.utf8.first == UInt8(ascii: "=") {
      let version = String(text.dropFirst())
      if !(isLenient && version.isEmpty) { try check(version, at: offset + 1, isLenient: isLenient) }
      return VersionSet.Member(exactly: Version(version))
    }
    if GitVersionText(text) != nil {
      try check(text, at: offset, isLenient: isLenient)
      return VersionSet.Member(exactly: Version(text))
    }
    return .range(try range(text, at: offset))
  }

  private static func range(_ text: String, at offset: Int) throws(SpecSyntaxError) -> VersionRange {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count <= 2 else { throw .manyColons(text, at: offset) }
    var place = offset
    for end in ends {
      if !end.isEmpty { try check(String(end), at: place) }
      place += end.unicodeScalars.count + 1
    }
    let lower = String(ends[0])
    let upper = String(ends[ends.count - 1])
    let range = VersionRange(
      lower: lower.isEmpty ? .lowest : .init(lower), upper: upper.isEmpty ? .highest : .init(upper))
    if range.isReversed { throw .reversed(lower: lower, upper: upper, text: text, at: offset) }
    return range
  }

  /// Refuses what cannot stand in a version.
  private static func check(_ text: String, at offset: Int, isLenient: Bool = false) throws(SpecSyntaxError) {
    if Version(text).isValid { return }
    if isLenient, let git = GitVersionText(text), VersionReading.isPlain((git.assigned ?? "1").utf8) { return }
    let comparison = text.prefix { "<>=!~^".contains($0) }
    if !comparison.isEmpty { throw .comparison(String(comparison), text: text, at: offset) }
    var position = offset
    for scalar in text.unicodeScalars {
      if !scalar.isASCII || !VersionReading.isPlain([UInt8(truncatingIfNeeded: scalar.value)]) {
        throw .badCharacter(scalar, at: position)
      }
      position += 1
    }
    throw SpecSyntaxError(reason: .malformed, offset: offset, message: "a version is expected here")
  }
}

extension SpecSyntaxError {
  fileprivate static func blank(in part: Substring, at offset: Int) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .malformed, offset: offset, length: part.unicodeScalars.count, message: "a version cannot hold blanks",
      help: "separate versions by a comma without blanks, as in 1.2,1.4")
  }

  fileprivate static func emptyMember(at offset: Int) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .malformed, offset: offset, message: "a version or a range of versions is expected here",
      help: "write a version (1.2), a range (1.2:1.4, :1.4, 1.2:) or exactly one version (=1.2)")
  }

  fileprivate static func manyColons(_ text: String, at offset: Int) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .malformed, offset: offset, length: text.unicodeScalars.count,
      message: "a range of versions has one colon: from:to", help: "separate several ranges by commas")
  }

  fileprivate static func reversed(lower: String, upper: String, text: String, at offset: Int) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .malformed, offset: offset, length: text.unicodeScalars.count,
      message: "the range is empty: \(upper) comes before \(lower)", help: "\(upper):\(lower)")
  }

  fileprivate static func comparison(_ sign: String, text: String, at offset: Int) -> SpecSyntaxError {
    let version = String(text.dropFirst(sign.count))
    let instead: String? =
      switch sign {
      case ">=", ">": version + ":"
      case "<=", "<": ":" + version
      case "==": "=" + version
      default: nil
      }
    return SpecSyntaxError(
      reason: .malformed, offset: offset, length: sign.unicodeScalars.count,
      message: "ranges of versions are written with a colon, not with \(sign)",
      help: instead.flatMap { Version(version).isValid ? $0 : nil })
  }

  fileprivate static func badCharacter(_ scalar: Unicode.Scalar, at offset: Int) -> SpecSyntaxError {
    let shown = scalar.isASCII && scalar.value > 31 && scalar.value < 127 ? "'\(scalar)' " : "this character "
    return SpecSyntaxError(
      reason: .malformed, offset: offset, message: shown + "cannot stand in a version",
      help: "versions are letters, digits, '.', '_' and '-'")
  }
}
