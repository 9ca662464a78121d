/// One variant of a spec, read from the way in which documents write it.
package struct Variant: Hashable, Sendable {
  /// What a variant is set to.
  package enum Value: Hashable, Sendable {
    case on
    case off
    /// One or more values, as written.
    case values([String])
    /// The document lists the name only.
    case unrecorded
  }

  /// The name without a sign.
  package var name: String
  /// What it is set to.
  package var value: Value

  package init(name: String, value: Value) {
    self.name = name
    self.value = value
  }

  /// Reads `+mpi`, `~ipo`, `build_type=Release`, `libs:=shared,static` or a bare name.
  package init(written: String) {
    let text = written.utf8
    switch text.first {
    case UInt8(ascii: "+"): self.init(name: String(written.dropFirst()), value: .on)
    case UInt8(ascii: "~"), UInt8(ascii: "-"): self.init(name: String(written.dropFirst()), value: .off)
    default:
      guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else {
        self.init(name: written, value: .unrecorded)
        return
      }
      var name = written[..<equals]
      if name.utf8.last == UInt8(ascii: ":") { name = name.dropLast() }
      self.init(name: String(name), value: Value(written[text.index(after: equals)...]))
    }
  }

  /// The form used to compare: `:=` written as `=`, several values sorted, those of `patches` cut to 7 characters.
  package var canonical: String {
    switch value {
    case .on: return "+" + name
    case .off: return "~" + name
    case .unrecorded: return name
    case .values(let values):
      let kept = name == "patches" ? values.map { String($0.prefix(Variant.patchLength)) } : values
      return name + "=" + NameTable(kept).names.joined(separator: ",")
    }
  }

  /// Whether a written variant surely is in the form used to compare: a switch, a bare name, or a name with one value
  /// that no rule changes. Complexity: O(length), without making a string.
  static func isCanonical(_ written: String) -> Bool {
    let text = written.utf8.span
    guard text.count > 0 else { return true }
    switch text[0] {
    case UInt8(ascii: "+"), UInt8(ascii: "~"): return true
    case UInt8(ascii: "-"): return false
    default: break
    }
    guard let equals = text.indices.first(where: { text[$0] == UInt8(ascii: "=") }) else { return true }
    // `true` and `false` make a switch, in the spellings that `Value` knows.
    if equals + 1 < text.count {
      let first = text[equals + 1] | 0x20
      if first == UInt8(ascii: "t") || first == UInt8(ascii: "f") { return false }
    }
    if equals > 0, text[equals - 1] == UInt8(ascii: ":") { return false }
    return !text.begins(with: patchLead) && !(equals..<text.count).contains { text[$0] == UInt8(ascii: ",") }
  }

  /// The form used to compare of `patches=` with checksums in letters and digits, which nearly every package has of its
  /// own; `nil` for anything else.
  static func canonicalPatches(_ written: String) -> String? {
    let text = written.utf8.span
    guard text.begins(with: patchLead), text.count > patchLead.utf8CodeUnitCount else { return nil }
    let start = patchLead.utf8CodeUnitCount
    let first = text[start]
    // They may be `true` and `false`.
    if first == UInt8(ascii: "t") || first == UInt8(ascii: "f") && text.count == start + 5 { return nil }
    // What is kept of a checksum, as the high bytes of a number: so the numbers compare as the texts do.
    var checksums: [UInt64] = []
    var checksum: UInt64 = 0
    var length = 0
    for index in start..<text.count {
      switch text[index] {
      case UInt8(ascii: ","):
        checksums.append(checksum)
        (checksum, length) = (0, 0)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        if length == patchLength { continue }
        length += 1
        checksum |= UInt64(text[index]) << UInt64(64 - 8 * length)
      default: return nil
      }
    }
    checksums.append(checksum)
    checksums.sort()
    return canonicalPatches(checksums)
  }

  /// Takes checksums in order, and writes each once.
  private static func canonicalPatches(_ checksums: [UInt64]) -> String {
    var text = Array("patches=".utf8)
    for (position, checksum) in checksums.enumerated() {
      if position > 0 {
        if checksum == checksums[position - 1] { continue }
        text.append(UInt8(ascii: ","))
      }
      var rest = checksum
      while rest != 0 {
        text.append(UInt8(truncatingIfNeeded: rest >> 56))
        rest <<= 8
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let patchLead: StaticString = "patches="

  /// How many characters of a patch's checksum pages print.
  static let patchLength = 7
}

extension Variant.Value {
  /// Reads what stands behind the `=`.
  init(_ text: some StringProtocol) {
    switch text {
    case "true", "True", "TRUE": self = .on
    case "false", "False", "FALSE": self = .off
    default:
      let values = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      self = .values(values.map { String(decoding: $0, as: UTF8.self) })
    }
  }
}

extension Span<UInt8> {
  /// Whether the text stands at the start.
  fileprivate func begins(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { bytes in bytes.indices.allSatisfy { self[$0] == bytes[$0] } }
  }
}
