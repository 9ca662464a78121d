/// The kinds of documents, told apart by their content.
///
/// A further kind takes a case here, a rule in `recognise`, and a branch in `DocumentReader.read`; nothing else asks
/// what a document is.
package enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  /// A package page of cache.spack.io.
  case page
  /// A Spack buildcache index.
  case index
  /// A Spack lock file.
  case lock
  /// The manifest of an index in the layout v3; it becomes an index when the blob is read that it names.
  case manifest
  /// A mirror's list of its indexes; it holds no specs.
  case siteIndex

  /// What the start of a file is the start of; `nil` where it is no document.
  ///
  /// A page has a line `---` at the start and, in its front matter, one of the lines that only pages have. Complexity:
  /// O(length of the front matter's lines).
  static func recognise(_ bytes: DocumentBytes) -> DocumentKind? {
    let start = bytes.startsWithByteOrderMark ? 3 : 0
    guard bytes.stands("---", at: start) else { return recogniseObject(bytes, from: start) }
    var line = bytes.lineEnd(from: start) + 1
    while line < bytes.count && !bytes.stands("---", at: line) {
      if bytes.stands("spec_details:", at: line) || bytes.stands("meta: {", at: line)
        || bytes.stands("categories: [package", at: line)
      {
        return .page
      }
      line = bytes.lineEnd(from: line) + 1
    }
    return nil
  }
}
