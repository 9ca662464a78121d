/// Remembers which names are within a syntax: few different ones stand in many builds, and each is looked at once.
///
/// Only for syntaxes that allow ASCII alone; a name of other characters is always looked at, for it may equal a name
/// that was accepted without being the same bytes.
package struct AcceptedNames: Sendable {
  private var names: Set<String> = []
  private var last = ""
  private var lastList: [String] = []

  package init() {}

  /// Whether a name is allowed, by a test that always says the same of the same bytes. Complexity: O(bytes), and the
  /// test where the name is new.
  package mutating func accepts(_ name: String, _ isAllowed: (String) -> Bool) -> Bool {
    if !last.isEmpty, NameTable.isSame(last, name) { return true }
    if !(names.contains(name) && AcceptedNames.isASCII(name.utf8.span)) {
      guard isAllowed(name) else { return false }
      names.insert(name)
    }
    last = name
    return true
  }

  private static func isASCII(_ text: Span<UInt8>) -> Bool {
    var bits: UInt8 = 0
    for index in text.indices { bits |= text[index] }
    return bits < 0x80
  }

  /// The first name of a list that is not allowed. Lists that follow each other are mostly alike.
  package mutating func firstRefused(in list: [String], _ isAllowed: (String) -> Bool) -> String? {
    for (position, name) in list.enumerated() {
      if position < lastList.count, NameTable.isSame(lastList[position], name) { continue }
      if !accepts(name, isAllowed) { return name }
    }
    lastList = list
    return nil
  }
}
