/// A Markdown text that never grows beyond its limit, and knows what did not fit.
struct MarkdownPage {
  /// What a comment on GitHub takes is 65,536 characters; bytes are counted, which are never fewer.
  static let limit = 65_000
  /// Kept free for closing what is open and for saying what was cut.
  private static let reserve = 500

  private(set) var text = ""
  private var size = 0

  /// Appends a block, unless it would not fit.
  mutating func append(_ block: String) -> Bool {
    let length = block.utf8.count
    guard size + length <= MarkdownPage.limit - MarkdownPage.reserve else { return false }
    text += block
    size += length
    return true
  }

  /// Appends a closing line out of the reserve.
  mutating func close(_ block: String) {
    text += block
    size += block.utf8.count
  }
}
