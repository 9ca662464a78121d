import FarmModel

extension Pattern {
  /// The pattern in canonical words: packages, versions, stacks, operating systems, platforms, targets, compilers.
  var canonicalText: String {
    var text = ""
    for dimension in PolicyKeyword.patternDimensions.sorted() {
      guard let part = part(dimension) else { continue }
      text += text.isEmpty ? part : " \(CanonicalText.preposition(dimension)) \(part)"
    }
    return text
  }

  private func part(_ dimension: Dimension) -> String? {
    if dimension == .version { return versions.map { Self.text($0) } }
    return names(dimension).map { CanonicalText.names(dimension, $0) }
  }

  private static func text(_ versions: [VersionPattern]) -> String {
    "versions "
      + versions.map { version in
        switch version {
        case .exactly(let text): CanonicalText.name(text)
        case .within(let range): CanonicalText.range(range)
        }
      }.joined(separator: ", ")
  }
}
