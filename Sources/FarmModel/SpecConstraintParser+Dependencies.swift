extension SpecConstraintParser {
  /// `%gcc@11:`, `%cmake`, `%c,cxx=gcc`, `%[virtuals=c] gcc`.
  mutating func takePercent(into node: inout SpecNodeConstraint) throws(SpecSyntaxError) -> String {
    let start = scanner.position
    scanner.position += 1
    let virtuals = try dependencyVirtuals()
    scanner.skipBlanks()
    guard let (namespace, name) = takePackageName(), let name else {
      throw .missingDependency(at: start, sign: "%")
    }
    let end = scanner.position
    scanner.skipBlanks()
    var versions: VersionSet?
    if scanner.next == "@" { versions = try takeVersionSet() } else { scanner.position = end }
    if virtuals.isEmpty, CompilerNames.isCompiler(name) {
      node.compiler = .init(name: name, versions: versions)
      return "%"
    }
    if !isReadingRoot { throw .nestedDependency(at: start, length: scanner.position - start) }
    var dependency = SpecNodeConstraint()
    (dependency.namespace, dependency.name, dependency.versions) = (namespace, name, versions)
    add(dependency, reach: .direct, virtuals: virtuals, from: start)
    return "%" + virtuals.joined(separator: ",") + "=" + name
  }

  /// `[virtuals=c,cxx]` or `c,cxx=` behind a sign.
  mutating func dependencyVirtuals() throws(SpecSyntaxError) -> [String] {
    let start = scanner.position
    if scanner.accept("[") {
      scanner.skipBlanks()
      var virtuals: [String] = []
      if scanner.accept("virtuals=") { virtuals = takeNames() }
      scanner.skipBlanks()
      guard scanner.accept("]") else { throw .openBracket(at: start) }
      return virtuals
    }
    scanner.skipBlanks()
    let names = takeNames()
    if !names.isEmpty, scanner.accept("=") { return names }
    scanner.position = start
    return []
  }

  private mutating func takeNames() -> [String] {
    var names: [String] = []
    repeat {
      names.append(scanner.takeName())
    } while scanner.accept(",")
    return names.filter { !$0.isEmpty }
  }
}

extension SpecSyntaxError {
  static func missingDependency(at offset: Int, sign: String) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .malformed, offset: offset,
      message: "the name of a \(sign == "%" ? "compiler" : "dependency") must follow \(sign)",
      help: sign == "%" ? "%gcc@11:" : "^zlib")
  }

  fileprivate static func nestedDependency(at offset: Int, length: Int) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .unanswerable, offset: offset, length: length,
      message: "only compilers of dependencies can be asked for, not dependencies of dependencies",
      help: "put it before the first ^ if the spec itself is meant")
  }

  fileprivate static func openBracket(at offset: Int) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .malformed, offset: offset, message: "the bracket is not closed, or holds more than virtuals=…",
      help: "^[virtuals=mpi] mpich")
  }
}
