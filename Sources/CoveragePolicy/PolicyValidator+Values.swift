import Diagnostics
import FarmModel

extension PolicyValidator {
  /// The patterns of a list of names; `dimension` is `nil` for snapshots, `variants` for variants.
  mutating func names(_ names: [Located<String>], _ dimension: Dimension?) -> [NamePattern] {
    checkRepetition(names)
    return names.map { name in
      checkName(name, dimension)
      let text = dimension == .compiler ? Self.canonicalCompiler(name.value) : name.value
      return NamePattern(text, place: source.place(of: name.span), excerpt: source.excerpt(of: name.span))
    }
  }

  mutating func checkRepetition(_ names: [Located<String>]) {
    guard names.count > 1 else { return }
    var seen: [[UInt8]: SourceSpan] = [:]
    for name in names {
      if let first = seen.updateValue(name.span, forKey: Array(name.value.utf8)) {
        report(
          .repeatedName, Message.repeated(name.value), source.label(name.span, "again"),
          source.label(first, "first here"), severity: .warning)
      }
    }
  }

  private mutating func checkName(_ name: Located<String>, _ dimension: Dimension?) {
    guard Glob.isClosed(name.value.utf8) else {
      return report(.malformedName, Message.openSet, source.label(name.span), help: "write sets as `[a-z]`")
    }
    switch dimension {
    case .compiler: checkCompiler(name)
    case .package where name.value.utf8.contains(where: { "@%+~=".utf8.contains($0) }):
      report(.malformedName, Message.specForPackage, source.label(name.span), help: Message.specForPackageHelp)
    default: break
    }
  }

  private mutating func checkCompiler(_ name: Located<String>) {
    if name.value.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "%") }) {
      let range = name.value.utf8.first == UInt8(ascii: "%") ? name.value : "%" + name.value
      report(.malformedName, Message.compilerRange, source.label(name.span), help: "write `with \(range)`")
    } else if !name.value.utf8.contains(UInt8(ascii: "@")), !NamePattern(name.value).isGlob {
      report(
        .compilerWithoutVersion, Message.compilerWithoutVersion(name.value), source.label(name.span),
        severity: .warning, help: "write `compilers \(name.value)@*`, or `with %\(name.value)`")
    }
  }

  /// `gcc@=11.4.0` for `gcc@11.4.0`, as compilers are compared.
  private static func canonicalCompiler(_ name: String) -> String {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let next = parts[1].utf8.first, !"=?[".utf8.contains(next) else { return name }
    return "\(parts[0])@=\(parts[1])"
  }

  /// A number of at least `least`.
  mutating func number(_ text: Located<String>, atLeast least: Int) -> Int? {
    let isDigits = text.value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isDigits, let number = Int(text.value), (least...PolicyLimits.number).contains(number) { return number }
    report(.malformedNumber, Message.number(text.value, atLeast: least), source.label(text.span))
    return nil
  }

  /// A range as the text with its `@` says it.
  mutating func range(_ text: Located<String>) -> VersionSet? {
    do throws(SpecSyntaxError) {
      return try VersionSet(String(text.value.dropFirst()))
    } catch {
      report(.malformedRange, error.message, label(error, in: text, skipping: 1), help: error.help)
      return nil
    }
  }

  /// The texts of versions named one by one.
  mutating func versions(_ names: [Located<String>]) -> [String]? {
    checkRepetition(names)
    let errorsBefore = errorCount
    for name in names { checkVersion(name) }
    return errorCount == errorsBefore ? names.map(\.value) : nil
  }

  /// One version of a pattern: a text or a range.
  mutating func versionPattern(_ name: Located<String>) -> Pattern.VersionPattern? {
    if name.value.utf8.first == UInt8(ascii: "@") { return range(name).map { .within($0) } }
    checkVersion(name)
    return .exactly(name.value)
  }

  private mutating func checkVersion(_ name: Located<String>) {
    guard name.value.utf8.contains(where: { "*?[:@".utf8.contains($0) }) || name.value.utf8.first == 0x3D else {
      return
    }
    report(
      .malformedName, Message.version(name.value), source.label(name.span),
      help: "a range begins with `@`: `@1.2` is 1.2 and all 1.2.x, `@1.2:` everything from there")
  }

  mutating func constraint(_ text: Located<String>) -> SpecConstraint? {
    do throws(SpecSyntaxError) {
      return try SpecConstraint(text.value)
    } catch {
      let code: PolicyCode = error.reason == .unanswerable ? .unanswerableConstraint : .malformedConstraint
      report(code, error.message, label(error, in: text, skipping: 0), help: error.help)
      return nil
    }
  }

  /// Where in the source a syntax error of a range or constraint stands. Runs of blanks in the source are one blank in
  /// the text, so a place behind one is looked for from the end.
  private func label(_ error: SpecSyntaxError, in text: Located<String>, skipping: Int) -> Diagnostic.Label {
    var span = text.span
    let before = Array(text.value.unicodeScalars.prefix(error.offset + skipping))
    var byte = span.bytes.lowerBound
    var column = span.column
    for scalar in before where byte < span.bytes.upperBound {
      byte += UTF8.width(scalar)
      column += 1
      while scalar == " ", byte < span.bytes.upperBound, Self.isBlank(source.bytes[byte]) {
        byte += 1
        column += 1
      }
    }
    span.length = max(1, min(error.length, span.column + span.length - column))
    span.bytes = min(byte, span.bytes.upperBound)..<span.bytes.upperBound
    span.column = column
    return source.label(span)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

private enum Message {
  static let openSet = "a `[` in a name begins a set of characters, which lacks its `]`"
  static let specForPackage = "a package is named alone, without version, compiler or variants"
  static let specForPackageHelp = "versions have a part of their own: `packages hdf5 with versions @1.12:`"
  static let compilerRange = "a compiler is named with one version; this is a constraint"

  static func repeated(_ name: String) -> String { "`\(name)` is named twice" }

  static func compilerWithoutVersion(_ name: String) -> String {
    "`\(name)` is a compiler without a version, which no build has"
  }

  static func version(_ text: String) -> String { "`\(text)` is not the text of one version" }

  static func number(_ text: String, atLeast least: Int) -> String {
    "`\(text)` stands where a number from \(least) to \(PolicyLimits.number) is expected"
  }
}
