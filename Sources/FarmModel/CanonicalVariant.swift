/// The form of a single variant in which variants are compared: `:=` is read as `=`, and the values of `patches` are cut
/// to the seven characters that pages keep of them.
enum CanonicalVariant {
  static func text(of written: String) -> String {
    let bytes = Array(written.utf8)
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return written }
    let isStrong = equals > 0 && bytes[equals - 1] == UInt8(ascii: ":")
    let name = String(decoding: bytes[..<(isStrong ? equals - 1 : equals)], as: UTF8.self)
    let value = String(decoding: bytes[(equals + 1)...], as: UTF8.self)
    guard NameTable.isSame(name, "patches") else { return isStrong ? name + "=" + value : written }
    let patches = value.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return "patches=" + patches.map { String(decoding: $0.prefix(7), as: UTF8.self) }.joined(separator: ",")
  }
}
