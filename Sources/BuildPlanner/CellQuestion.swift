package import CoverageEngine
import FarmModel

/// A cell that someone asks about: `hdf5@1.14.5 in e4s on x86_64_v3`.
package struct CellQuestion: Hashable, Sendable {
  /// What was asked, in the words of findings; the package is always bound.
  package var cell: Cell
  package var package: String

  package init(package: String, cell: Cell = Cell()) {
    self.package = package
    self.cell = cell
    self.cell.package = package
  }

  /// Why a text is no question, in words.
  package struct Problem: Error, Hashable, Sendable {
    package var message: String
    package var help: String
  }

  /// Reads `PACKAGE[@VERSION] [in STACK] [on TARGET] [with COMPILER]`; a dimension may be named before its value, as in
  /// `on os ubuntu22.04`.
  package init(_ text: String) throws(Problem) {
    let words = text.split(whereSeparator: \.isWhitespace).map { String($0) }
    guard let spec = words.first else { throw Problem("nothing is asked about") }
    let parts = spec.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
    self.init(package: parts[0])
    guard SpackSyntax.isPackageName(package) else { throw Problem("`\(parts[0])` is no package name") }
    if parts.count == 2 {
      let version = parts[1].hasPrefix("=") ? String(parts[1].dropFirst()) : parts[1]
      guard SpackSyntax.isVersion(version) else { throw Problem("`\(parts[1])` is not one version") }
      cell.version = version
    }
    var rest = words.dropFirst()
    while let preposition = rest.popFirst() {
      try take(preposition, &rest)
    }
  }

  private mutating func take(_ preposition: String, _ rest: inout ArraySlice<String>) throws(Problem) {
    var dimension: Dimension
    switch preposition {
    case "in": dimension = .stack
    case "on": dimension = .target
    case "with": dimension = .compiler
    default: throw Problem("`\(preposition)` stands where `in`, `on` or `with` is expected")
    }
    let named: [Dimension] = [.stack, .target, .os, .platform, .compiler]
    if let word = rest.first, rest.count > 1, let own = named.first(where: { $0.rawValue == word }) {
      dimension = own
      rest.removeFirst()
    }
    guard let value = rest.popFirst() else { throw Problem("nothing stands behind `\(preposition)`") }
    guard cell[dimension] == nil else { throw Problem("two \(dimension.plural) are asked about") }
    cell.bind(dimension, value)
  }
}

extension CellQuestion.Problem {
  fileprivate init(_ message: String) {
    self.init(message: message, help: "ask as in 'hdf5@1.14.5 in e4s on x86_64_v3'")
  }
}

extension Cell {
  /// Binds a dimension that a question can name.
  fileprivate mutating func bind(_ dimension: Dimension, _ value: String) {
    switch dimension {
    case .stack: stack = value
    case .os: os = value
    case .platform: platform = value
    case .target: target = value
    case .compiler: compiler = Compiler(written: value.hasPrefix("%") ? String(value.dropFirst()) : value).canonical
    case .package, .version, .variants, .hash: break
    }
  }

  /// Whether two cells agree on every dimension that both bind.
  func agrees(with other: Cell) -> Bool {
    for dimension in Dimension.allCases {
      guard let own = self[dimension], let others = other[dimension] else { continue }
      let isSame =
        dimension == .compiler
        ? Compiler(written: own).canonical == Compiler(written: others).canonical : NameTable.isSame(own, others)
      if !isSame { return false }
    }
    return true
  }
}
