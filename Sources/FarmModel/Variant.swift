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

  /// How many characters of a patch's checksum pages print.
  static let patchLength = 7
}

extension Variant.Value {
  /// Reads what stands behind the `=`.
  init(_ text: some StringProtocol) {
    switch text {
    case "true", "True", "TRUE": self = .on
    case "false", "False", "FALSE": self = .off
    default: self = .values(text.split(separator: ",", omittingEmptySubsequences: false).map { String($0) })
    }
  }
}
