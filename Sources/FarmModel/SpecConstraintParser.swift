/// Reads a constraint: a node, then `^` or `%` with a dependency each.
struct SpecConstraintParser {
  var scanner: SpecScanner
  private var root = SpecNodeConstraint()
  private var dependencies: [DependencyConstraint] = []
  private(set) var isReadingRoot = true

  init(_ text: String) throws(SpecSyntaxError) {
    scanner = SpecScanner(text)
    let longest = 65536
    if scanner.scalars.count > longest {
      throw SpecSyntaxError(reason: .malformed, offset: longest, message: "the constraint is longer than 64 KiB")
    }
  }

  mutating func constraint() throws(SpecSyntaxError) -> (SpecNodeConstraint, [DependencyConstraint]) {
    root = try node()
    scanner.skipBlanks()
    while !scanner.isAtEnd {
      let start = scanner.position
      guard scanner.accept("^") else { throw unexpected() }
      let virtuals = try dependencyVirtuals()
      isReadingRoot = false
      let dependency = try node()
      if dependency == SpecNodeConstraint() { throw .missingDependency(at: start, sign: "^") }
      add(dependency, reach: .anywhere, virtuals: virtuals, from: start)
      scanner.skipBlanks()
    }
    return (root, dependencies.sorted { $0.offset < $1.offset })
  }

  mutating func add(
    _ node: SpecNodeConstraint, reach: DependencyConstraint.Reach, virtuals: [String], from start: Int
  ) {
    dependencies.append(
      DependencyConstraint(
        reach: reach, virtuals: NameTable(virtuals).names, node: node, offset: start,
        length: max(1, scanner.position - start)))
  }

  /// A name and what follows it, up to the next `^`.
  private mutating func node() throws(SpecSyntaxError) -> SpecNodeConstraint {
    var node = SpecNodeConstraint()
    var seen: Set<String> = []
    scanner.skipBlanks()
    if let name = takePackageName() { (node.namespace, node.name) = name }
    scanner.skipBlanks()
    while let next = scanner.next, next != "^" {
      let start = scanner.position
      let part = try takePart(startingWith: next, into: &node)
      guard seen.insert(part).inserted else {
        throw .repeated(part, at: start, length: scanner.position - start)
      }
      scanner.skipBlanks()
    }
    node.variants.sort { NameTable.precedes($0.name, $1.name) }
    return node
  }

  /// Reads one part into the node and returns its name, by which repetitions are found.
  private mutating func takePart(
    startingWith first: Unicode.Scalar, into node: inout SpecNodeConstraint
  ) throws(SpecSyntaxError) -> String {
    switch first {
    case "@":
      node.versions = try takeVersionSet()
      return "@"
    case "+", "~", "-": return try takeBoolean(into: &node)
    case "%": return try takePercent(into: &node)
    case "/":
      scanner.position += 1
      let start = scanner.position
      node.hashPrefix = scanner.take(while: SpackSyntax.isWordCharacter)
      if scanner.position == start { throw unexpected() }
      return "/"
    default: return try takeKeyValue(into: &node)
    }
  }

  /// A package name with its namespace; nothing where the word is the name of a variant before `=`.
  mutating func takePackageName() -> (namespace: String?, name: String?)? {
    let start = scanner.position
    let word = scanner.takeName()
    let isKey = scanner.next == "=" || (scanner.next == ":" && scanner.scalar(at: scanner.position + 1) == "=")
    if word.isEmpty || isKey {
      scanner.position = start
      return nil
    }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.first != "-" }), let name = parts.last else {
      scanner.position = start
      return nil
    }
    let namespace = parts.dropLast().joined(separator: ".")
    return (namespace.isEmpty || namespace == "builtin" ? nil : namespace, String(name))
  }

  /// `@1.2:1.4`.
  mutating func takeVersionSet() throws(SpecSyntaxError) -> VersionSet {
    scanner.position += 1
    scanner.skipBlanks()
    let start = scanner.position
    let text = scanner.takeVersions()
    if text.isEmpty, let next = scanner.next, "<>=!".unicodeScalars.contains(next) {
      var comparison = scanner
      let written = comparison.take { !($0 == UInt8(ascii: " ")) }
      do { _ = try VersionSet(written) } catch { throw error.moved(by: start) }
    }
    do { return try VersionSet(text) } catch { throw error.moved(by: start) }
  }

  func unexpected() -> SpecSyntaxError { .unexpected(in: scanner) }
}

extension SpecSyntaxError {
  fileprivate func moved(by offset: Int) -> SpecSyntaxError {
    var error = self
    error.offset += offset
    return error
  }

  fileprivate static func repeated(_ part: String, at offset: Int, length: Int) -> SpecSyntaxError {
    let what =
      switch part {
      case "@": "the version is"
      case "%": "the compiler is"
      case "/": "the hash is"
      default: "\(part) is"
      }
    return SpecSyntaxError(
      reason: .malformed, offset: offset, length: max(1, length), message: what + " given twice",
      help: part == "@" ? "unite versions by commas, as in @1.2,1.4" : nil)
  }
}
