package import Diagnostics
package import FarmModel

/// A name or a glob (`*`, `?`, `[…]`) as a policy writes it.
///
/// Two are equal if they are the same bytes, wherever they stand.
package struct NamePattern: Sendable {
  package var text: String
  package var isGlob: Bool
  package var place: SourcePlace?
  /// The source around the name, to draw it in a diagnostic.
  package var excerpt: SourceExcerpt?

  package init(_ text: String, place: SourcePlace? = nil, excerpt: SourceExcerpt? = nil) {
    self.text = text
    self.place = place
    self.excerpt = excerpt
    isGlob = text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
  }
}

extension NamePattern: Hashable {
  package static func == (first: NamePattern, second: NamePattern) -> Bool {
    NameTable.isSame(first.text, second.text)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// What a `for`, `except` or `waive` clause matches: every part that is given must match; within a part, any name may.
package struct Pattern: Hashable, Sendable {
  /// A version as a clause names it: one text exactly, or a set.
  package enum VersionPattern: Hashable, Sendable {
    case exactly(String)
    case within(VersionSet)
  }

  package var packages: [NamePattern]?
  package var versions: [VersionPattern]?
  package var stacks: [NamePattern]?
  package var targets: [NamePattern]?
  package var oses: [NamePattern]?
  package var platforms: [NamePattern]?
  package var compilers: [NamePattern]?
  /// As the policy writes it, in canonical words.
  package var text: String

  package init(
    packages: [NamePattern]? = nil, versions: [VersionPattern]? = nil, stacks: [NamePattern]? = nil,
    targets: [NamePattern]? = nil, oses: [NamePattern]? = nil, platforms: [NamePattern]? = nil,
    compilers: [NamePattern]? = nil, text: String = ""
  ) {
    self.packages = packages
    self.versions = versions
    self.stacks = stacks
    self.targets = targets
    self.oses = oses
    self.platforms = platforms
    self.compilers = compilers
    self.text = text
  }

  /// The names that a part gives for a dimension other than versions; `nil` where the pattern has no such part.
  package func names(_ dimension: Dimension) -> [NamePattern]? {
    switch dimension {
    case .package: packages
    case .stack: stacks
    case .target: targets
    case .os: oses
    case .platform: platforms
    case .compiler: compilers
    case .version, .variants, .hash: nil
    }
  }
}
