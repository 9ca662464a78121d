/// JSON objects with a checksum as their last field, for the files that one task of a farm writes and another reads.
package enum SealedText {
  private static let field = ",\"checksum\":\""

  /// Adds the checksum to an object in compact layout that has at least one field. Complexity: O(bytes).
  package static func seal(_ object: String) -> String {
    let body = Array(object.utf8.dropLast())
    return String(decoding: body, as: UTF8.self) + field + digest(of: body) + "\"}\n"
  }

  /// The object and its checksum; `nil` where the text was cut or changed since it was sealed. Complexity: O(bytes).
  package static func open(_ bytes: [UInt8]) -> (object: JSONTree, checksum: String)? {
    let tailLength = field.utf8.count + 32 + 3
    guard bytes.count > tailLength else { return nil }
    let body = Array(bytes.dropLast(tailLength))
    let checksum = digest(of: body)
    guard bytes.suffix(tailLength).elementsEqual((field + checksum + "\"}\n").utf8),
      let object = try? JSONTree.read(bytes)
    else { return nil }
    return (object, checksum)
  }

  /// The digest of some bytes, in hexadecimal; see `DocumentBytes.digest`. Complexity: O(bytes).
  package static func digest(of bytes: [UInt8]) -> String {
    let buffer = DocumentBuffer(bytes)
    return withExtendedLifetime(buffer) { buffer.bytes.digest }
  }
}
