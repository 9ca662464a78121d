import CoveragePolicy
import Diagnostics
import FarmModel

extension CommandRunner {
  /// Shows policies with their formal reading.
  func runPolicyList() throws(CommandError) -> Int32 {
    let sources = PolicySources.read(invocation, paths: invocation.arguments)
    complain(sources.diagnostics)
    if invocation.value(.format) == "json" {
      try deliver(PolicyListText.json(sources.policies, diagnostics: sources.diagnostics))
    } else {
      try deliver(PolicyListText.text(sources.policies, width: min(console.width, 100)))
    }
    return sources.diagnostics.contains { $0.severity == .error } ? 2 : 0
  }

  /// Rewrites policy files in canonical layout, or with `--check` names those that are not in it.
  func runPolicyFormat() throws(CommandError) -> Int32 {
    var diagnostics: [Diagnostic] = []
    var differing = 0
    for path in PolicySources.files(of: invocation.arguments, diagnostics: &diagnostics) {
      guard let text = canonicalText(of: path, diagnostics: &diagnostics) else { continue }
      differing += 1
      if invocation.has(.check) {
        console.complain("\(TerminalText.visible(path)): not in canonical layout\n")
      } else {
        try write(text, to: path)
      }
    }
    complain(diagnostics)
    let isBroken = diagnostics.contains { $0.severity == .error }
    return isBroken || (invocation.has(.check) && differing > 0) ? 2 : 0
  }

  /// The canonical text of a file, where it is another than the file's own.
  private func canonicalText(of path: String, diagnostics: inout [Diagnostic]) -> String? {
    do {
      let bytes = try InputFile.bytes(of: path)
      let (text, problems) = PolicyFormatter.format(file: path, bytes: bytes)
      diagnostics += problems
      return text.flatMap { $0.utf8.elementsEqual(bytes) ? nil : $0 }
    } catch {
      diagnostics.append(.unreadable(error))
      return nil
    }
  }
}

/// The texts of `policy list`.
enum PolicyListText {
  static func text(_ policies: [Policy], width: Int) -> String {
    var text = ""
    for policy in policies {
      if !text.isEmpty { text += "\n" }
      text += TerminalText.visible(policy.name) + " (\(policy.severity.rawValue))"
      if let title = policy.title { text += ": " + TerminalText.visible(title) }
      text += "\n"
      if policy.name != policy.text { text += "  " + TerminalText.visible(policy.text) + "\n" }
      for line in FormalReading.lines(of: policy) {
        text += indented(TerminalText.visible(line), by: 4, width: width)
      }
      if let reason = policy.reason {
        text += indented("because " + TerminalText.visible(reason), by: 2, width: width)
      }
    }
    return text
  }

  private static func indented(_ text: String, by margin: Int, width: Int) -> String {
    let blanks = String(repeating: " ", count: margin)
    return TextWrapping.lines(text, width: max(20, width - margin)).map { blanks + $0 + "\n" }.joined()
  }

  static func json(_ policies: [Policy], diagnostics: [Diagnostic]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("schema", "buildcover/policies/1")
      writer.array("policies") { writer in
        for policy in policies {
          writer.object { writer in
            writer.field("policy", policy.name)
            writer.field("title", ifPresent: policy.title)
            writer.field("sentence", policy.text)
            writer.field("severity", policy.severity.rawValue)
            writer.field("because", ifPresent: policy.reason)
            writer.array("reading", of: FormalReading.lines(of: policy))
          }
        }
      }
    }
    return writer.text
  }
}
