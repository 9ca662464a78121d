/// A compiler that some spec was built with.
package struct Compiler: Hashable, Sendable {
  /// The name, such as `gcc`.
  package var name: String
  /// The version's text, such as `11.4.0`; empty where the document gives none.
  package var version: String
  /// As the documents write it (`gcc@=11.4.0` or `gcc@11.4.0`); the first with `=` where documents differ.
  package var written: String

  package init(name: String, version: String, written: String) {
    self.name = name
    self.version = version
    self.written = written
  }

  /// Reads `gcc@=11.4.0`, `gcc@11.4.0` or `gcc`.
  package init(written: String) {
    let parts = written.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    name = String(parts[0])
    let version = parts.count > 1 ? parts[1] : ""
    self.version = String(version.first == "=" ? version.dropFirst() : version)
    self.written = written
  }

  /// `gcc@=11.4.0`, whatever the document's spelling: the form used to compare, in identities and in plans.
  package var canonical: String { version.isEmpty ? name : "\(name)@=\(version)" }

  /// The canonical form of a compiler as documents write it; most stand in it already.
  package static func canonical(_ written: String) -> String {
    let text = written.utf8.span
    // A mark behind the sign would make another character of it.
    if let at = text.indices.first(where: { text[$0] == UInt8(ascii: "@") }), at + 2 < text.count,
      text[at + 1] == UInt8(ascii: "="), text[at + 2] < 0x80
    {
      return written
    }
    return Compiler(written: written).canonical
  }
}

/// The compilers of a farm, each (name, version) once, sorted by canonical form; the position is the number.
package struct CompilerTable: Sendable, Equatable {
  package let compilers: [Compiler]

  /// Takes compilers in any order and spelling, with repetitions.
  package init(_ compilers: some Sequence<Compiler>) {
    var spellings: [String: Compiler] = [:]
    for compiler in compilers {
      let known = spellings[compiler.canonical]
      if known == nil || compiler.written == compiler.canonical { spellings[compiler.canonical] = compiler }
    }
    self.compilers = spellings.sorted { NameTable.precedes($0.key, $1.key) }.map(\.value)
  }

  package var count: Int { compilers.count }

  package subscript(number: CompilerID) -> Compiler { compilers[Int(number)] }

  /// The number of the compiler with this canonical form. Complexity: O(log n).
  package func number(of canonical: String) -> CompilerID? {
    var low = 0
    var high = compilers.count
    while low < high {
      let middle = (low + high) / 2
      if NameTable.precedes(compilers[middle].canonical, canonical) { low = middle + 1 } else { high = middle }
    }
    return low < compilers.count && NameTable.isSame(compilers[low].canonical, canonical) ? CompilerID(low) : nil
  }
}
