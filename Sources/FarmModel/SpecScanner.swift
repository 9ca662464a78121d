/// Reads the characters of a constraint one after the other, counting Unicode scalars.
struct SpecScanner {
  let scalars: [Unicode.Scalar]
  var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var isAtEnd: Bool { position >= scalars.count }
  var next: Unicode.Scalar? { scalar(at: position) }

  func scalar(at position: Int) -> Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  mutating func skipBlanks() {
    while let next, next.properties.isWhitespace { position += 1 }
  }

  /// Passes over a text if it comes next.
  mutating func accept(_ text: String) -> Bool {
    let end = position + text.unicodeScalars.count
    guard end <= scalars.count, scalars[position..<end].elementsEqual(text.unicodeScalars) else { return false }
    position = end
    return true
  }

  /// Passes over characters while they are of a kind, and returns them.
  mutating func take(while isTaken: (UInt8) -> Bool) -> String {
    let start = position
    while let next, next.isASCII, isTaken(UInt8(truncatingIfNeeded: next.value)) { position += 1 }
    return text(start..<position)
  }

  /// A name: letters, digits and `_`, later also `-` and `.`; empty where none stands here.
  mutating func takeName(dotted: Bool = true) -> String {
    guard let next, next.isASCII, SpackSyntax.isWordCharacter(UInt8(truncatingIfNeeded: next.value)) else { return "" }
    return take {
      SpackSyntax.isWordCharacter($0) || $0 == UInt8(ascii: "-") || (dotted && $0 == UInt8(ascii: "."))
    }
  }
}

extension SpecScanner {
  /// Passes over the versions behind an `@`, and returns them without blanks.
  mutating func takeVersions() -> String {
    skipBlanks()
    if let git = takeGitVersion() { return git }
    var members: [String] = []
    repeat {
      members.append(takeVersionOrRange())
    } while acceptComma()
    return members.joined(separator: ",")
  }

  /// A comma with blanks around it, if a version follows.
  private mutating func acceptComma() -> Bool {
    let start = position
    skipBlanks()
    if accept(",") {
      skipBlanks()
      return true
    }
    position = start
    return false
  }

  private mutating func takeVersionOrRange() -> String {
    var text = takeVersion()
    guard accept(":") else { return text }
    text += ":"
    let start = position
    let upper = takeVersion()
    let end = position
    skipBlanks()
    if !upper.isEmpty, next == "=" {
      position = start
      return text
    }
    position = end
    return text + upper
  }

  /// One version, without the dots and dashes at its end, which belong to what follows.
  private mutating func takeVersion() -> String {
    let start = position
    _ = accept("=")
    let nameStart = position
    _ = takeName()
    while position > nameStart, scalars[position - 1] == "." || scalars[position - 1] == "-" { position -= 1 }
    return text(start..<position)
  }

  /// `git.main`, `git.main=1.2`, 40 digits of a commit, with a version behind `=` or not.
  private mutating func takeGitVersion() -> String? {
    let start = position
    if accept("git.") {
      _ = take { SpackSyntax.isWordCharacter($0) || ".-/".utf8.contains($0) }
    } else {
      _ = take(while: SpackSyntax.isHexadecimal)
      let isLonger =
        next.map { $0.isASCII && SpackSyntax.isWordCharacter(UInt8(truncatingIfNeeded: $0.value)) } ?? false
      if position - start != 40 || isLonger {
        position = start
        return nil
      }
    }
    let end = position
    if accept("="), takeVersion().isEmpty { position = end }
    return text(start..<position)
  }
}
