import BuildPlanner

/// Whether a spec holds nothing but the fields of its build, which were checked: the planner makes it of these, and it is
/// checked all the same.
enum SpecSpelling {
  /// Complexity: O(bytes) where the words stand in the planner's order.
  static func isSpec(_ text: String, of build: PlannedBuild) -> Bool {
    isInOrder(text, of: build) || isOfWords(text, of: build)
  }

  /// Whether the spec has the build's words in the planner's order, some perhaps left out.
  private static func isInOrder(_ text: String, of build: PlannedBuild) -> Bool {
    let bytes = text.utf8.span
    var position = 0
    guard skip(build.package, in: bytes, &position), skip("@=", in: bytes, &position),
      skip(build.version, in: bytes, &position)
    else { return false }
    for variant in build.variants { skipWord("", variant, in: bytes, &position) }
    skipWord("platform=", build.platform, in: bytes, &position)
    skipWord("os=", build.os, in: bytes, &position)
    skipWord("target=", build.target, in: bytes, &position)
    if let compiler = build.compiler { skipWord("%", compiler, in: bytes, &position) }
    return position == bytes.count
  }

  /// Skips a blank and a word, which a blank or the end follows, if they come next.
  private static func skipWord(_ sign: String, _ value: String, in text: Span<UInt8>, _ position: inout Int) {
    var next = position
    guard skip(" ", in: text, &next), skip(sign, in: text, &next), skip(value, in: text, &next),
      next == text.count || text[next] == UInt8(ascii: " ")
    else { return }
    position = next
  }

  private static func skip(_ value: String, in text: Span<UInt8>, _ position: inout Int) -> Bool {
    let value = value.utf8.span
    guard value.count <= text.count - position else { return false }
    for index in value.indices where text[position + index] != value[index] { return false }
    position += value.count
    return true
  }

  /// The same for words in any order, and for a locked spec by its hash.
  private static func isOfWords(_ text: String, of build: PlannedBuild) -> Bool {
    // Other characters may equal ASCII without being the same bytes.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    if let hash = build.hash, text == "\(build.package)/\(hash)" { return true }
    var words = Set(build.variants)
    words.formUnion(["platform=" + build.platform, "os=" + build.os, "target=" + build.target])
    if let compiler = build.compiler { words.insert("%" + compiler) }
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
    return parts.first == "\(build.package)@=\(build.version)" && parts.dropFirst().allSatisfy(words.contains)
  }
}
