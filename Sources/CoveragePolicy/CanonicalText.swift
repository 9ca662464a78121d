import Diagnostics
import FarmModel

/// How names and lists stand in canonical policy text.
enum CanonicalText {
  /// A name, quoted where it would not be read back as one word.
  static func name(_ name: String) -> String {
    let isPlain =
      !name.isEmpty && !PolicyKeyword.reserved.contains(name.replacing("\u{2019}", with: "'"))
      && !name.utf8.contains { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xE2 || PolicyLexer.endsWord($0) }
    return isPlain ? name : quoted(name)
  }

  /// A text in quotes, with escapes.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing(scalar: "\\", with: "\\\\").replacing(scalar: "\"", with: "\\\"") + "\""
  }

  static func names(_ names: [NamePattern]) -> String { names.map { name($0.text) }.joined(separator: ", ") }

  /// `stack e4s`, `stacks e4s*`, `stacks a, b`.
  static func names(_ dimension: Dimension, _ names: [NamePattern]) -> String {
    let isOne = names.count == 1 && !names[0].isGlob
    return "\(isOne ? dimension.rawValue : dimension.plural) \(self.names(names))"
  }

  /// The preposition that goes with a dimension: in stacks, on targets, with compilers.
  static func preposition(_ dimension: Dimension) -> String {
    switch dimension {
    case .stack: "in"
    case .target, .os, .platform: "on"
    default: "with"
    }
  }

  static func range(_ range: VersionSet) -> String { "@" + range.text }
}
