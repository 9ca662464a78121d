extension NamePattern {
  /// Whether a name is the one this says, or is matched by its glob, byte by byte.
  ///
  /// `*` is any bytes, `?` one byte, `[a-z_]` one byte of a set, `[!x]` one byte outside it. The rule that the aggregate
  /// stack is never matched by a glob is the caller's. Complexity: O(name × pattern) at worst, without backtracking
  /// beyond the last `*`.
  package func matches(_ name: String) -> Bool {
    let pattern = text.utf8
    let name = name.utf8
    guard isGlob else { return pattern.elementsEqual(name) }
    let fast = pattern.withContiguousStorageIfAvailable { pattern in
      name.withContiguousStorageIfAvailable { name in Glob.matches(pattern[...], name[...]) }
    }
    return (fast ?? nil) ?? Glob.matches(pattern, name)
  }
}

/// Shell globs over bytes.
enum Glob {
  /// Matches a whole name. After a mismatch only the last `*` takes one more byte: an earlier `*` need never be tried
  /// again, since whatever it could match, the last one can match too.
  static func matches<Pattern: Collection<UInt8>, Name: Collection<UInt8>>(_ pattern: Pattern, _ name: Name) -> Bool {
    var patternIndex = pattern.startIndex
    var nameIndex = name.startIndex
    var retry: (pattern: Pattern.Index, name: Name.Index)?
    while nameIndex < name.endIndex {
      if patternIndex < pattern.endIndex, pattern[patternIndex] == UInt8(ascii: "*") {
        patternIndex = pattern.index(after: patternIndex)
        retry = (patternIndex, nameIndex)
      } else if patternIndex < pattern.endIndex, let next = step(pattern, patternIndex, name[nameIndex]) {
        patternIndex = next
        nameIndex = name.index(after: nameIndex)
      } else if let last = retry {
        let longer = name.index(after: last.name)
        retry = (last.pattern, longer)
        (patternIndex, nameIndex) = (last.pattern, longer)
      } else {
        return false
      }
    }
    return pattern[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Whether every `[` of a pattern has its `]`.
  static func isClosed(_ pattern: some Collection<UInt8>) -> Bool {
    var index = pattern.startIndex
    while index < pattern.endIndex {
      if pattern[index] == UInt8(ascii: "[") {
        guard let end = endOfSet(pattern, index) else { return false }
        index = end
      }
      index = pattern.index(after: index)
    }
    return true
  }

  /// The position behind the pattern's next element if that matches the byte.
  private static func step<Pattern: Collection<UInt8>>(
    _ pattern: Pattern, _ index: Pattern.Index, _ byte: UInt8
  ) -> Pattern.Index? {
    let behind = pattern.index(after: index)
    switch pattern[index] {
    case UInt8(ascii: "?"): return behind
    case UInt8(ascii: "["):
      guard let end = endOfSet(pattern, index) else { return byte == UInt8(ascii: "[") ? behind : nil }
      return set(pattern[behind..<end], holds: byte) ? pattern.index(after: end) : nil
    case let letter: return letter == byte ? behind : nil
    }
  }

  /// The position of the `]` of a set; one that comes first in the set is an ordinary member.
  private static func endOfSet<Pattern: Collection<UInt8>>(
    _ pattern: Pattern, _ opening: Pattern.Index
  ) -> Pattern.Index? {
    var first = pattern.index(after: opening)
    if first < pattern.endIndex, isNegation(pattern[first]) { first = pattern.index(after: first) }
    guard first < pattern.endIndex else { return nil }
    return pattern[pattern.index(after: first)...].firstIndex(of: UInt8(ascii: "]"))
  }

  private static func isNegation(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "!") || byte == UInt8(ascii: "^") }

  private static func set(_ members: some Collection<UInt8>, holds byte: UInt8) -> Bool {
    var rest = members[...]
    let isNegated = rest.first.map(isNegation) ?? false
    if isNegated { rest = rest.dropFirst() }
    while let low = rest.popFirst() {
      let afterDash = rest.dropFirst()
      if rest.first == UInt8(ascii: "-"), let high = afterDash.first {
        rest = afterDash.dropFirst()
        if low <= byte, byte <= high { return !isNegated }
      } else if low == byte {
        return !isNegated
      }
    }
    return isNegated
  }
}
