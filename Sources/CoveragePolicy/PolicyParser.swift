package import Diagnostics

/// Turns policy text into valid policies and into diagnostics for everything that is not valid.
package enum PolicyParser {
  /// Reads one file. Policies with errors are left out; all errors of the file are reported, up to
  /// `PolicyLimits.diagnostics`. Complexity: O(bytes).
  package static func parse(file: String, bytes: [UInt8]) -> (policies: [Policy], diagnostics: [Diagnostic]) {
    parse([PolicySource(file: file, bytes: bytes)])
  }

  /// Reads several files, in which each policy name may stand once.
  package static func parse(_ sources: [PolicySource]) -> (policies: [Policy], diagnostics: [Diagnostic]) {
    var policies: [Policy] = []
    var diagnostics: [Diagnostic] = []
    var duplicates: [Diagnostic] = []
    var labels: [[UInt8]: Diagnostic.Label] = [:]
    for source in sources {
      let file = read(source)
      diagnostics += file.diagnostics
      for (policy, label) in file.policies {
        if let first = labels[Array(policy.name.utf8)] {
          duplicates.append(duplicate(policy.name, label, first))
        } else {
          labels[Array(policy.name.utf8)] = label
          policies.append(policy)
        }
      }
    }
    return (policies, diagnostics + duplicates.prefix(PolicyLimits.diagnostics))
  }

  /// Reads a rule of the command line: a sentence, and clauses after `;`.
  ///
  /// - Parameter label: what diagnostics name in place of a file.
  package static func parseRule(
    _ text: String, label: String = "--rule"
  ) -> (policies: [Policy], diagnostics: [Diagnostic]) {
    parse(file: label, bytes: Array(text.utf8))
  }

  private static func read(_ source: PolicySource) -> (
    policies: [(Policy, Diagnostic.Label)], diagnostics: [Diagnostic]
  ) {
    if let diagnostic = PolicyTextCheck.diagnose(source) { return ([], [diagnostic]) }
    let file = PolicyFileParser(source)
    var validator = PolicyValidator(source)
    var policies: [(Policy, Diagnostic.Label)] = []
    for parsed in file.policies {
      guard let policy = validator.policy(parsed) else { continue }
      policies.append((policy, source.label(parsed.name?.span ?? parsed.span)))
    }
    var diagnostics = file.diagnostics + validator.diagnostics
    if file.policies.isEmpty, diagnostics.isEmpty { diagnostics.append(nothing(in: source)) }
    diagnostics.sort(by: Diagnostic.inPrintingOrder)
    return (policies, cut(diagnostics, of: source))
  }
}

extension Policy {
  /// The policy that is judged where none is given: every version built on every stack's targets.
  package static let embedded: Policy = {
    let sentence = Sentence.coverage(
      CoverageSentence(
        subject: .everyVersion(range: nil, source: .carried), verb: .built,
        placements: [.everyStack(main: false, parts: [.targets])]))
    return Policy(name: sentence.text, sentence: sentence, text: sentence.text)
  }()
}

extension PolicyParser {
  private static func duplicate(
    _ name: String, _ label: Diagnostic.Label, _ first: Diagnostic.Label
  ) -> Diagnostic {
    var earlier = first
    earlier.remark = "first here"
    return Diagnostic(
      code: PolicyCode.duplicateName.rawValue, message: "two policies are named `\(name)`", labels: [label, earlier],
      help: "names are unique over all files; a bare sentence gets another name in a `policy NAME { … }` block")
  }

  /// The first diagnostics, and one that says so if there were more.
  private static func cut(_ diagnostics: [Diagnostic], of source: PolicySource) -> [Diagnostic] {
    guard diagnostics.count > PolicyLimits.diagnostics else { return diagnostics }
    let first = diagnostics.prefix(PolicyLimits.diagnostics)
    let tooMany = Diagnostic(
      code: PolicyCode.tooManyErrors.rawValue, message: "there is more to say about this file than is shown",
      labels: first.last.map { [Diagnostic.Label(place: $0.place ?? SourcePlace(file: source.file))] } ?? [],
      help: "correct what is shown and run again")
    return first + [tooMany]
  }

  private static func nothing(in source: PolicySource) -> Diagnostic {
    Diagnostic(
      code: PolicyCode.nothingInFile.rawValue, message: "the file holds no policy",
      labels: [Diagnostic.Label(place: SourcePlace(file: source.file))],
      help: "write a sentence such as `\(Policy.embedded.text)`")
  }
}
