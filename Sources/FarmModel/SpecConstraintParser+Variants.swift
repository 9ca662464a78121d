extension SpecConstraintParser {
  /// `+mpi`, `~mpi`, `-mpi`, and `++`, `~~`, `--`.
  mutating func takeBoolean(into node: inout SpecNodeConstraint) throws(SpecSyntaxError) -> String {
    let sign = scanner.next
    scanner.position += 1
    let isPropagated = scanner.next == sign
    if isPropagated { scanner.position += 1 }
    scanner.skipBlanks()
    let name = scanner.takeName()
    if name.isEmpty { throw .missingVariant(in: scanner) }
    node.variants.append(
      VariantConstraint(name: name, requirement: sign == "+" ? .on : .off, isPropagated: isPropagated))
    return name
  }

  /// `build_type=Release`, `libs:=shared`, `os=…`, `target=…`, `platform=…`, `arch=…`.
  mutating func takeKeyValue(into node: inout SpecNodeConstraint) throws(SpecSyntaxError) -> String {
    let start = scanner.position
    let name = scanner.takeName()
    if name.isEmpty { throw unexpected() }
    let isExact = scanner.accept(":")
    guard scanner.accept("=") else { throw .secondName(name, at: start) }
    let isPropagated = scanner.accept("=")
    let value = try takeValue(of: name, from: start)
    if (name == "platform" && node.platform != nil) || (name == "target" && node.target != nil)
      || ((name == "os" || name == "operating_system") && node.os != nil)
    {
      throw .secondArchitecture(at: start)
    }
    switch name {
    case "arch": return try setArchitecture(value, of: &node, at: start)
    case "platform": node.platform = value
    case "os", "operating_system": node.os = value
    case "target": node.target = TargetConstraint(value)
    case "cflags", "cppflags", "cxxflags", "fflags", "ldflags", "ldlibs":
      throw .flags(name, at: start, length: scanner.position - start)
    default:
      node.variants.append(
        VariantConstraint(
          name: name, requirement: .init(value, isExact: isExact), isPropagated: isPropagated))
      return name
    }
    return name == "operating_system" ? "os" : name
  }

  private mutating func takeValue(of name: String, from start: Int) throws(SpecSyntaxError) -> String {
    if let quote = scanner.next, quote == "\"" || quote == "'" {
      let first = scanner.position + 1
      var end = first
      while let scalar = scanner.scalar(at: end), scalar != quote { end += 1 }
      guard end < scanner.scalars.count else { throw .openQuote(at: scanner.position) }
      scanner.position = end + 1
      let value = scanner.text(first..<end)
      try check(value, of: name, from: start)
      return value
    }
    let value = scanner.take(while: SpackSyntax.isValueCharacter)
    try check(value, of: name, from: start)
    return value
  }

  /// A value made of commas is none, and one that begins with `=` could not be told from `==`.
  private func check(_ value: String, of name: String, from start: Int) throws(SpecSyntaxError) {
    let parts = value.utf8.split(separator: UInt8(ascii: ","))
    if parts.isEmpty || parts.contains(where: { $0.first == UInt8(ascii: "=") }) {
      throw .missingValue(of: name, at: start, length: scanner.position - start)
    }
  }

  /// `arch=linux-ubuntu22.04-x86_64_v3`; anything else than three parts is a target, as in Spack.
  private func setArchitecture(
    _ value: String, of node: inout SpecNodeConstraint, at start: Int
  ) throws(SpecSyntaxError) -> String {
    if node.platform != nil || node.os != nil || node.target != nil { throw .secondArchitecture(at: start) }
    let parts = value.split(separator: "-", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == 3 else {
      node.target = TargetConstraint(value)
      return "target"
    }
    node.platform = SpecConstraintParser.known(parts[0])
    node.os = SpecConstraintParser.known(parts[1])
    node.target = SpecConstraintParser.known(parts[2]).map { TargetConstraint($0) }
    return "arch"
  }

  private static func known(_ part: String) -> String? { part.isEmpty || part == "None" ? nil : part }
}

extension VariantConstraint.Requirement {
  fileprivate init(_ value: String, isExact: Bool) {
    switch Variant.Value(value) {
    case .on: self = .on
    case .off: self = .off
    case .unrecorded: self = .any
    case .values(let values):
      let sorted = NameTable(values.filter { !$0.isEmpty }).names
      self = sorted == ["*"] ? .any : isExact ? .exactly(sorted) : .holds(sorted)
    }
  }
}

extension SpecSyntaxError {
  static func unexpected(in scanner: SpecScanner) -> SpecSyntaxError {
    guard let scalar = scanner.next else {
      return SpecSyntaxError(reason: .malformed, offset: scanner.position, message: "the constraint ends too early")
    }
    let shown = scalar.isASCII && scalar.value > 31 && scalar.value < 127 ? "'\(scalar)'" : "this character"
    let help: String? =
      switch scalar {
      case ":": "ranges of versions stand behind an @, as in @1.2:1.4"
      case "=": "exactly one version is @=1.2; variants are name=value"
      case "<", ">": "ranges of versions are @1.2: and @:1.4"
      case "!": "what must not be is ~name for variants; exclude builds by the sentence, not by the constraint"
      case ",", ";", "&", "|": "several conditions are separated by blanks, and all of them must hold"
      case "(", ")", "[", "]": "constraints have no brackets"
      default: nil
      }
    return SpecSyntaxError(
      reason: .malformed, offset: scanner.position, message: shown + " cannot stand here in a Spack spec", help: help)
  }

  fileprivate static func missingVariant(in scanner: SpecScanner) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .malformed, offset: max(0, scanner.position - 1), message: "the name of a variant must follow the sign",
      help: "+mpi")
  }

  fileprivate static func secondName(_ name: String, at offset: Int) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .malformed, offset: offset, length: max(1, name.unicodeScalars.count),
      message: "a constraint names one package, at its beginning",
      help: "write +\(name) or \(name)=… for a variant, ^\(name) for a dependency")
  }

  fileprivate static func missingValue(of name: String, at offset: Int, length: Int) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .malformed, offset: offset, length: max(1, length), message: "a value must follow \(name)=",
      help: "\(name)=* asks for any value")
  }

  fileprivate static func openQuote(at offset: Int) -> SpecSyntaxError {
    SpecSyntaxError(reason: .malformed, offset: offset, message: "the quote is not closed")
  }

  fileprivate static func secondArchitecture(at offset: Int) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .malformed, offset: offset, length: 5, message: "the architecture is given twice",
      help: "write either arch=platform-os-target or platform=, os= and target=")
  }

  fileprivate static func flags(_ name: String, at offset: Int, length: Int) -> SpecSyntaxError {
    SpecSyntaxError(
      reason: .unanswerable, offset: offset, length: length,
      message: "\(name) cannot be judged: documents do not record compiler flags", help: "leave it out")
  }
}
