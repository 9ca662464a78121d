extension Variant {
  /// Whether a written variant is only a name without a value, as pages of 2022 and 2023 list them.
  package static func isBareName(_ written: String) -> Bool {
    switch written.utf8.first {
    case UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "-"): false
    default: !written.utf8.contains(UInt8(ascii: "="))
    }
  }
}
