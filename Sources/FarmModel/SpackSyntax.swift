/// What Spack's own syntax allows in names: ASCII only, whatever a document holds, and at most 256 bytes.
package enum SpackSyntax {
  /// The longest name that is taken, in bytes.
  package static let longestName = 256

  /// A package name, such as `py-numpy`.
  package static func isPackageName(_ text: String) -> Bool { isName(text) { isWordCharacter($0) || $0 == dash } }

  /// A version that Spack could read, git references among them.
  package static func isVersion(_ text: String) -> Bool {
    isShort(text) && text.utf8.first.map(isWordCharacter) == true && Version(text).isValid
  }

  /// A target, such as `x86_64_v3`.
  package static func isTarget(_ text: String) -> Bool { isDottedName(text) }

  /// An operating system, such as `ubuntu22.04`.
  package static func isOperatingSystem(_ text: String) -> Bool { isDottedName(text) }

  /// A platform, such as `linux`.
  package static func isPlatform(_ text: String) -> Bool { isDottedName(text) }

  /// A stack, such as `ml-linux-x86_64-cuda`.
  package static func isStack(_ text: String) -> Bool { isDottedName(text) }

  /// The hash of a spec: 32 characters of base32.
  package static func isHash(_ text: String) -> Bool { PackedHash(text) != nil }

  /// A compiler as documents write it: `gcc@=11.4.0`, `gcc@11.4.0` or `gcc`.
  package static func isCompiler(_ text: String) -> Bool {
    guard isShort(text) else { return false }
    let compiler = Compiler(written: text)
    return isPackageName(compiler.name) && (!text.utf8.contains(UInt8(ascii: "@")) || isVersion(compiler.version))
  }

  /// A variant with its value: `+mpi`, `~ipo`, `build_type=Release`, `libs:=shared,static`.
  package static func isVariant(_ text: String) -> Bool {
    guard isShort(text), text.utf8.first != dash else { return false }
    let variant = Variant(written: text)
    guard isDottedName(variant.name) else { return false }
    switch variant.value {
    case .on, .off: return true
    case .unrecorded: return false
    case .values(let values): return values.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isPlainValueCharacter) }
    }
  }
}

extension SpackSyntax {
  private static let dash = UInt8(ascii: "-")

  private static func isShort(_ text: String) -> Bool { text.utf8.count <= longestName }

  /// Begins with a letter, a digit or `_`, so that it is never taken for an option.
  private static func isName(_ text: String, _ isAllowed: (UInt8) -> Bool) -> Bool {
    guard isShort(text), let first = text.utf8.first, isWordCharacter(first) else { return false }
    return text.utf8.allSatisfy(isAllowed)
  }

  private static func isDottedName(_ text: String) -> Bool {
    isName(text) { isWordCharacter($0) || $0 == dash || $0 == UInt8(ascii: ".") }
  }

  /// What may stand in the value of a variant without quotes.
  static func isValueCharacter(_ byte: UInt8) -> Bool {
    isWordCharacter(byte) || "-+*.,:=~/\\".utf8.contains(byte)
  }

  /// As above, without what a shell or Spack would expand.
  private static func isPlainValueCharacter(_ byte: UInt8) -> Bool {
    isWordCharacter(byte) || "-+.:=/".utf8.contains(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  static func isLetter(_ byte: UInt8) -> Bool {
    isLowercase(byte) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
  }

  static func isLowercase(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"))
  }

  /// A letter, a digit or `_`.
  static func isWordCharacter(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }
}
