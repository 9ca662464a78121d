/// What the text of a version says, before it is kept as a `Version`.
struct VersionReading {
  let key: [UInt8]
  let gitReference: String?
  let isValid: Bool
  let isBranch: Bool
  let isPrerelease: Bool

  /// Reads a plain version (`1.2rc1`) or one that stands for a git reference (`git.main=1.2`, 40 digits of a commit
  /// with or without `=1.2`). A reference to which no version is assigned comes after all versions, as in Spack.
  init(_ text: String) {
    if let numericKey = VersionComponents.key(ofNumbers: text.utf8.span) {
      key = numericKey
      gitReference = nil
      isValid = true
      isBranch = false
      isPrerelease = false
      return
    }
    guard let git = GitVersionText(text) else {
      let components = VersionComponents(text.utf8)
      key = components.key
      gitReference = nil
      isValid = VersionReading.isPlain(text.utf8)
      isBranch = components.hasBranchName
      isPrerelease = components.hasPrereleaseWord
      return
    }
    let components = VersionComponents((git.assigned ?? "").utf8)
    let place = git.assigned == nil ? [VersionComponents.afterAll] : components.key
    key = place + [VersionComponents.gitMark] + Array(git.reference.utf8)
    gitReference = String(git.reference)
    isValid = git.isValid
    isBranch = components.hasBranchName
    isPrerelease = components.hasPrereleaseWord
  }

  /// Letters, digits, `_`, `.` and `-`, at least one.
  static func isPlain(_ text: some Collection<UInt8>) -> Bool {
    !text.isEmpty
      && text.allSatisfy { SpackSyntax.isWordCharacter($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }
}

/// The two parts of a version that stands for a git reference.
struct GitVersionText {
  let reference: Substring
  /// The version behind `=`, if any; the part of a text with two `=` is refused by `isValid` only.
  let assigned: Substring?
  private let hasPrefix: Bool

  /// `nil` for the text of a plain version.
  init?(_ text: String) {
    let hasEquals = text.utf8.dropFirst().contains(UInt8(ascii: "="))
    hasPrefix = text.utf8.starts(with: "git.".utf8)
    guard hasPrefix || hasEquals || GitVersionText.isCommit(text.utf8) else { return nil }
    let rest = hasPrefix ? text.dropFirst(4) : text[...]
    if let equals = rest.utf8.dropFirst(hasPrefix ? 0 : 1).firstIndex(of: UInt8(ascii: "=")) {
      reference = rest[..<equals]
      assigned = rest[rest.utf8.index(after: equals)...]
    } else {
      reference = rest
      assigned = nil
    }
  }

  /// Whether Spack would read it.
  var isValid: Bool {
    guard !reference.isEmpty else { return false }
    let slash = UInt8(ascii: "/")
    let isReferenceValid =
      hasPrefix
      ? VersionReading.isPlain(reference.utf8.lazy.map { $0 == slash ? UInt8(ascii: "_") : $0 })
      : VersionReading.isPlain(reference.utf8)
    return isReferenceValid && (assigned.map { VersionReading.isPlain($0.utf8) } ?? true)
  }

  private static func isCommit(_ text: String.UTF8View) -> Bool {
    text.count == 40 && text.allSatisfy(SpackSyntax.isHexadecimal)
  }
}
