/// The versions from one to another: from the lower end itself up to, but without, the first that is no longer within the
/// upper end.
struct VersionRange: Sendable {
  /// One end of a range: its text is empty where the range is open.
  struct End: Sendable {
    let text: String
    let components: VersionComponents

    init(_ text: String) {
      self.text = text
      components = VersionComponents(text.utf8)
    }

    private init(open components: VersionComponents) {
      text = ""
      self.components = components
    }

    static let lowest = End(open: .lowest)
    static let highest = End(open: .highest)
  }

  let lower: [UInt8]
  let limit: [UInt8]
  private let lowerText: String
  private let upperText: String
  /// The key of the upper end itself.
  private let upper: [UInt8]

  init(lower: End, upper: End) {
    self.lower = lower.components.key
    self.upper = upper.components.key
    limit = upper.components.next.key
    lowerText = lower.text
    upperText = upper.text
  }

  private init(lowerOf first: VersionRange, upperOf second: VersionRange) {
    lower = first.lower
    lowerText = first.lowerText
    upper = second.upper
    upperText = second.upperText
    limit = second.limit
  }

  /// Whether the ends stand the wrong way round; a range that is merely empty, such as `2:1`, passes as in Spack.
  var isReversed: Bool { limit.lexicographicallyPrecedes(lower) }

  var text: String {
    let isOpen = lowerText.isEmpty || upperText.isEmpty
    return !isOpen && lower == upper ? lowerText : "\(lowerText):\(upperText)"
  }

  func holds(_ key: [UInt8]) -> Bool {
    !key.lexicographicallyPrecedes(lower) && key.lexicographicallyPrecedes(limit)
  }

  func isSubset(of other: VersionRange) -> Bool {
    !lower.lexicographicallyPrecedes(other.lower) && !other.limit.lexicographicallyPrecedes(limit)
  }

  func intersects(_ other: VersionRange) -> Bool {
    lower.lexicographicallyPrecedes(other.limit) && other.lower.lexicographicallyPrecedes(limit)
  }

  /// Both as one range, where they overlap or touch.
  func union(_ other: VersionRange) -> VersionRange? {
    guard !other.limit.lexicographicallyPrecedes(lower), !limit.lexicographicallyPrecedes(other.lower) else {
      return nil
    }
    return VersionRange(
      lowerOf: other.lower.lexicographicallyPrecedes(lower) ? other : self,
      upperOf: limit.lexicographicallyPrecedes(other.limit) ? other : self)
  }
}
