/// A text with placeholders: `{spec}`, `{stack}` and the other fields of `JobField`, in scripts `{environment}` too.
///
/// Values never become part of a script: there a placeholder is a quoted shell variable, and the value comes through
/// the environment. `{{` is a brace; `${NAME}` and braces around anything but lower-case letters stay as they are.
package struct JobTemplate: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case field(JobField)
    case environment
  }

  let parts: [Part]

  init(parts: [Part]) { self.parts = parts }

  init(text: String, field: JobField) { self.init(parts: [.text(text), .field(field)]) }

  /// Reads a template; throws where a placeholder is not a field.
  package init(_ text: String) throws(JobTemplateError) {
    var parts: [Part] = []
    var plain = ""
    var rest = text[...]
    while let next = rest.first {
      if let name = JobTemplate.placeholder(at: rest), plain.last != "$" {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(try JobTemplate.part(named: name))
        rest = rest.dropFirst(name.count + 2)
      } else {
        plain.append(next)
        rest = rest.dropFirst(rest.hasPrefix("{{") ? 2 : 1)
      }
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
    self.parts = parts
  }

  private static func placeholder(at text: Substring) -> String? {
    guard text.first == "{" else { return nil }
    let name = text.dropFirst().prefix { ("a"..."z").contains($0) }
    return !name.isEmpty && text.dropFirst(name.count + 1).first == "}" ? String(name) : nil
  }

  private static func part(named name: String) throws(JobTemplateError) -> Part {
    if name == "environment" { return .environment }
    guard let field = JobField(rawValue: name) else { throw JobTemplateError(placeholder: name) }
    return .field(field)
  }
}

/// A placeholder that is not a field of a build.
package struct JobTemplateError: Error, Hashable, Sendable {
  package var placeholder: String

  /// What was found and what was expected, one sentence.
  package var message: String {
    let known = (JobField.allCases.map(\.rawValue) + ["environment"]).map { "{\($0)}" }.joined(separator: ", ")
    return "{\(placeholder)} is not a field of a build; there are \(known)"
  }
}

extension JobTemplate {
  /// The fields that it uses.
  var fields: Set<JobField> {
    Set(parts.compactMap { if case .field(let field) = $0 { field } else { nil } })
  }

  /// Whether it uses `{environment}`.
  var usesEnvironment: Bool { parts.contains(.environment) }

  /// The text with the values of a job in place of the placeholders.
  func filled(with job: Job) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .field(let field): job.value(of: field)
      case .environment: ""
      }
    }.joined()
  }

  /// The text as commands of a shell in which the fields are variables.
  func commands(environment: JobTemplate) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .field(let field): "\"$\(field.variable)\""
      case .environment: environment.shellWord
      }
    }.joined()
  }

  /// The text as one word of a shell in which the fields are variables.
  var shellWord: String {
    parts.map { part in
      switch part {
      case .text(let text): ShellText.quoted(text)
      case .field(let field): "\"$\(field.variable)\""
      case .environment: ""
      }
    }.joined()
  }

  /// The parts between commas, each a template.
  var commaSeparated: [JobTemplate] {
    var lists: [[Part]] = [[]]
    for part in parts {
      guard case .text(let text) = part else {
        lists[lists.count - 1].append(part)
        continue
      }
      for (index, piece) in text.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { lists.append([]) }
        if !piece.isEmpty { lists[lists.count - 1].append(.text(String(piece))) }
      }
    }
    return lists.filter { !$0.isEmpty }.map(JobTemplate.init(parts:))
  }
}
